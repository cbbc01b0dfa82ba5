"""Errors of a call: an argument refused before it, no answer, an unreadable one, or a refusal by Stytch."""

from collections.abc import Mapping
from typing import Any, Self

from stytch_async.errors.root import StytchError

__all__ = [
    "APIError",
    "AuthenticationError",
    "BadRequestError",
    "DecodeError",
    "InvalidRequestError",
    "NotFoundError",
    "NotSentError",
    "PermissionDeniedError",
    "RateLimitError",
    "ReplyLostError",
    "RequestTimeoutError",
    "ServerError",
    "TenancyError",
    "TransportError",
]


class InvalidRequestError(StytchError, ValueError):
    """An argument breaks a limit that Stytch states; nothing was sent.

    Attributes:
        field: The argument at fault, dotted where it is nested.
        problem: What is wrong with it, the limit included. The value itself is never shown.
        operation: The operation that was called, for example ``POST /v1/passwords``.
        limit: The limit that is broken, where it is one that a schema states.

    """

    def __init__(self, field: str, problem: str, operation: str = "", limit: object = None) -> None:
        super().__init__(field, problem, operation)
        self.field = field
        self.problem = problem
        self.operation = operation
        self.limit = limit

    def __str__(self) -> str:
        """Tell which argument of which operation breaks which limit."""
        return f"{_prefix(self.operation)}{self.field} {self.problem} (nothing was sent)"


class TransportError(StytchError):
    """No complete answer arrived.

    A transport raises one of the three subclasses with a short reason; the pipeline then notes which operation it was.

    Attributes:
        reason: What went wrong, in a few words.
        operation: The operation that was called, for example ``POST /v1/passwords``.
        attempts: How many times the request was tried.

    """

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.operation: str = ""
        self.attempts: int = 1

    def at(self, operation: str, attempts: int) -> Self:
        """Note which operation failed, and after how many attempts."""
        self.operation = operation
        self.attempts = attempts
        return self

    def __str__(self) -> str:
        """Tell which operation failed, how, and after how many attempts."""
        return f"{_prefix(self.operation)}{self.reason}{_attempts(self.attempts)}"


class NotSentError(TransportError):
    """No connection could be made, so Stytch never saw the request; repeating it is always safe."""


class ReplyLostError(TransportError):
    """The request left and the answer did not arrive whole; Stytch may or may not have acted on it."""


class RequestTimeoutError(TransportError, TimeoutError):
    """The attempt took longer than its timeout; Stytch may or may not have acted on it."""


class DecodeError(StytchError):
    """A successful status came with an answer that cannot be read.

    Attributes:
        problem: What could not be read, without the value.
        operation: The operation that was called.
        status_code: The HTTP status.
        headers: The headers of the answer.
        request_id: Stytch's id of the exchange, or ``None`` where the answer had none.
        excerpt: The first bytes of the answer as text, at most 200 characters. It is kept out of the error's text,
            since an answer may hold tokens and personal data.

    """

    def __init__(
        self,
        problem: str,
        *,
        operation: str,
        status_code: int,
        headers: Mapping[str, str] | None = None,
        request_id: str | None = None,
        excerpt: str = "",
    ) -> None:
        super().__init__(problem)
        self.problem: str = _line(problem)
        self.operation = operation
        self.status_code = status_code
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.request_id = request_id
        self.excerpt = excerpt

    def __str__(self) -> str:
        """Tell what could not be read, of which exchange."""
        return f"{_prefix(self.operation)}{self.status_code} unreadable answer: {self.problem}{_id(self.request_id)}"


class APIError(StytchError):
    """Stytch answered with an error.

    Attributes:
        operation: The operation that was called, for example ``POST /v1/passwords``.
        status_code: The HTTP status.
        error_type: Stytch's name of the error (``error`` on OAuth2 endpoints), or ``None`` where the answer was no
            error document, for instance a proxy's page.
        error_message: Stytch's explanation, or a short description of what arrived instead.
        error_url: The page that explains the error type, or ``None``.
        error_details: Further facts, where Stytch sends any.
        request_id: Stytch's id of the exchange: what its support asks for.
        headers: The headers of the answer.
        retry_after: Seconds that the answer asked to wait, or ``None``.
        attempts: How many times the request was sent. Where a deletion or revocation was sent more than once, a
            `NotFoundError` may mean that an attempt whose reply was lost has done it; a note on the error says so.

    """

    def __init__(
        self,
        *,
        operation: str,
        status_code: int,
        error_type: str | None,
        error_message: str,
        error_url: str | None = None,
        error_details: Any = None,  # noqa: ANN401 - whatever JSON Stytch sends
        request_id: str | None = None,
        headers: Mapping[str, str] | None = None,
        retry_after: float | None = None,
        attempts: int = 1,
    ) -> None:
        super().__init__()
        self.operation = operation
        self.status_code = status_code
        self.error_type = error_type
        self.error_message = error_message
        self.error_url = error_url
        self.error_details = error_details
        self.request_id = request_id
        self.headers: Mapping[str, str] = {} if headers is None else headers
        self.retry_after = retry_after
        self.attempts = attempts

    def __str__(self) -> str:
        """Tell operation, status, type, explanation and request id in one line."""
        kind = f" {_line(self.error_type)}" if self.error_type else ""
        return (
            f"{_prefix(self.operation)}{self.status_code}{kind}: {_line(self.error_message)}"
            f"{_id(self.request_id)}{_attempts(self.attempts)}"
        )


class BadRequestError(APIError):
    """400: the request was understood and refused; ``error_type`` tells why."""


class AuthenticationError(APIError):
    """401: wrong credentials, or a token or code that cannot be used (any more)."""


class PermissionDeniedError(APIError):
    """403: the caller is known and may not do this."""


class TenancyError(PermissionDeniedError):
    """403: the session or token belongs to another organization."""


class NotFoundError(APIError):
    """404: no such user, member, session, code or route."""


class RateLimitError(APIError):
    """429: too many requests, a locked user, or a refused captcha; ``error_type`` tells which."""


class ServerError(APIError):
    """5xx: Stytch, or something between, failed."""


def _line(text: str) -> str:
    """Keep what came from outside printable, on one line, and short."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:300]


def _prefix(operation: str) -> str:
    return f"{operation}: " if operation else ""


def _id(request_id: str | None) -> str:
    return f" (request id {_line(request_id)})" if request_id else " (no request id)"


def _attempts(attempts: int) -> str:
    return f" after {attempts} attempts" if attempts > 1 else ""
