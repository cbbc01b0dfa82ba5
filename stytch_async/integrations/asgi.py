"""What ASGI frameworks have in common: requests read from a scope, and cookies written on the way out."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any, Final

from stytch_async.integrations.guard import Visit
from stytch_async.integrations.origins import WEBSOCKET

__all__ = ["SessionCookies", "visit_of"]

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

KEY: Final = "stytch_async.visit"
STARTS: Final = frozenset({"http.response.start", "websocket.accept", "websocket.http.response.start"})


class SessionCookies:
    """Middleware that writes the cookies of a session to whatever answer is given.

    A cookie on a response that a framework hands to its dependencies is lost when the handler returns one of its own,
    and when anything raises. Here nothing is lost, streams and the handshakes of websockets included.
    """

    def __init__(self, app: App) -> None:
        """Stand before an app."""
        self.app: App = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve a request; within another middleware of this kind, leave the cookies to that."""
        if scope["type"] not in {"http", "websocket"} or visit_of(scope).is_written:
            await self.app(scope, receive, send)
            return
        visit = visit_of(scope)
        visit.is_written = True

        async def write(message: Message) -> None:
            if message["type"] in STARTS and visit.set_cookies:
                written = [(b"set-cookie", value.encode("ascii")) for value in visit.set_cookies.values()]
                message = {**message, "headers": [*message.get("headers", ()), *written]}
            await send(message)

        await self.app(scope, receive, write)


def visit_of(scope: Scope) -> Visit:
    """Return a request, or the handshake of a websocket, as far as a login is concerned."""
    visit: Visit | None = scope.get(KEY)
    if visit is None:
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        method = scope["method"] if scope["type"] == "http" else WEBSOCKET
        query = scope.get("query_string", b"").decode("latin-1")
        visit = scope[KEY] = Visit(method=method, headers=headers, cookies=_cookies(scope), query=query)
    return visit


def _cookies(scope: Scope) -> Mapping[str, str]:
    """Read the cookies; HTTP/2 allows for a header each."""
    lines = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"cookie"]
    pairs = (pair.partition("=") for pair in ";".join(lines).split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}
