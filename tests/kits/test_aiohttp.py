"""The aiohttp kit: the table of answers, cookies written back, log-in and log-out."""

import asyncio
from collections.abc import AsyncIterator, Mapping

import pytest
from aiohttp import ClientSession, CookieJar, DummyCookieJar, web
from aiohttp.test_utils import TestServer

from stytch_async import Client, ConfigurationError
from stytch_async.integrations.aiohttp_web import STYTCH, UserAuth
from tests.kits.aiohttp_app import auth, build
from tests.kits.rows import IDS, ROWS, Row
from tests.kits.world import Kind, Knock, Reply, World, cookie_header

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


@pytest.fixture
async def server(world: World) -> AsyncIterator[TestServer]:
    """Serve the app."""
    async with TestServer(build(world.client, world.b2b)) as server:
        yield server


@pytest.fixture
async def browser(server: TestServer) -> AsyncIterator[ClientSession]:
    """Visit the app, with whatever cookies a test sends."""
    async with ClientSession(server.make_url("/"), cookie_jar=DummyCookieJar()) as browser:
        yield browser


@pytest.fixture
def knock(browser: ClientSession) -> Knock:
    """Send a POST to the app, or shake hands with it."""

    async def send(kind: Kind, path: str, headers: Mapping[str, str]) -> Reply:
        method, upgrade = ("POST", {}) if kind == "http" else ("GET", UPGRADE)
        async with browser.request(method, path, headers={**headers, **upgrade}) as response:
            content = b"" if response.status == 101 else await response.read()
            return Reply.of(response.status, content, list(response.headers.items()))

    return send


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


@pytest.mark.parametrize("path", ["/json", "/stream", "/raise", "/redirect"])
async def test_a_new_jwt_reaches_the_browser_with_every_answer(
    path: str, browser: ClientSession, cookies: dict[str, str]
) -> None:
    """Whatever the handler returns or raises."""
    async with browser.get(path, headers=cookie_header(cookies), allow_redirects=False) as answer:
        written = answer.headers.getall("Set-Cookie")

    assert [line.partition("=")[0] for line in written] == ["stytch_session", "stytch_session_jwt"]


async def test_a_new_jwt_reaches_the_browser_with_a_handshake(knock: Knock, cookies: dict[str, str]) -> None:
    """A websocket that opens brings the cookies too."""
    reply = await knock("websocket", "/session", cookie_header(cookies))

    assert (reply.status, len(reply.set_cookies)) == (101, 2)


async def test_a_login_and_a_logout_pass_through_the_browser(server: TestServer, world: World) -> None:
    """The cookies of a login open the page, and after the log-out they are gone."""
    await world.sign_in()
    # The test server speaks plain HTTP, over which a jar would not send secure cookies.
    jar = CookieJar(unsafe=True, treat_as_secure_origin=server.make_url("/").origin())
    async with ClientSession(server.make_url("/"), cookie_jar=jar) as browser:
        await browser.post("/login")
        inside = await browser.get("/json")
        await browser.post("/logout")
        outside = await browser.get("/json")

    assert (inside.status, outside.status, len(jar)) == (200, 401, 0)


async def test_another_site_logs_nobody_in(browser: ClientSession, world: World) -> None:
    """It could do so with an account of its own, and the visitor would not notice."""
    await world.sign_in()

    refused = await browser.post("/login", headers={"Sec-Fetch-Site": "cross-site"})

    assert (refused.status, "Set-Cookie" in refused.headers) == (403, False)


async def test_an_outage_signs_nobody_out(browser: ClientSession, world: World, cookies: dict[str, str]) -> None:
    """While Stytch is down the visitor gets a 503 and no cookie; afterwards all is well."""
    world.stytch.fail_next(world.client.sessions.authenticate, status=503)

    during = await browser.get("/json", headers=cookie_header(cookies))
    after = await browser.get("/json", headers=cookie_header(cookies))

    assert (during.status, "Set-Cookie" in during.headers, after.status) == (503, False, 200)


async def test_requests_at_the_same_time_share_a_call(
    browser: ClientSession, world: World, cookies: dict[str, str]
) -> None:
    """A page that fires twenty requests when its JWT has expired costs no twenty calls."""
    world.stytch.fail_next(world.client.sessions.authenticate, delay=0.05)

    answers = await asyncio.gather(*(browser.get("/json", headers=cookie_header(cookies)) for _ in range(20)))

    assert {answer.status for answer in answers} == {200}
    assert world.asked() <= 2


async def test_a_public_page_knows_who_is_there(browser: ClientSession, world: World) -> None:
    """Nobody, somebody, and somebody whose session is over: the last one loses the cookies."""
    nobody = await browser.get("/optional")
    somebody = await browser.get("/optional", headers=cookie_header(await world.sign_in()))
    over = await browser.get("/optional", headers=cookie_header({"stytch_session": "not-a-token"}))

    assert (await nobody.text(), await over.text()) == ("stranger", "stranger")
    assert (await somebody.text()).startswith("user-")
    assert len(over.headers.getall("Set-Cookie")) == 2


async def test_one_request_asks_once(browser: ClientSession, world: World, cookies: dict[str, str]) -> None:
    """The user and the session of one request come from one call."""
    answer = await browser.get("/user", headers=cookie_header(cookies))

    assert (await answer.text()).startswith("ada@example.com user-")
    assert world.asked() == 1


async def test_what_cannot_be_undone_asks_stytch(browser: ClientSession, world: World) -> None:
    """A session that was revoked a moment ago still opens a page, but nothing that has to be fresh."""
    cookies = await world.sign_in()
    await world.client.sessions.revoke(session_token=cookies["stytch_session"])

    page = await browser.get("/json", headers=cookie_header(cookies))
    deed = await browser.get("/fresh", headers=cookie_header(cookies))

    assert (page.status, deed.status) == (200, 401)


@pytest.mark.parametrize(
    ("error_type", "status"),
    [("unable_to_auth_otp_code", 401), ("user_lock_limit_reached", 429), ("unauthorized_credentials", 503)],
)
async def test_a_call_in_a_handler_is_answered_for(
    error_type: str, status: int, browser: ClientSession, world: World
) -> None:
    """What the visitor can mend has the status that the app gives it; the rest is a 503."""
    world.stytch.fail_next(world.client.otps.authenticate, error_type=error_type)

    answer = await browser.post("/code")

    assert answer.status == status
    assert await answer.json() == {"error": "unavailable" if status == 503 else error_type}


async def test_a_mistake_in_the_app_is_not_hidden(browser: ClientSession) -> None:
    """An argument outside its limits is a bug, and no outage."""
    answer = await browser.post("/mistake")

    assert answer.status == 500


async def test_an_app_below_has_the_client_and_the_cookies(world: World, cookies: dict[str, str]) -> None:
    """What an app keeps and writes also serves the apps below it."""
    app, below = web.Application(), web.Application()
    auth.setup(app, lambda: world.client)

    async def page(request: web.Request) -> web.Response:
        return web.Response(text=(await auth.session(request)).user_id)

    below.router.add_get("/", page)
    app.add_subapp("/below", below)
    async with TestServer(app) as server, ClientSession(server.make_url("/"), cookie_jar=DummyCookieJar()) as browser:
        answer = await browser.get("/below/", headers=cookie_header(cookies))

    assert (answer.status, len(answer.headers.getall("Set-Cookie"))) == (200, 2)


async def test_the_client_is_closed_with_the_app() -> None:
    """It is open for as long as the app runs."""
    closed: list[bool] = []

    class Watched(Client):
        async def aclose(self) -> None:
            closed.append(True)
            await super().aclose()

    app = web.Application()
    UserAuth().setup(app, lambda: Watched("project-test-1", "secret-test-1"))
    async with TestServer(app):
        while_it_runs = (isinstance(app[STYTCH], Watched), list(closed))

    assert (while_it_runs, closed) == ((True, []), [True])


def test_a_refusal_needs_a_status_that_says_something() -> None:
    """A misspelt one is found when the app is built."""
    with pytest.raises(ConfigurationError, match="not 999"):
        UserAuth().setup(web.Application(), refusals={"weak_password": 999})
