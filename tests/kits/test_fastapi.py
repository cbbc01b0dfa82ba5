"""The FastAPI kit at work: cookies written back, log-in and log-out, and calls made once."""

import asyncio
import logging

import pytest
from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse
from httpx import AsyncClient

from tests.kits.conftest import shake_hands
from tests.kits.fastapi_app import build
from tests.kits.world import Knock, World, cookie_header, wear


@pytest.fixture
def app(world: World) -> FastAPI:
    """Return the app, with a client of the test's own Stytch."""
    return build(world.client)


@pytest.mark.parametrize("path", ["/json", "/html", "/redirect", "/stream", "/raise"])
async def test_a_new_jwt_reaches_the_browser_with_every_answer(
    path: str, browser: AsyncClient, world: World, cookies: dict[str, str]
) -> None:
    """Whatever the handler returns or raises, the next request costs no call."""
    wear(browser, cookies)

    await browser.get(path)

    await browser.get("/json")
    assert world.asked() == 1
    assert browser.cookies["stytch_session_jwt"] != cookies["stytch_session_jwt"]


async def test_a_new_jwt_reaches_the_browser_with_a_handshake(app: FastAPI, cookies: dict[str, str]) -> None:
    """A websocket that opens brings the cookies too."""
    reply = await shake_hands(app, "/socket", cookie_header(cookies))

    assert reply.status == 101
    assert [line.partition("=")[0] for line in reply.set_cookies] == ["stytch_session", "stytch_session_jwt"]


async def test_an_outage_signs_nobody_out(browser: AsyncClient, world: World, cookies: dict[str, str]) -> None:
    """While Stytch is down the visitor gets a 503 and no cookie; afterwards all is well."""
    wear(browser, cookies)
    world.stytch.fail_next(world.client.sessions.authenticate, status=503)

    during = await browser.get("/json")

    after = await browser.get("/json")
    assert (during.status_code, "set-cookie" in during.headers, after.status_code) == (503, False, 200)


async def test_requests_at_the_same_time_share_a_call(
    browser: AsyncClient, world: World, cookies: dict[str, str]
) -> None:
    """A page that fires twenty requests when its JWT has expired costs no twenty calls."""
    wear(browser, cookies)
    world.stytch.fail_next(world.client.sessions.authenticate, delay=0.01)

    answers = await asyncio.gather(*(browser.get("/json") for _ in range(20)))

    assert {answer.status_code for answer in answers} == {200}
    assert world.asked() <= 2


async def test_a_visitor_who_leaves_does_not_take_the_call_along(
    browser: AsyncClient, world: World, cookies: dict[str, str]
) -> None:
    """The request that has begun to ask is cancelled, and the one that waits with it is answered."""
    wear(browser, cookies)
    world.stytch.gate.clear()
    leaving, staying = (asyncio.create_task(browser.get("/json")) for _ in range(2))
    await world.stytch.arrived.wait()

    leaving.cancel()
    world.stytch.gate.set()

    assert (await staying).status_code == 200
    assert (leaving.cancelled(), world.asked()) == (True, 1)


async def test_no_dependency_waits_for_a_thread(
    browser: AsyncClient, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A request is cheap: FastAPI would run a plain function in a thread."""
    wear(browser, await world.sign_in())
    monkeypatch.setattr("fastapi.dependencies.utils.run_in_threadpool", None)

    inside = await browser.get("/json")

    assert inside.status_code == 200


async def test_a_login_and_a_logout_pass_through_the_browser(browser: AsyncClient, world: World) -> None:
    """The cookies of a login open the page, and after the log-out they are gone."""
    await world.sign_in()

    await browser.post("/login", params={"minutes": 60})
    inside = await browser.get("/json")
    await browser.post("/logout")
    outside = await browser.get("/json")

    assert (inside.status_code, outside.status_code, dict(browser.cookies)) == (200, 401, {})


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example.com"}])
async def test_another_site_logs_nobody_in(browser: AsyncClient, world: World, headers: dict[str, str]) -> None:
    """It could do so with an account of its own, and the visitor would not notice."""
    await world.sign_in()

    refused = await browser.post("/login", params={"minutes": 60}, headers=headers)

    assert (refused.status_code, refused.json(), dict(browser.cookies)) == (403, {"detail": "cross_origin"}, {})


async def test_a_login_without_a_session_is_refused(browser: AsyncClient, world: World) -> None:
    """Whoever forgets to ask for a session is told so, and not by a visitor."""
    await world.sign_in()

    with pytest.raises(ValueError, match="session_duration_minutes"):
        await browser.post("/login")


async def test_a_public_page_knows_who_is_there(browser: AsyncClient, world: World) -> None:
    """Nobody, somebody, and somebody whose session is over: the last one loses the cookies."""
    nobody = await browser.get("/optional")
    wear(browser, await world.sign_in())
    somebody = await browser.get("/optional")
    browser.cookies.clear()
    wear(browser, {"stytch_session": "not-a-token"})
    over = await browser.get("/optional")

    assert (nobody.json(), over.json(), dict(browser.cookies)) == ("stranger", "stranger", {})
    assert somebody.json().startswith("user-")


async def test_a_public_page_does_not_take_an_outage_for_a_stranger(
    browser: AsyncClient, world: World, cookies: dict[str, str]
) -> None:
    """Nobody can tell who is there, so nobody is told to be nobody."""
    wear(browser, cookies)
    world.stytch.fail_next(world.client.sessions.authenticate, refused=True)

    answer = await browser.get("/optional")

    assert answer.status_code == 503


async def test_a_bad_bearer_token_is_no_stranger(browser: AsyncClient) -> None:
    """Who sends a token wants to be recognised."""
    answer = await browser.get("/optional", headers={"Authorization": "Bearer not-a-token"})

    assert answer.status_code == 401


async def test_the_user_is_asked_for_once(browser: AsyncClient, world: World) -> None:
    """The user comes from Stytch, and so does the session of the same request."""
    wear(browser, await world.sign_in())

    answer = await browser.get("/user")

    assert (answer.json(), world.asked()) == ("ada@example.com", 1)


async def test_what_cannot_be_undone_asks_stytch(browser: AsyncClient, world: World) -> None:
    """A session that was revoked a moment ago still opens a page, but nothing that has to be fresh."""
    cookies = await world.sign_in()
    wear(browser, cookies)
    await world.client.sessions.revoke(session_token=cookies["stytch_session"])

    page, deed = await browser.get("/json"), await browser.get("/fresh")

    assert (page.status_code, deed.status_code) == (200, 401)


@pytest.mark.parametrize(
    ("error_type", "status"),
    [("unable_to_auth_otp_code", 401), ("user_lock_limit_reached", 429), ("unauthorized_credentials", 503)],
)
async def test_a_call_in_a_handler_is_answered_for(
    error_type: str, status: int, browser: AsyncClient, world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """What the visitor can mend has the status that the app gives it; the rest is a 503, which is logged."""
    world.stytch.fail_next(world.client.otps.authenticate, error_type=error_type)

    answer = await browser.post("/code")

    assert answer.status_code == status
    assert [record.levelno for record in caplog.records if "answered" in record.message] == (
        [logging.ERROR] if status == 503 else []
    )


async def test_a_mistake_in_the_app_is_not_hidden(browser: AsyncClient) -> None:
    """An argument outside its limits is a bug, and no outage."""
    with pytest.raises(ValueError, match="expiration_minutes"):
        await browser.post("/mistake")


async def test_an_app_answers_in_its_own_words(app: FastAPI, browser: AsyncClient) -> None:
    """A handler of the app's own for a 401 takes visitors to its login page."""

    @app.exception_handler(401)
    async def to_login(_: Request, __: Exception) -> RedirectResponse:
        return RedirectResponse("/login", 303)

    answer = await browser.get("/json")

    assert (answer.status_code, answer.headers["location"]) == (303, "/login")


async def test_a_session_may_come_as_a_bearer_token(browser: AsyncClient, cookies: dict[str, str]) -> None:
    """A phone sends no cookies, and gets none."""
    answers = [await browser.get("/json", headers={"Authorization": f"Bearer {value}"}) for value in cookies.values()]

    assert [(answer.status_code, "set-cookie" in answer.headers) for answer in answers] == [(200, False)] * 2


async def test_secrets_stay_out_of_the_answer(knock: Knock, world: World) -> None:
    """A refusal repeats nothing of what was sent."""
    cookies = await world.sign_in()

    reply = await knock("http", "/socket", cookie_header(cookies))

    assert not any(secret in str(reply) for secret in cookies.values())
