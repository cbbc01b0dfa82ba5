"""The Starlette kit: the table of answers, the backend, log-in and log-out."""

import pytest
from httpx import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from stytch_async.integrations.starlette import MemberAuth, StytchBackend, UserAuth
from tests.kits.conftest import shake_hands
from tests.kits.rows import IDS, ROWS, Row
from tests.kits.starlette_app import auth, build
from tests.kits.world import MEMBER_COOKIES, ORIGIN, Kind, Knock, World, cookie_header, wear


@pytest.fixture
def app(world: World) -> Starlette:
    """Return the app, with clients of the test's own Stytch."""
    return build(world.client, world.b2b)


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


async def test_starlette_knows_the_user_and_the_roles(browser: AsyncClient, world: World) -> None:
    """Its own decorators work."""
    wear(browser, await world.sign_in())

    who, editors = await browser.get("/whoami"), await browser.get("/editors")

    assert who.json()["user"].startswith("user-")
    assert (who.json()["scopes"], editors.status_code) == (["authenticated", "stytch_user"], 403)


async def test_a_stranger_is_asked_to_log_in(browser: AsyncClient) -> None:
    """A page that is not public leads to the login."""
    who, page = await browser.get("/whoami"), await browser.get("/page")

    assert (who.json(), page.status_code) == ({"user": "stranger", "scopes": []}, 303)


async def test_a_visitor_whose_session_is_over_is_a_stranger(browser: AsyncClient) -> None:
    """The login page can be reached, and the cookies are gone."""
    wear(browser, {"stytch_session": "not-a-token"})

    who = await browser.get("/whoami")

    assert (who.json()["user"], dict(browser.cookies)) == ("stranger", {})


async def test_a_bad_bearer_token_is_refused(browser: AsyncClient) -> None:
    """With the status that it deserves, and not with Starlette's 400."""
    answer = await browser.get("/whoami", headers={"Authorization": "Bearer not-a-token"})

    assert (answer.status_code, answer.text) == (401, "invalid_token")
    assert answer.headers["www-authenticate"].startswith("Bearer error=")


async def test_another_site_logs_nobody_in(browser: AsyncClient, world: World) -> None:
    """It could do so with an account of its own, and the visitor would not notice."""
    await world.sign_in()

    refused = await browser.post("/login", headers={"Sec-Fetch-Site": "cross-site"})

    assert (refused.status_code, dict(browser.cookies)) == (403, {})


async def test_an_outage_signs_nobody_out(browser: AsyncClient, world: World, cookies: dict[str, str]) -> None:
    """While Stytch is down the visitor gets a 503 and no cookie; afterwards all is well."""
    wear(browser, cookies)
    world.stytch.fail_next(world.client.sessions.authenticate, status=503)

    during, after = await browser.get("/page"), await browser.get("/page")

    assert (during.status_code, "set-cookie" in during.headers, after.status_code) == (503, False, 200)


async def test_the_backend_and_the_handler_share_a_call(
    browser: AsyncClient, world: World, cookies: dict[str, str]
) -> None:
    """One request asks once, however many want to know."""
    wear(browser, cookies)

    answer = await browser.get("/both")

    assert (answer.json(), world.asked()) == ({"same": True}, 1)


async def test_a_new_jwt_reaches_the_browser(browser: AsyncClient, world: World, cookies: dict[str, str]) -> None:
    """The next request costs no call."""
    wear(browser, cookies)

    await browser.get("/page")
    await browser.get("/page")

    assert world.asked() == 1


async def test_a_new_jwt_reaches_the_browser_with_a_handshake(app: Starlette, cookies: dict[str, str]) -> None:
    """A websocket that opens brings the cookies too."""
    reply = await shake_hands(app, "/session", cookie_header(cookies))

    assert (reply.status, len(reply.set_cookies)) == (101, 2)


async def test_a_login_and_a_logout_pass_through_the_browser(browser: AsyncClient, world: World) -> None:
    """The cookies of a login open the page, and after the log-out they are gone."""
    await world.sign_in()

    await browser.post("/login")
    inside = await browser.get("/page")
    await browser.post("/logout")
    outside = await browser.get("/page")

    assert (inside.status_code, outside.status_code, dict(browser.cookies)) == (200, 303, {})


@pytest.mark.parametrize(
    ("error_type", "status"), [("unable_to_auth_otp_code", 401), ("unauthorized_credentials", 503)]
)
async def test_a_call_in_a_handler_is_answered_for(
    error_type: str, status: int, browser: AsyncClient, world: World
) -> None:
    """What the visitor can mend has the status that the app gives it; the rest is a 503."""
    world.stytch.fail_next(world.client.otps.authenticate, error_type=error_type)

    answer = await browser.post("/code")

    assert answer.status_code == status


async def test_the_backend_fits_starlettes_own_middleware(app: Starlette, world: World) -> None:
    """An app that has it already gives it the backend."""
    backend = StytchBackend(auth)
    cookies = await world.sign_in()
    scope = {"type": "http", "method": "GET", "path": "/", "app": app, "state": {}}
    cookie = cookie_header(cookies)["Cookie"].encode()

    strangers = await backend.authenticate(HTTPConnection({**scope, "headers": []}))
    known = await backend.authenticate(HTTPConnection({**scope, "headers": [(b"cookie", cookie)]}))

    assert strangers is None
    assert known is not None
    assert known[1].is_authenticated


@pytest.fixture
def two(world: World) -> Starlette:
    """Return an app for users and members, which tells who Starlette thinks is there."""
    users, members = UserAuth(), MemberAuth(lambda _: world.b2b, cookies=MEMBER_COOKIES)

    async def page(request: Request) -> Response:
        user, member = await users.optional(request), await members.optional(request)
        return JSONResponse([request.user.identity, user and user.user_id, member and member.member_id])

    app = Starlette(routes=[Route("/", page)])
    app.state.stytch = world.client
    users.install(app)
    members.install(app)
    return app


async def test_two_kinds_of_session_live_in_one_app(two: Starlette, world: World) -> None:
    """Each has its cookies, and both are written back."""
    _, theirs = await world.sign_in_member()
    cookies = {**await world.sign_in(), **theirs}
    world.stytch.project.clock.advance(minutes=6)

    async with AsyncClient(transport=ASGITransport(two), base_url=ORIGIN) as browser:
        answer = await browser.get("/", headers=cookie_header(cookies))

    found, user, member = answer.json()
    assert (found, user[:5], member[:7]) == (user, "user-", "member-")
    assert len(answer.headers.get_list("set-cookie")) == 4


async def test_a_member_is_there_where_no_user_is(two: Starlette, world: World) -> None:
    """Whoever has a session of one kind is not a stranger for having none of the other."""
    _, cookies = await world.sign_in_member()

    async with AsyncClient(transport=ASGITransport(two), base_url=ORIGIN) as browser:
        answer = await browser.get("/", headers=cookie_header(cookies))

    found, user, member = answer.json()
    assert (user, found) == (None, member)
