"""Machines and Connected Apps that call a FastAPI app."""

from collections.abc import Callable
from typing import Annotated, Any

import pytest
from fastapi import FastAPI, Security, WebSocket

from stytch_async.integrations.fastapi import ConnectedAppAuth, MachineAuth
from stytch_async.tokens.results import ConnectedAppClaims, MachineClaims
from tests.kits.world import Knock, World, cookie_header

machines, apps = MachineAuth(), ConnectedAppAuth()
Robot = Annotated[MachineClaims, Security(machines.claims, scopes=["read:documents"])]
App = Annotated[ConnectedAppClaims, Security(apps.claims, scopes=["read:documents"])]


@pytest.fixture
def app(world: World) -> FastAPI:
    """Return an app for both, with routes and websockets."""
    app = FastAPI()
    app.state.stytch = world.client

    @app.post("/machine")
    async def machine(robot: Robot) -> str:
        return robot.client_id

    @app.post("/app")
    async def connected_app(app: App) -> str:
        return app.subject

    @app.websocket("/machine")
    async def socket(websocket: WebSocket, _: Robot) -> None:
        await websocket.accept()
        await websocket.close()

    return app


@pytest.fixture
def token(world: World) -> Callable[..., str]:
    """Return a function that issues a token with a scope."""
    project = world.stytch.project
    now = int(project.now.timestamp())

    def issue(kind: str, scope: str) -> str:
        registered = {"iss": f"stytch.com/{project.project_id}", "aud": [project.project_id], "iat": now, "nbf": now}
        who = {"machine": {"sub": "m2m-client-test-1"}, "app": {"sub": "user-test-1", "client_id": "connected-app-1"}}
        return project.keys.sign({**registered, **who[kind], "exp": now + 300, "scope": scope})

    return issue


@pytest.mark.parametrize(("kind", "who"), [("machine", "m2m-client-test-1"), ("app", "user-test-1")])
@pytest.mark.parametrize("scope", ["read:documents", "read:*"])
async def test_a_token_with_the_scope_passes(
    kind: str, who: str, scope: str, knock: Knock, token: Callable[..., str]
) -> None:
    """The handler gets what the token says."""
    reply = await knock("http", f"/{kind}", {"Authorization": f"Bearer {token(kind, scope)}"})

    assert (reply.status, reply.error.strip('"')) == (200, who)


@pytest.mark.parametrize(("scope", "status"), [("read:documents", 101), ("write:documents", 403)])
async def test_a_websocket_takes_tokens_too(scope: str, status: int, knock: Knock, token: Callable[..., str]) -> None:
    """A token opens it or not, before anything is sent."""
    reply = await knock("websocket", "/machine", {"Authorization": f"Bearer {token('machine', scope)}"})

    assert reply.status == status


@pytest.mark.parametrize("kind", ["machine", "app"])
async def test_a_token_without_the_scope_is_told_which(kind: str, knock: Knock, token: Callable[..., str]) -> None:
    """The challenge names the scope."""
    reply = await knock("http", f"/{kind}", {"Authorization": f"Bearer {token(kind, 'write:documents')}"})

    assert (reply.status, reply.error) == (403, "insufficient_scope")
    assert reply.headers["www-authenticate"] == 'Bearer error="insufficient_scope", scope="read:documents"'


@pytest.mark.parametrize(("path", "kind"), [("machine", "app"), ("app", "machine")])
async def test_a_token_of_the_other_kind_is_refused(
    path: str, kind: str, knock: Knock, token: Callable[..., str]
) -> None:
    """Neither can pass for the other."""
    reply = await knock("http", f"/{path}", {"Authorization": f"Bearer {token(kind, 'read:documents')}"})

    assert (reply.status, reply.error) == (401, "invalid_token")
    assert "wrong kind" in reply.headers["www-authenticate"]


@pytest.mark.parametrize("path", ["machine", "app"])
async def test_a_session_is_no_token(path: str, knock: Knock, world: World) -> None:
    """Nor are its cookies looked at."""
    reply = await knock("http", f"/{path}", cookie_header(await world.sign_in()))

    assert (reply.status, reply.error, reply.headers["www-authenticate"]) == (401, "unauthenticated", "Bearer")


async def test_an_outage_is_no_bad_token(knock: Knock, token: Callable[..., str], world: World) -> None:
    """Where the keys cannot be fetched, nobody can tell."""
    world.stytch.fail_next(world.client.sessions.get_jwks, status=503)

    reply = await knock("http", "/machine", {"Authorization": f"Bearer {token('machine', 'read:documents')}"})

    assert (reply.status, reply.error) == (503, "unavailable")


def test_the_document_names_scheme_and_scopes(app: FastAPI) -> None:
    """Whoever reads it knows what a token needs."""
    document: dict[str, Any] = app.openapi()

    assert document["components"]["securitySchemes"] == {
        "StytchMachine": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
        "StytchConnectedApp": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    }
    assert document["paths"]["/machine"]["post"]["security"] == [{"StytchMachine": ["read:documents"]}]
