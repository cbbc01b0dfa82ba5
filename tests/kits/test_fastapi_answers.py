"""The table of answers, given by the FastAPI kit."""

import datetime as dt
from typing import Any

import pytest
from fastapi import Depends, FastAPI, WebSocket

from stytch_async.integrations.fastapi import MemberAuth, UserAuth
from tests.kits.rows import IDS, ROWS, Row
from tests.kits.world import MEMBER_COOKIES, Kind, Knock, World, cookie_header


@pytest.fixture
def app(world: World) -> FastAPI:
    """Return an app with a route, and a websocket, for each row."""
    users = UserAuth()
    members = MemberAuth(lambda: world.b2b, cookies=MEMBER_COOKIES)
    discreet = MemberAuth(lambda: world.b2b, cookies=MEMBER_COOKIES, hide_tenants=True)
    app = FastAPI()
    app.state.stytch = world.client
    users.install(app)
    for path, dependency in {
        "/session": users.session,
        "/editor": users.require(role="editor"),
        "/publish": users.require(check=("documents", "publish")),
        "/totp": users.require(factors="totp", within=dt.timedelta(minutes=5)),
        "/organizations/{organization_id}": members.member_of(),
        "/hidden/{organization_id}": discreet.member_of(),
    }.items():
        add_routes(app, path, dependency)
    return app


def add_routes(app: FastAPI, path: str, dependency: Any) -> None:
    """Add a POST and a websocket that depend on something."""

    @app.post(path, dependencies=[Depends(dependency)])
    async def post() -> str:
        return "welcome"

    @app.websocket(path, dependencies=[Depends(dependency)])
    async def websocket(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.close()


@pytest.mark.parametrize("kind", ["http", "websocket"])
@pytest.mark.parametrize("row", ROWS, ids=IDS)
async def test_each_error_has_its_answer(row: Row, kind: Kind, knock: Knock, world: World) -> None:
    """Status, error and headers are those of the table, and cookies go only where a session is over."""
    path, headers = await row.arrange(world)

    reply = await knock(kind, path, headers)

    assert row.tells(reply)


@pytest.mark.parametrize("kind", ["http", "websocket"])
async def test_who_is_signed_in_passes(kind: Kind, knock: Knock, world: World) -> None:
    """A good session opens what takes no more than that."""
    cookies = await world.sign_in()

    reply = await knock(kind, "/session", cookie_header(cookies))

    assert (reply.status, reply.set_cookies) == ({"http": 200, "websocket": 101}[kind], [])
