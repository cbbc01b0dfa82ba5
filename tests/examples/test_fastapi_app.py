"""The FastAPI web app among the examples: what visitors of its pages live through."""

import re
import runpy
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from html import unescape

import pytest
from httpx import ASGITransport, AsyncClient, Response

from examples.fastapi_app import visitors as visitors_module
from examples.fastapi_app.app import app
from examples.fastapi_app.visitors import URL
from stytch_async import Client, InMemoryTransport
from stytch_async.emulator.world.person import Person
from stytch_async.integrations.fastapi import stytch_client as client_of

PASSWORD = "a long and quiet river"
NEW_PASSWORD = "another long and quiet river"
PROTECTED = ["/", "/sessions", "/authenticator", "/authenticator/lost", "/passkeys", "/step-up", "/vault"]
FORMS: Mapping[str, Callable[[Client], Callable[..., object]]] = {
    "/authenticator": lambda client: client.totps.create,
    "/forgotten": lambda client: client.passwords.email.reset_start,
    "/login": lambda client: client.passwords.authenticate,
    "/login/code": lambda client: client.otps.email.login_or_create,
    "/login/link": lambda client: client.magic_links.email.login_or_create,
    "/logout": lambda client: client.sessions.revoke,
    "/sign-up": lambda client: client.passwords.create,
}
"""By the form that it stands behind: what fails in an outage."""


@pytest.fixture(autouse=True)
def _stytch_of_the_test(stytch_client: Client) -> Iterator[None]:
    """Let the app use the test's own Stytch."""
    app.dependency_overrides[client_of] = lambda: stytch_client
    yield
    app.dependency_overrides.clear()


def new_browser() -> AsyncClient:
    """Return a browser that nobody has used yet."""
    return AsyncClient(transport=ASGITransport(app), base_url=URL, follow_redirects=True)


@pytest.fixture
async def browser() -> AsyncIterator[AsyncClient]:
    """Visit the app."""
    async with new_browser() as browser:
        yield browser


@pytest.fixture
def ada(stytch: InMemoryTransport) -> Person:
    """Return somebody who uses the app."""
    return stytch.person("ada@example.com", name="Ada Lovelace")


async def sign_up(browser: AsyncClient, person: Person) -> Response:
    """Fill in the form for a new account."""
    return await browser.post("/sign-up", data={"email": person.email, "password": PASSWORD})


async def set_authenticator_up(browser: AsyncClient, person: Person) -> Response:
    """Take the secret from the page, and type the first code in."""
    page = await browser.post("/authenticator")
    person.authenticator.add(found(r'<code id="secret">(\w+)<', page))
    return await browser.post("/step-up?next=/vault", data={"code": person.authenticator.code()})


def found(pattern: str, page: Response) -> str:
    """Return the part of a page that a pattern describes."""
    match = re.search(pattern, page.text)
    assert match is not None
    return unescape(match[1])


def options(page: Response) -> str:
    """Return what a page asks of the browser's authenticator."""
    return found(r'data-options="([^"]*)"', page)


def problem(page: Response) -> str:
    """Return what a page complains of."""
    return found(r'<p role="alert">([^<]+)<', page)


async def test_a_newcomer_steps_up(browser: AsyncClient, stytch: InMemoryTransport, ada: Person) -> None:
    """From the form for a new account to the page that wants a recent code, and back to the code when it has aged."""
    account = await sign_up(browser, ada)
    closed = await browser.get("/vault")

    opened = await set_authenticator_up(browser, ada)
    stytch.project.clock.advance(minutes=11)
    aged = await browser.get("/vault")

    assert "Hello, ada@example.com!" in account.text
    assert [page.url.path for page in (closed, opened, aged)] == ["/step-up", "/vault", "/step-up"]


async def test_a_wrong_code_is_asked_for_again(browser: AsyncClient, ada: Person) -> None:
    """The page says why, and still leads to where the visitor wanted to go."""
    await sign_up(browser, ada)
    await set_authenticator_up(browser, ada)

    refused = await browser.post("/step-up?next=/vault", data={"code": "000000"})

    assert problem(refused) == "This code is wrong, or too old."
    assert refused.url.params["next"] == "/vault"


async def test_a_setup_that_was_not_finished_begins_again(browser: AsyncClient, ada: Person) -> None:
    """Whoever has closed the page with the secret gets another one."""
    await sign_up(browser, ada)
    await browser.post("/authenticator")

    opened = await set_authenticator_up(browser, ada)

    assert opened.url.path == "/vault"


async def test_a_lost_phone_is_replaced(browser: AsyncClient, stytch: InMemoryTransport, ada: Person) -> None:
    """A recovery code makes room for another authenticator app; a wrong one does not."""
    await sign_up(browser, ada)
    secret = await browser.post("/authenticator")
    ada.authenticator.add(found(r'<code id="secret">(\w+)<', secret))
    await browser.post("/step-up", data={"code": ada.authenticator.code()})
    stytch.project.clock.advance(minutes=11)

    wrong = await browser.post("/authenticator/lost", data={"code": "aaaa-bbbb-cccc"})
    await browser.post("/authenticator/lost", data={"code": found(r"<li><code>([^<]+)<", secret)})
    closed = await browser.get("/vault")
    opened = await set_authenticator_up(browser, ada)

    assert problem(wrong) == "This code is wrong, or too old."
    assert (closed.url.path, opened.url.path) == ("/step-up", "/vault")


async def test_a_step_up_leads_to_no_other_site(browser: AsyncClient, ada: Person) -> None:
    """A link to the form cannot name where it leads to."""
    await sign_up(browser, ada)
    await set_authenticator_up(browser, ada)

    refused = await browser.post("/step-up?next=//example.org", data={"code": "000000"})

    assert refused.status_code == 422


async def test_a_password_opens_the_account(browser: AsyncClient, stytch: InMemoryTransport, ada: Person) -> None:
    """The right one does; a wrong one and an unknown address are told apart by nobody."""
    stytch.add_user(ada.email, password=PASSWORD)

    wrong = await browser.post("/login", data={"email": ada.email, "password": NEW_PASSWORD})
    unknown = await browser.post("/login", data={"email": "grace@example.com", "password": PASSWORD})
    right = await browser.post("/login", data={"email": ada.email, "password": PASSWORD})

    assert problem(wrong) == problem(unknown) == "The address or the password is wrong."
    assert (wrong.url, right.url.path) == (unknown.url, "/")


async def test_a_forgotten_password_is_replaced(browser: AsyncClient, stytch: InMemoryTransport, ada: Person) -> None:
    """The link leads to a form, which takes a better password after a weak one."""
    stytch.add_user(ada.email, password=PASSWORD)
    await browser.post("/forgotten", data={"email": ada.email})
    link = ada.visit(ada.inbox.last("reset_password").url or "")

    form = await browser.get(link)
    weak = await browser.post(form.url, data={"password": "password"})
    account = await browser.post(weak.url, data={"password": NEW_PASSWORD})
    again = await browser.post(form.url, data={"password": PASSWORD})

    assert problem(weak) == "Choose a password that is harder to guess."
    assert (account.url.path, problem(again)[:18]) == ("/", "This link was used")


async def test_a_stranger_learns_nothing_from_a_forgotten_password(browser: AsyncClient, ada: Person) -> None:
    """An address without an account gets the same answer, and no mail."""
    sent = await browser.post("/forgotten", data={"email": ada.email})

    assert (sent.status_code, len(ada.inbox)) == (200, 0)


async def test_an_emailed_code_logs_in(browser: AsyncClient, ada: Person) -> None:
    """It does so after a mistyped one."""
    form = await browser.post("/login/code", data={"email": ada.email})

    mistyped = await browser.post(form.url, data={"code": "000000"})
    account = await browser.post(mistyped.url, data={"code": ada.inbox.last("otp").code})

    assert (problem(mistyped), account.url.path) == ("This code is wrong, or too old.", "/")


async def test_a_magic_link_logs_in_where_it_was_asked_for(browser: AsyncClient, ada: Person) -> None:
    """In another browser it is refused; in the right one it is good once."""
    await browser.post("/login/link", data={"email": ada.email})
    link = ada.inbox.last("magic_links").url or ""

    async with new_browser() as other:
        elsewhere = await other.get(link)
    account = await browser.get(link)
    again = await browser.get(link)

    assert [page.status_code for page in (elsewhere, account, again)] == [400, 200, 400]
    assert account.url.path == "/"


async def test_google_logs_in(browser: AsyncClient, ada: Person) -> None:
    """From the button through Google's page back into the app."""
    start = await browser.get("/login/google", follow_redirects=False)

    account = await browser.get(ada.visit(start.headers["Location"]))

    assert "Hello, ada@example.com!" in account.text


async def test_a_passkey_logs_in(browser: AsyncClient, ada: Person) -> None:
    """Added to the account, it opens it in a browser that knows nothing else."""
    await sign_up(browser, ada)
    added = await browser.post(
        "/passkeys", data={"credential": ada.passkeys.create(options(await browser.get("/passkeys")))}
    )

    async with new_browser() as other:
        page = await other.get("/login/passkey")
        account = await other.post("/login/passkey", data={"credential": ada.passkeys.get(options(page))})
        again = await other.post("/login/passkey", data={"credential": ada.passkeys.get(options(page))})

    assert "for localhost<" in added.text
    assert "Hello, ada@example.com!" in account.text
    assert problem(again).startswith("This passkey is not known here")


async def test_a_session_is_ended_from_another_browser(browser: AsyncClient, ada: Person) -> None:
    """The browser that was left behind is signed out at once."""
    await sign_up(browser, ada)
    async with new_browser() as other:
        await other.post("/login", data={"email": ada.email, "password": PASSWORD})
        listed = await other.get("/sessions")
        left = found(r'action="(/sessions/[^"]+)"', listed)

        remaining = await other.post(left)
        kept = await other.get("/")

    gone = await browser.get("/")
    assert "/sessions/session-" not in remaining.text
    assert (kept.url.path, gone.url.path, dict(browser.cookies)) == ("/", "/login", {})


async def test_nobody_ends_the_sessions_of_others(browser: AsyncClient, stytch: InMemoryTransport, ada: Person) -> None:
    """The id of somebody else's session is of no use."""
    stytch.sign_in("grace@example.com")
    (session,) = stytch.project.sessions
    await sign_up(browser, ada)

    refused = await browser.post(f"/sessions/{session.id}")

    assert (refused.status_code, len(stytch.project.sessions)) == (404, 2)


async def test_a_logout_ends_the_session_for_good(browser: AsyncClient, ada: Person) -> None:
    """A copy of the cookies is of no use either."""
    await sign_up(browser, ada)
    copied = dict(browser.cookies)

    left = await browser.post("/logout")

    async with new_browser() as other:
        other.cookies.update(copied)
        elsewhere = await other.get("/")
    assert (left.url.path, elsewhere.url.path) == ("/login", "/login")


@pytest.mark.parametrize("path", PROTECTED)
async def test_strangers_are_led_to_the_login(browser: AsyncClient, path: str) -> None:
    """No page of the account opens without one."""
    page = await browser.get(path)

    assert (page.status_code, page.url.path) == (200, "/login")


@pytest.mark.parametrize("path", PROTECTED)
async def test_an_outage_is_not_a_logout(
    browser: AsyncClient, stytch: InMemoryTransport, stytch_client: Client, ada: Person, path: str
) -> None:
    """While Stytch is down the page answers 503, and the visitor is still signed in afterwards."""
    await sign_up(browser, ada)
    await set_authenticator_up(browser, ada)
    stytch.project.clock.advance(minutes=6)
    stytch.fail_next(stytch_client.sessions.authenticate, status=503)

    during = await browser.get(path)

    after = await browser.get(path)
    assert (during.status_code, during.headers["Retry-After"]) == (503, "5")
    assert problem(during).endswith("Whoever is signed in stays so: try again soon.")
    assert (after.status_code, after.url.path) == (200, path)


@pytest.mark.parametrize("path", FORMS)
async def test_a_form_in_an_outage_is_not_a_logout(
    browser: AsyncClient, stytch: InMemoryTransport, stytch_client: Client, ada: Person, path: str
) -> None:
    """Whatever the form was for, the answer is 503, and the session goes on."""
    await sign_up(browser, ada)
    stytch.fail_next(FORMS[path](stytch_client), status=503)

    during = await browser.post(path, data={"email": ada.email, "password": PASSWORD})

    after = await browser.get("/")
    assert (during.status_code, after.status_code, after.url.path) == (503, 200, "/")


@pytest.mark.parametrize("path", ["/login", "/logout"])
async def test_forms_of_other_sites_are_refused(browser: AsyncClient, ada: Person, path: str) -> None:
    """Neither does another site end a session, nor does it log anybody in."""
    await sign_up(browser, ada)
    form = {"email": ada.email, "password": PASSWORD}

    refused = await browser.post(path, data=form, headers={"Sec-Fetch-Site": "cross-site"})

    assert (refused.status_code, problem(refused)[:20]) == (403, "Another site has sent"[:20])
    assert (await browser.get("/")).url.path == "/"


@pytest.mark.parametrize(("url", "secure"), [("http://localhost:8000", False), ("https://app.example.com", True)])
def test_cookies_are_secure_where_the_app_is(monkeypatch: pytest.MonkeyPatch, url: str, *, secure: bool) -> None:
    """On a developer's own machine they work without TLS."""
    monkeypatch.setenv("APP_URL", url)

    visitors = runpy.run_path(f"{visitors_module.__file__}")

    assert visitors["auth"]._guard.cookies.secure is secure
