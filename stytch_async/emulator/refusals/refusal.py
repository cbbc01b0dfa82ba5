"""Why a request is refused, and the refusal itself."""

from typing import Literal

import attrs

__all__ = ["Reason", "Refusal"]


@attrs.frozen(eq=False)
class Reason:
    """One of the ways in which Stytch refuses a request.

    Attributes:
        status: The HTTP status.
        error_type: What Stytch calls it.
        message: What it says to a person.
        dialect: Which form the error document has; OAuth2 names its parts otherwise.
        general: Whether it stands in the reference of both kinds of project as one: no product of B2B words it anew.

    """

    status: int
    error_type: str
    message: str
    dialect: Literal["stytch", "oauth2"] = attrs.field(default="stytch", kw_only=True)
    general: bool = attrs.field(default=False, kw_only=True)


class Refusal(Exception):  # noqa: N818 - an answer, not an error of the emulator
    """A request is refused as Stytch would refuse it."""

    def __init__(self, reason: Reason, message: str | None = None) -> None:
        """Refuse for a reason; ``message`` takes the place of what it usually says."""
        super().__init__(reason.error_type)
        self.reason = reason
        self.message: str = reason.message if message is None else message
