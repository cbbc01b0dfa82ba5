"""What a login came to: a session, or what is missing for one; and whether a session is over."""

import datetime as dt
from typing import Any, Final, Protocol

from stytch_async.errors import APIError, TokenError, TokenReason

__all__ = ["SIGNED_OUT", "Login", "expiry_of", "is_signed_out", "require_session"]

SIGNED_OUT: Final = frozenset(
    {"incompatible_session_type", "invalid_session_token", "session_not_found", "unable_to_parse_session_jwt"}
)
"""The error types by which Stytch says that there is no such session, or no longer."""

SESSIONS: Final = ("session", "user_session", "member_session")
"""What the answers call their session."""


class Login(Protocol):
    """An answer that may carry a session, such as that of every ``authenticate``.

    Attributes:
        session_token: The session's opaque token; empty where the answer carries no session.
        session_jwt: Its JWT; empty where the answer carries no session.

    """

    @property
    def session_token(self) -> str: ...  # noqa: D102 - the class describes it

    @property
    def session_jwt(self) -> str: ...  # noqa: D102


def is_signed_out(error: BaseException) -> bool:
    """Tell whether an error means that the visitor has no session, or no longer has one.

    It does where a token was refused on this machine, and where Stytch knows no such session. An outage, a refused
    permission and a missing scope do not.
    """
    if isinstance(error, TokenError):
        return error.reason is not TokenReason.MISSING_SCOPE
    return isinstance(error, APIError) and error.error_type in SIGNED_OUT


def require_session(login: Login) -> None:
    """Refuse an answer that carries no session.

    Raises:
        ValueError: It carries none; the text says what was forgotten.

    """
    if not login.session_token:
        raise ValueError(f"this login has no session: {_forgotten(login)}")


def _forgotten(login: Login) -> str:
    if getattr(login, "member_authenticated", True):
        return "pass session_duration_minutes to the call"
    if (primary := getattr(login, "primary_required", None)) is not None:
        methods = ", ".join(primary.allowed_auth_methods)
        return f"the organization wants another way to log in first, with the intermediate_session_token: {methods}"
    return "the member has yet to give a second factor, with the intermediate_session_token"


def expiry_of(login: Login) -> dt.datetime | None:
    """Return when the session of an answer ends."""
    sessions: list[Any] = [getattr(login, name, None) for name in SESSIONS]
    return next((session.expires_at for session in sessions if session is not None), None)
