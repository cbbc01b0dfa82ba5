"""Machine tokens for an app that calls others."""

from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from stytch_async.errors import DecodeError
from stytch_async.tokens.claims import is_seconds
from stytch_async.tokens.refreshing import Lifetime, Refreshing

__all__ = ["TokenProvider"]

MARGIN: Final = 10.0
"""Seconds before its end at which a token is no longer handed out."""

RENEWED_AFTER: Final = 0.8
"""The part of its life after which a token is renewed in the background."""

PAUSE: Final = 5.0


class IssuedToken(Protocol):
    """The answer of the token endpoint."""

    access_token: str
    expires_in: int
    request_id: str | None


class TokenProvider:
    """Hands out a valid machine token.

    It fetches one for all who wait, and renews it in the background before it expires.
    """

    def __init__(self, fetch: Callable[[], Awaitable[IssuedToken]], clock: Callable[[], float]) -> None:
        """Prepare the provider; nothing is fetched yet."""
        self._token = Refreshing("a machine token", fetch, clock, lifetime=_lifetime, pause=PAUSE)

    async def access_token(self) -> str:
        """Return a token that is valid for at least ten seconds more.

        Raises:
            UnavailableError: There is none, and fetching one failed.

        """
        return (await self._token.get()).access_token

    def close(self) -> None:
        """Abandon a fetch that is under way."""
        self._token.close()


def _lifetime(token: IssuedToken) -> Lifetime:
    if not token.access_token or not is_seconds(token.expires_in):
        problem = "access_token or expires_in is missing, or is not what it should be"
        raise DecodeError(problem, operation="", status_code=200, request_id=token.request_id)
    return Lifetime(fresh=token.expires_in * RENEWED_AFTER, usable=max(0.0, token.expires_in - MARGIN))
