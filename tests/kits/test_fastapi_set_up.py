"""The FastAPI kit set up: what tests replace, what apps share, and the OpenAPI document."""

import datetime as dt
from typing import Any

import pytest
from fastapi import Depends, FastAPI, Request
from httpx import ASGITransport, AsyncClient

from stytch_async import Client, ConfigurationError
from stytch_async.integrations.cookies import Cookies
from stytch_async.integrations.fastapi import UserAuth, keeps, stytch_client
from stytch_async.schemas.consumer.sessions import Session
from tests.kits.fastapi_app import auth, build
from tests.kits.world import ORIGIN, World, cookie_header, wear

BOTH = [{"StytchUserCookie": []}, {"StytchUserBearer": []}]
OTHERS = ("/optional", "/user", "/editors", "/fresh", "/logout")


@pytest.fixture
def app(world: World) -> FastAPI:
    """Return the app, with a client of the test's own Stytch."""
    return build(world.client)


def somebody() -> Session:
    """Return a session that nobody has checked."""
    return Session(session_id="session-test-1", user_id="user-test-1", authentication_factors=[], roles=["stytch_user"])


async def test_the_session_can_be_overridden(app: FastAPI, browser: AsyncClient) -> None:
    """A test puts anybody in the visitor's place, and roles are still checked."""
    app.dependency_overrides[auth.session] = somebody

    page, editors = await browser.get("/json"), await browser.get("/editors")

    assert (page.json(), editors.status_code) == ({"user_id": "user-test-1"}, 403)


async def test_a_requirement_can_be_overridden(app: FastAPI, browser: AsyncClient) -> None:
    """The same requirements are the same dependency."""
    app.dependency_overrides[auth.require(role=["editor"])] = somebody

    answer = await browser.get("/editors")

    assert answer.json() == "user-test-1"


async def test_the_client_can_be_overridden(app: FastAPI, browser: AsyncClient, world: World) -> None:
    """A test that has a client of its own puts it in the place of the app's."""
    app.state.stytch = None
    app.dependency_overrides[stytch_client] = lambda: world.client
    wear(browser, await world.sign_in())

    answer = await browser.get("/json")

    assert answer.status_code == 200


async def test_two_apps_do_not_share(world: World, cookies: dict[str, str]) -> None:
    """Each auth has cookies of its own."""
    other = UserAuth(cookies=Cookies(token="other", jwt="other_jwt"))
    app = FastAPI()
    app.state.stytch = world.client
    other.install(app)
    app.get("/")(lambda session=Depends(other.session): session.user_id)  # noqa: B008
    async with AsyncClient(transport=ASGITransport(app), base_url=ORIGIN) as browser:
        theirs = await browser.get("/", headers=cookie_header(cookies))
        own = await browser.get("/", headers=cookie_header({"other": cookies["stytch_session"]}))

    assert (theirs.status_code, own.status_code) == (401, 200)
    assert [line.partition("=")[0] for line in own.headers.get_list("set-cookie")] == ["other", "other_jwt"]


async def test_a_mounted_app_has_the_client_and_the_cookies(world: World, cookies: dict[str, str]) -> None:
    """What an app keeps and writes also serves the apps below it."""
    app, below = FastAPI(lifespan=keeps(lambda: world.client)), FastAPI()
    auth.install(app)
    auth.install(below)
    below.get("/")(lambda session=Depends(auth.session): session.user_id)  # noqa: B008
    app.mount("/below", below)
    async with (
        app.router.lifespan_context(app) as state,
        AsyncClient(transport=ASGITransport(with_state(app, state)), base_url=ORIGIN) as browser,
    ):
        answer = await browser.get("/below/", headers=cookie_header(cookies))

    assert answer.status_code == 200
    assert len(answer.headers.get_list("set-cookie")) == 2


def with_state(app: FastAPI, state: Any) -> Any:
    """Serve an app as a server does that has run its lifespan."""

    async def serve(scope: Any, receive: Any, send: Any) -> None:
        await app({**scope, "state": dict(state)}, receive, send)

    return serve


async def test_the_client_is_closed_with_the_app() -> None:
    """The lifespan keeps the client open for as long as the app runs."""
    closed: list[bool] = []

    class Watched(Client):
        async def aclose(self) -> None:
            closed.append(True)
            await super().aclose()

    app = FastAPI(lifespan=keeps(lambda: Watched("project-test-1", "secret-test-1")))
    async with app.router.lifespan_context(app):
        while_it_runs = list(closed)

    assert (while_it_runs, closed) == ([], [True])


async def test_an_app_without_a_client_is_told_so() -> None:
    """The error says what is missing."""
    app = FastAPI()
    app.get("/")(lambda session=Depends(auth.session): session.user_id)  # noqa: B008
    async with AsyncClient(transport=ASGITransport(app), base_url=ORIGIN) as browser:
        with pytest.raises(ConfigurationError, match="keeps"):
            await browser.get("/")


async def test_without_the_middleware_a_login_fails_and_a_refresh_warns_once(
    world: World, cookies: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    """A login that would be lost is a mistake; a refresh that is lost costs calls, and is logged."""
    app, alone = FastAPI(), UserAuth()
    app.state.stytch = world.client
    app.get("/")(lambda session=Depends(alone.session): session.user_id)  # noqa: B008

    @app.post("/login")
    async def log_in(request: Request) -> None:
        alone.sign_in(request, await world.client.sessions.authenticate(session_token=cookies["stytch_session"]))

    async with AsyncClient(transport=ASGITransport(app), base_url=ORIGIN) as browser:
        answers = [await browser.get("/", headers=cookie_header(cookies)) for _ in range(2)]
        with pytest.raises(ConfigurationError, match="install"):
            await browser.post("/login")

    assert {answer.status_code for answer in answers} == {200}
    assert len([record for record in caplog.records if "not installed" in record.message]) == 1


def test_the_same_requirements_are_the_same_dependency() -> None:
    """Also where they are written in another way; others are another."""
    recent = dt.timedelta(minutes=5)

    assert auth.require(factors="totp", within=recent) is auth.require(within=recent, factors=["totp"])
    assert auth.require(role="editor") is not auth.require(role="admin")


def test_the_document_names_the_schemes(app: FastAPI) -> None:
    """The OpenAPI document tells how to authenticate, and on which routes."""
    document = app.openapi()

    assert document["components"]["securitySchemes"] == {
        "StytchUserCookie": {"type": "apiKey", "in": "cookie", "name": "stytch_session_jwt"},
        "StytchUserBearer": {"type": "http", "scheme": "bearer"},
    }
    operations = {path: operation for path, methods in document["paths"].items() for operation in methods.values()}
    behind = {path for path, operation in operations.items() if operation.get("security") == BOTH}
    assert behind == {*("/json", "/html", "/redirect", "/stream", "/raise"), *OTHERS}
    assert {path for path, operation in operations.items() if "security" in operation} == behind
    # What a dependency of the kit reads is no parameter of the route, and cannot be misspelt by a visitor.
    assert {path for path, operation in operations.items() if "parameters" in operation} == {"/login"}
    assert {path for path, operation in operations.items() if "422" in operation["responses"]} == {"/login"}


async def test_bearer_only_and_cookies_only(world: World, cookies: dict[str, str]) -> None:
    """An app takes sessions in the ways that it has chosen, and names no others."""
    app = FastAPI()
    app.state.stytch = world.client
    for path, one in {"/bearer": UserAuth(cookies=None), "/cookies": UserAuth(bearer=False, scheme_name="C")}.items():
        app.get(path)(lambda session=Depends(one.session): session.user_id)  # noqa: B008
    bearer = {"Authorization": f"Bearer {cookies['stytch_session']}"}
    async with AsyncClient(transport=ASGITransport(app), base_url=ORIGIN) as browser:
        statuses = [
            (await browser.get(path, headers=headers)).status_code
            for path in ("/bearer", "/cookies")
            for headers in (bearer, cookie_header(cookies))
        ]

    assert statuses == [200, 401, 401, 200]
    assert set(app.openapi()["components"]["securitySchemes"]) == {"StytchUserBearer", "CCookie"}
