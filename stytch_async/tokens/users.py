"""Sessions of users, read from their JWTs."""

from collections.abc import Mapping
from typing import Any

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.tokens.readers import session_fields, structured

__all__ = ["AuthenticatedSession", "read_session"]


@attrs.frozen(kw_only=True)
class AuthenticatedSession:
    """A user's session, and the JWT to keep for it.

    Attributes:
        session: The session, as the API shows it.
        session_jwt: The JWT to send back to the browser: the one given, or a new one.
        refreshed: Whether it is a new one, because the API was asked.
        user: The session's user, where the API was asked.

    """

    session: Session
    session_jwt: str = attrs.field(repr=False)
    refreshed: bool
    user: User | None = None


def read_session(claims: Mapping[str, Any]) -> Session:
    """Read a user's session."""
    fields = session_fields(claims)
    return structured({**fields, "user_id": claims["sub"]}, Session)
