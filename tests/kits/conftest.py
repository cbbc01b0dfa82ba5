"""What the tests of the kits share: a Stytch in memory, and a browser for ASGI apps."""

from collections.abc import AsyncIterator, Mapping
from typing import Any

import pytest
from httpx import ASGITransport, AsyncClient

from stytch_async import NO_RETRY, B2BClient, Client
from tests.kits.world import HOST, ORIGIN, GatedTransport, Kind, Knock, Reply, World


@pytest.fixture
def world() -> World:
    """Return a Stytch that holds nothing yet."""
    stytch = GatedTransport()
    return World(stytch, Client(transport=stytch, retry=NO_RETRY), B2BClient(transport=stytch, retry=NO_RETRY))


@pytest.fixture
async def browser(app: Any) -> AsyncIterator[AsyncClient]:
    """Visit the ASGI app that a test module has."""
    async with AsyncClient(transport=ASGITransport(app), base_url=ORIGIN) as browser:
        yield browser


@pytest.fixture
def knock(app: Any, browser: AsyncClient) -> Knock:
    """Send a POST to the app, or shake hands with it."""

    async def send(kind: Kind, path: str, headers: Mapping[str, str]) -> Reply:
        if kind == "websocket":
            return await shake_hands(app, path, headers)
        response = await browser.post(path, headers=headers)
        return Reply.of(response.status_code, response.content, response.headers.multi_items())

    return send


@pytest.fixture
async def cookies(world: World) -> dict[str, str]:
    """Return the cookies of somebody whose JWT has expired."""
    cookies = await world.sign_in()
    world.stytch.project.clock.advance(minutes=6)
    return cookies


async def shake_hands(app: Any, path: str, headers: Mapping[str, str]) -> Reply:
    """Open a websocket, and leave as soon as that has worked or failed."""
    sent: list[dict[str, Any]] = []
    waiting: list[dict[str, Any]] = [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1000}]

    async def receive() -> dict[str, Any]:
        return waiting.pop(0)

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "websocket",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "scheme": "wss",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in {"Host": HOST, **headers}.items()
        ],
        "client": ("127.0.0.1", 1),
        "server": (HOST, 443),
        "subprotocols": [],
        "extensions": {"websocket.http.response": {}},
        "state": {},
    }
    await app(scope, receive, send)
    first = sent[0]
    status = 101 if first["type"] == "websocket.accept" else first["status"]
    content = b"".join(message.get("body", b"") for message in sent)
    return Reply.of(status, content, [(name.decode(), value.decode()) for name, value in first.get("headers", ())])
