"""Errors of what is verified on this machine: a token refused, or nothing to judge it by."""

import enum
from collections.abc import Mapping

from stytch_async.errors.root import StytchError

__all__ = [
    "TokenError",
    "TokenReason",
    "UnavailableError",
    "WebhookError",
    "WebhookReason",
]


class TokenReason(enum.Enum):
    """Why a token was refused."""

    MALFORMED = "malformed"
    BAD_SIGNATURE = "bad signature"
    UNKNOWN_KEY = "unknown key"
    WRONG_ALGORITHM = "wrong algorithm"
    EXPIRED = "expired"
    NOT_YET_VALID = "not yet valid"
    TOO_OLD = "too old"
    WRONG_ISSUER = "wrong issuer"
    WRONG_AUDIENCE = "wrong audience"
    WRONG_KIND = "wrong kind"
    MISSING_CLAIM = "missing claim"
    MISSING_SCOPE = "missing scope"
    INACTIVE = "inactive"


class TokenError(StytchError):
    """A token was verified on this machine and refused.

    Attributes:
        reason: Why, for code to act on.
        detail: Why, for a person to read; never a part of the token.

    """

    def __init__(self, reason: TokenReason, detail: str) -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        """Tell why the token was refused."""
        return f"token refused, {self.reason.value}: {self.detail}"


class UnavailableError(StytchError):
    """What a check on this machine needs could not be fetched, so it says nothing about the visitor: answer 503.

    The failure of the fetch is its ``__cause__``. Its facts stand here too, so that they outlive pickling; none of them
    is about the token that was to be verified.

    Attributes:
        what: What is missing, for example ``the signing keys``.
        reason: How the fetch failed, with its operation and request id.
        status_code: The HTTP status of the answer, or ``None`` where none arrived.
        headers: The headers of the answer.
        request_id: Stytch's id of the exchange, or ``None``.
        retry_after: Seconds that the answer asked to wait, or ``None``.

    """

    def __init__(self, what: str, failure: StytchError) -> None:
        super().__init__(what, str(failure))
        self.what = what
        self.reason: str = str(failure)
        self.status_code: int | None = getattr(failure, "status_code", None)
        self.headers: Mapping[str, str] = getattr(failure, "headers", {})
        self.request_id: str | None = getattr(failure, "request_id", None)
        self.retry_after: float | None = getattr(failure, "retry_after", None)

    def __str__(self) -> str:
        """Tell what is missing, and how the fetch failed."""
        return f"{self.what} could not be fetched: {self.reason}"


class WebhookReason(enum.Enum):
    """Why a webhook was refused."""

    MISSING_HEADER = "missing header"
    MALFORMED = "malformed"
    TOO_LARGE = "too large"
    TOO_OLD = "too old"
    TOO_NEW = "too new"
    BAD_SIGNATURE = "bad signature"
    NOT_AN_EVENT = "not an event"


class WebhookError(StytchError):
    """A webhook was verified on this machine and refused: answer 400.

    Attributes:
        reason: Why, for code to act on.

    """

    def __init__(self, reason: WebhookReason) -> None:
        super().__init__(reason)
        self.reason = reason

    def __str__(self) -> str:
        """Tell why the webhook was refused, in none of its own words."""
        return f"webhook refused: {self.reason.value}"
