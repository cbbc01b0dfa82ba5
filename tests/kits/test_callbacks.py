"""Logins that end at a redirect URL: what they come to, and whose are refused."""

from collections.abc import Awaitable, Callable

import pytest

from stytch_async import CallbackError, ConfigurationError, InMemoryTransport, StytchError
from stytch_async.integrations.answers import answer_to
from stytch_async.integrations.callbacks import begin, complete_user, recall
from stytch_async.integrations.cookies import Cookies
from stytch_async.integrations.guard import Guard, Visit
from stytch_async.integrations.outcomes import LoggedIn, NewPassword
from stytch_async.integrations.sessions import UserSessions
from stytch_async.pkce import PKCE
from tests.kits.callers import USERS, Browser
from tests.kits.world import PASSWORD, World

EMAIL = "ada@example.com"
SIGNED_IN = {"stytch_session", "stytch_session_jwt"}
BEGUN = {"__Host-stytch_pkce"}

Start = Callable[[World, PKCE | None], Awaitable[str]]


def challenge(pkce: PKCE | None) -> str | None:
    """Return what a mail is sent with."""
    return None if pkce is None else pkce.challenge


async def by_link(world: World, pkce: PKCE | None) -> str:
    """Click the link of a mail."""
    await world.client.magic_links.email.login_or_create(email=EMAIL, code_challenge=challenge(pkce))
    return url_of(world.stytch)


async def by_google(world: World, pkce: PKCE | None) -> str:
    """Come back from Google."""
    return world.stytch.person(EMAIL).visit(world.client.oauth.start_url("google", pkce=pkce))


def url_of(stytch: InMemoryTransport) -> str:
    """Return the link in the last mail."""
    url = stytch.project.outbox.last(EMAIL).url
    assert url is not None
    return url


STARTS = [by_link, by_google]


@pytest.fixture
def browser() -> Browser:
    """Return a browser without cookies."""
    return Browser()


@pytest.mark.parametrize("start", STARTS)
async def test_a_login_ends_where_it_began(start: Start, browser: Browser, world: World) -> None:
    """The session is in the cookies, and what the login began with is gone."""
    url = await start(world, browser.begin())

    outcome = await browser.complete_user(world.client, url)

    assert isinstance(outcome, LoggedIn)
    assert outcome.login.user.emails[0].email == EMAIL
    assert set(browser.cookies) == SIGNED_IN


@pytest.mark.parametrize("pkce", [True, False], ids=["begun there", "begun without"])
@pytest.mark.parametrize("start", STARTS)
async def test_a_login_of_somebody_elses_is_refused(
    start: Start, browser: Browser, world: World, *, pkce: bool
) -> None:
    """Whoever makes a browser open a callback of theirs does not log it in, even while it is about to log in itself."""
    theirs = await start(world, Browser().begin() if pkce else None)
    refused: list[str] = []

    for victim in (Browser(), browser):
        if victim is browser:
            victim.begin()
        with pytest.raises(CallbackError) as caught:
            await victim.complete_user(world.client, theirs)
        refused.append(caught.value.problem)

    assert set(browser.cookies) == BEGUN
    assert refused == [
        "its login did not begin in this browser, or too long ago",
        "Stytch refuses its token: unknown, spent, expired, or of another browser",
    ]


@pytest.mark.parametrize("begun", [True, False])
async def test_a_login_may_end_elsewhere_where_the_app_says_so(browser: Browser, world: World, *, begun: bool) -> None:
    """A link that is opened on another device, or in a browser that has begun another login."""
    url = await by_link(world, None)
    if begun:
        browser.begin()

    await browser.complete_user(world.client, url, "magic_links")

    assert set(browser.cookies) == SIGNED_IN


async def test_what_may_end_elsewhere_is_still_bound_if_it_began_so(browser: Browser, world: World) -> None:
    """Stytch asks for what the login began with."""
    url = await by_link(world, Browser().begin())

    with pytest.raises(CallbackError):
        await browser.complete_user(world.client, url, "magic_links")


async def test_a_forgotten_password_is_asked_for_and_then_set(browser: Browser, world: World) -> None:
    """The token waits in the form, and the browser keeps what the reset began with."""
    await world.client.passwords.create(email=EMAIL, password=PASSWORD)
    await world.client.passwords.email.reset_start(email=EMAIL, code_challenge=browser.begin().challenge)

    outcome = await browser.complete_user(world.client, url_of(world.stytch))

    assert isinstance(outcome, NewPassword)
    assert set(browser.cookies) == BEGUN
    with browser.visit() as visit:
        pkce = recall(USERS, visit)
    assert pkce is not None
    reset = await world.client.passwords.email.reset(
        token=outcome.token, password="a longer and quieter river", code_verifier=pkce.verifier
    )
    assert reset.user.emails[0].email == EMAIL


async def test_the_dashboard_needs_no_login_that_began_here(browser: Browser, world: World) -> None:
    """Support comes with a token that only the Dashboard makes."""
    world.stytch.project.settings.user_impersonation_enabled = True
    user = world.stytch.add_user(EMAIL)

    outcome = await browser.complete_user(world.client, world.stytch.impersonate(user))

    assert isinstance(outcome, LoggedIn)
    assert set(browser.cookies) == SIGNED_IN


STRANGE = [
    "",
    "?",
    "?code=1234",
    "?stytch_token_type=magic_links",
    "?stytch_token_type=magic_links&token=",
    "?stytch_token_type=magic_links&token=one&token=two",
    "?stytch_token_type=magic_links&token=nonsense",
    "?stytch_token_type=magic_links&token=%00%ff%0a",
    "?stytch_token_type=magic_links&token=a?b#c",
    f"?stytch_token_type=magic_links&token={'x' * 5000}",
    f"?stytch_token_type=magic_links&token={'x' * 9000}",
    "?stytch_token_type=login&token=nonsense",
    "?stytch_token_type=oauth&token=nonsense",
    "?stytch_token_type=impersonation&token=nonsense",
    "?stytch_token_type=multi_tenant_magic_links&token=nonsense",
    "?stytch_token_type=sso&token=nonsense",
    "?stytch_token_type=tomorrow&token=nonsense",
]


@pytest.mark.parametrize("query", STRANGE, ids=lambda query: f"{query[:50]} {len(query)}")
async def test_whatever_a_stranger_sends_is_one_refusal(query: str, browser: Browser, world: World) -> None:
    """It is answered by 400, and is neither a mistake nor an outage; nobody is signed out."""
    browser.cookies |= {**await world.sign_in(), "unrelated": "1"}
    before = dict(browser.cookies)
    before["__Host-stytch_pkce"] = browser.begin().verifier

    with pytest.raises(CallbackError) as caught:
        await browser.complete_user(world.client, f"https://app.example.com/callback{query}")

    answer = answer_to(caught.value)
    assert answer is not None
    assert (answer.status, answer.error, answer.signs_out) == (400, "invalid_callback", False)
    assert browser.cookies == before


async def test_a_link_works_once(browser: Browser, world: World) -> None:
    """The second time it is as good as a stranger's."""
    url = await by_link(world, browser.begin())
    await browser.complete_user(world.client, url)

    again = Browser()
    again.begin()
    with pytest.raises(CallbackError):
        await again.complete_user(world.client, url)

    assert set(browser.cookies) == SIGNED_IN


async def test_an_outage_is_not_taken_for_a_stranger(browser: Browser, world: World) -> None:
    """The login can be completed once Stytch is back."""
    url = await by_link(world, browser.begin())
    world.stytch.fail_next(world.client.magic_links.authenticate, status=503)

    with pytest.raises(StytchError) as caught:
        await browser.complete_user(world.client, url)

    answer = answer_to(caught.value)
    assert answer is not None
    assert answer.status == 503
    assert isinstance(await browser.complete_user(world.client, url), LoggedIn)


@pytest.mark.parametrize("kept", ["", "short", "not*allowed" * 5, "x" * 200])
async def test_what_a_visitor_has_put_into_the_cookie_does_no_harm(kept: str, browser: Browser, world: World) -> None:
    """It is as good as none."""
    url = await by_link(world, browser.begin())
    browser.cookies["__Host-stytch_pkce"] = kept

    with pytest.raises(CallbackError):
        await browser.complete_user(world.client, url)


def test_the_cookie_is_for_this_host_alone() -> None:
    """Neither a subdomain, nor plain HTTP, nor a script can set or read it, and it goes after ten minutes."""
    shared = Guard(UserSessions(), cookies=Cookies(domain="example.com", httponly=False, samesite="none", path="/app"))
    visit = Visit(method="GET", headers={}, cookies={}, is_written=True)

    pkce = begin(shared, visit)

    assert visit.set_cookies == {
        "__Host-stytch_pkce": f"__Host-stytch_pkce={pkce.verifier}; Path=/; Max-Age=600; SameSite=Lax; Secure; HttpOnly"
    }


def test_over_plain_http_it_has_another_name() -> None:
    """Browsers take the prefix over HTTPS only."""
    plain = Guard(UserSessions(), cookies=Cookies(secure=False))
    visit = Visit(method="GET", headers={}, cookies={}, is_written=True)

    begin(plain, visit)

    assert [line.partition("=")[0] for line in visit.set_cookies.values()] == ["stytch_pkce"]


@pytest.mark.parametrize(
    ("guard", "written"), [(Guard(UserSessions(), cookies=None), True), (Guard(UserSessions()), False)]
)
def test_a_cookie_that_would_be_lost_is_a_mistake(guard: Guard[object, object, object], written: bool) -> None:  # noqa: FBT001
    """The app is told before any visitor is."""
    visit = Visit(method="GET", headers={}, cookies={}, is_written=written)

    with pytest.raises(ConfigurationError):
        begin(guard, visit)


async def test_nothing_secret_is_shown(browser: Browser, world: World) -> None:
    """Neither in a request, nor in an outcome, nor in a refusal."""
    pkce = browser.begin()
    await world.client.passwords.create(email=EMAIL, password=PASSWORD)
    await world.client.passwords.email.reset_start(email=EMAIL, code_challenge=pkce.challenge)
    url = url_of(world.stytch)
    token = url.partition("&token=")[2]

    outcome = await browser.complete_user(world.client, url)
    with browser.visit(url.replace("reset_password", "oauth")) as visit, pytest.raises(CallbackError) as caught:
        await complete_user(USERS, world.client, visit)

    shown = f"{outcome!r} {visit!r} {caught.value!r} {caught.value}"
    assert [secret for secret in (token, pkce.verifier) if secret in shown] == []
