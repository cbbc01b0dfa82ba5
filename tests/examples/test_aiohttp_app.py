"""The example on aiohttp's server, as somebody meets it in a browser."""

import re
from collections.abc import AsyncIterator
from operator import attrgetter

import pytest
from aiohttp import ClientResponse, ClientSession, CookieJar
from aiohttp.test_utils import TestServer

from examples.aiohttp_app import make_app
from stytch_async import Client, InMemoryTransport

EMAIL = "ada@example.com"


@pytest.fixture
async def browser(stytch_client: Client) -> AsyncIterator[ClientSession]:
    """Visit the app, which uses the test's own Stytch."""
    async with (
        TestServer(make_app(lambda: stytch_client)) as server,
        ClientSession(server.make_url("/"), cookie_jar=CookieJar(unsafe=True)) as browser,
    ):
        yield browser


async def log_in(browser: ClientSession, stytch: InMemoryTransport, code: str | None = None) -> ClientResponse:
    """Log in with the code that was mailed, or with another one."""
    asked = await browser.post("/login", data={"email": EMAIL})
    found = re.search('name="method_id" value="(.+)"', await asked.text())
    assert found is not None
    code = code or stytch.project.outbox.last(EMAIL).code
    return await browser.post("/login/code", data={"method_id": found[1], "code": code})


async def test_an_emailed_code_opens_the_page(browser: ClientSession, stytch: InMemoryTransport) -> None:
    """A stranger is asked for an address; the code that arrives there lets them in, and scripts get no cookie."""
    stranger = await browser.get("/")

    welcome = await log_in(browser, stytch)

    assert (stranger.status, "Mail me a code" in await stranger.text()) == (401, True)
    assert (welcome.status, f"Hello, {EMAIL}!" in await welcome.text()) == (200, True)
    assert all(cookie["httponly"] for cookie in browser.cookie_jar)


@pytest.mark.parametrize("code", ["000000", "no code", " "])
async def test_a_wrong_code_is_explained(code: str, browser: ClientSession, stytch: InMemoryTransport) -> None:
    """Nobody is logged in, and the page says why."""
    refused = await log_in(browser, stytch, code)

    assert (refused.status, "This code is wrong" in await refused.text()) == (422, True)
    assert len(browser.cookie_jar) == 0


async def test_a_form_that_was_tampered_with_is_refused(browser: ClientSession) -> None:
    """It is not taken for an outage."""
    refused = await browser.post("/login/code", data={"method_id": "made up"})

    assert refused.status == 422


async def test_another_site_logs_nobody_in(browser: ClientSession, stytch: InMemoryTransport) -> None:
    """It could do so with a code of its own, and the visitor would not notice."""
    browser.headers["Sec-Fetch-Site"] = "cross-site"

    refused = await log_in(browser, stytch)

    assert (refused.status, "came from another site" in await refused.text()) == (403, True)
    assert len(browser.cookie_jar) == 0


async def test_another_site_logs_nobody_out(browser: ClientSession, stytch: InMemoryTransport) -> None:
    """The visitor is still there afterwards."""
    await log_in(browser, stytch)

    refused = await browser.post("/logout", headers={"Sec-Fetch-Site": "cross-site"})

    after = await browser.get("/")
    assert (refused.status, after.status) == (403, 200)


async def test_a_logout_ends_the_session(browser: ClientSession, stytch: InMemoryTransport) -> None:
    """Neither this browser nor a copy of its cookies is let in afterwards."""
    await log_in(browser, stytch)
    copy = {cookie.key: cookie.value for cookie in browser.cookie_jar}

    await browser.post("/logout")

    here, elsewhere = await browser.get("/"), await browser.get("/", cookies=copy)
    assert (here.status, elsewhere.status) == (401, 401)


PAGES = [
    ("GET", "/", "sessions.authenticate"),
    ("POST", "/login", "otps.email.login_or_create"),
    ("POST", "/login/code", "otps.authenticate"),
    ("POST", "/logout", "sessions.revoke"),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page[0]} {page[1]}")
async def test_an_outage_is_not_a_logout(
    page: tuple[str, str, str], browser: ClientSession, stytch: InMemoryTransport, stytch_client: Client
) -> None:
    """Each page says so with a 503, and the visitor is still logged in afterwards."""
    method, path, call = page
    await log_in(browser, stytch)
    stytch.fail_next(attrgetter(call)(stytch_client), status=503)

    during = await browser.request(method, path, data={"email": EMAIL, "method_id": "email-1", "code": "123456"})
    after = await browser.get("/")

    assert (during.status, "Retry-After" in during.headers, after.status) == (503, True, 200)
    assert "logged in stays so" in await during.text()
