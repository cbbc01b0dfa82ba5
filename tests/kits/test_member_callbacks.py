"""Members' logins that end at a redirect URL: what the app still has to do."""

from typing import Any

import pytest

from stytch_async import CallbackError, StytchError
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.world.saml import SAMLProvider
from stytch_async.integrations.answers import answer_to
from stytch_async.integrations.callbacks import conclude_member
from stytch_async.integrations.outcomes import AnotherLogin, ChooseOrganization, LoggedIn, NewPassword, SecondFactor
from tests.kits.callers import MEMBERS, Browser
from tests.kits.world import PASSWORD, World

EMAIL = "ada@example.com"
SIGNED_IN = {"stytch_session", "stytch_session_jwt"}


@pytest.fixture
def browser() -> Browser:
    """Return a browser without cookies."""
    return Browser()


def engines(world: World, **settings: Any) -> Organization:
    """Found an organization of which Ada is a member."""
    organization = world.stytch.add_organization("Engines", **settings)
    world.stytch.add_member(organization, EMAIL, password=PASSWORD)
    return organization


def url_of(world: World) -> str:
    """Return the link in the last mail."""
    url = world.stytch.project.outbox.last(EMAIL).url
    assert url is not None
    return url


async def invited(browser: Browser, world: World, organization: Organization) -> str:
    """Ask for a link to an organization, and return it."""
    await world.b2b.magic_links.email.login_or_signup(
        organization_id=organization.id,
        email_address=EMAIL,
        pkce_code_challenge=browser.begin().challenge,
    )
    return url_of(world)


async def test_a_link_logs_a_member_in(browser: Browser, world: World) -> None:
    """The session is in the cookies, and the answer at hand."""
    url = await invited(browser, world, engines(world))

    outcome = await browser.complete_member(world.b2b, url)

    assert isinstance(outcome, LoggedIn)
    assert (outcome.login.member.email_address, outcome.wants_password) == (EMAIL, False)
    assert set(browser.cookies) == SIGNED_IN


async def test_a_second_factor_is_asked_for(browser: Browser, world: World) -> None:
    """Nothing is in the cookies until it is given, and then the answer is concluded in the same way."""
    organization = engines(world, mfa_policy="REQUIRED_FOR_ALL")
    url = await invited(browser, world, organization)

    outcome = await browser.complete_member(world.b2b, url)

    assert isinstance(outcome, SecondFactor)
    assert browser.cookies == {}
    assert outcome.login.mfa_required is not None
    who = {"organization_id": outcome.login.organization_id, "member_id": outcome.login.member_id}
    token = outcome.login.intermediate_session_token
    await world.b2b.otps.sms.send(**who, mfa_phone_number="+12025550162", intermediate_session_token=token)
    code = world.stytch.project.outbox.last("+12025550162").code
    login = await world.b2b.otps.sms.authenticate(**who, code=code or "", intermediate_session_token=token)
    with browser.visit() as visit:
        MEMBERS.sign_in(visit, login)
    assert set(browser.cookies) == SIGNED_IN


async def test_another_login_is_asked_for(browser: Browser, world: World) -> None:
    """An organization that takes passwords alone names them, whatever the visitor has come with."""
    organization = engines(world, auth_methods="RESTRICTED", allowed_auth_methods=["password"])
    url = world.stytch.person(EMAIL).visit(world.b2b.oauth.discovery.start_url("google", pkce=browser.begin()))
    chosen = await browser.complete_member(world.b2b, url)
    assert isinstance(chosen, ChooseOrganization)
    exchanged = await world.b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=chosen.intermediate_session_token, organization_id=organization.id
    )

    with browser.visit() as visit:
        outcome = conclude_member(MEMBERS, visit, exchanged)

    assert isinstance(outcome, AnotherLogin)
    assert (outcome.methods, browser.cookies) == (["password"], {})


@pytest.mark.parametrize("by", ["mail", "google"])
async def test_an_organization_is_chosen(by: str, browser: Browser, world: World) -> None:
    """A discovery proves an address, and leads on to the organizations that it is good for."""
    organization = engines(world)
    pkce = browser.begin()
    if by == "mail":
        await world.b2b.magic_links.email.discovery.send(email_address=EMAIL, pkce_code_challenge=pkce.challenge)
        url = url_of(world)
    else:
        url = world.stytch.person(EMAIL).visit(world.b2b.oauth.discovery.start_url("google", pkce=pkce))

    outcome = await browser.complete_member(world.b2b, url)

    assert isinstance(outcome, ChooseOrganization)
    assert (outcome.email_address, browser.cookies) == (EMAIL, {})
    (found,) = outcome.organizations
    login = await world.b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=outcome.intermediate_session_token, organization_id=organization.id
    )
    assert found.organization is not None
    with browser.visit() as visit:
        assert isinstance(conclude_member(MEMBERS, visit, login), LoggedIn)
    assert set(browser.cookies) == SIGNED_IN


@pytest.mark.parametrize("discovery", [False, True], ids=["organization", "discovery"])
async def test_a_forgotten_password_is_asked_for(browser: Browser, world: World, *, discovery: bool) -> None:
    """Where no organization is chosen yet, another endpoint takes it."""
    world.stytch.project.settings.cross_org_passwords_enabled = True
    organization = engines(world)
    pkce = browser.begin()
    if discovery:
        await world.b2b.passwords.discovery.email.reset_start(email_address=EMAIL, pkce_code_challenge=pkce.challenge)
    else:
        await world.b2b.passwords.email.reset_start(
            organization_id=organization.id, email_address=EMAIL, code_challenge=pkce.challenge
        )

    outcome = await browser.complete_member(world.b2b, url_of(world))

    assert isinstance(outcome, NewPassword)
    assert outcome.discovery is discovery


async def test_google_logs_a_member_in(browser: Browser, world: World) -> None:
    """The start URL takes what the browser has begun with."""
    organization = engines(world)
    url = world.b2b.oauth.start_url("google", organization_id=organization.id, pkce=browser.begin())

    outcome = await browser.complete_member(world.b2b, world.stytch.person(EMAIL).visit(url))

    assert isinstance(outcome, LoggedIn)


@pytest.mark.parametrize("begun_here", [True, False])
async def test_single_sign_on_may_begin_at_the_identity_provider(
    browser: Browser, world: World, *, begun_here: bool
) -> None:
    """An app that allows for it takes both kinds of login."""
    organization = engines(world)
    place = {"organization_id": organization.id}
    created: Any = await world.b2b.sso.saml.create_connection(**place, identity_provider="okta")
    place["connection_id"] = created.connection.connection_id
    okta = SAMLProvider(world.stytch.project, place["connection_id"])
    await world.b2b.sso.saml.update_by_url(**place, metadata_url=okta.metadata_url)
    await world.b2b.sso.saml.update_connection(**place, attribute_mapping={"email": "mail", "full_name": "displayName"})
    if begun_here:
        browser.begin()
    url = okta.log_in(EMAIL)

    with pytest.raises(CallbackError):
        await browser.complete_member(world.b2b, url)
    outcome = await browser.complete_member(world.b2b, url, "sso")

    assert isinstance(outcome, LoggedIn)
    assert set(browser.cookies) == SIGNED_IN


async def test_the_dashboard_needs_no_login_that_began_here(browser: Browser, world: World) -> None:
    """Support comes with a token that only the Dashboard makes."""
    world.stytch.project.settings.user_impersonation_enabled = True
    member = world.stytch.add_member(world.stytch.add_organization("Engines"), EMAIL)

    outcome = await browser.complete_member(world.b2b, world.stytch.impersonate(member))

    assert isinstance(outcome, LoggedIn)


async def test_who_is_not_admitted_is_told_so(browser: Browser, world: World) -> None:
    """A stranger at an organization's door is no trouble of the app's."""
    organization = engines(world)
    url = world.b2b.oauth.start_url("google", organization_id=organization.id, pkce=browser.begin())
    landed = world.stytch.person("eve@elsewhere.example").visit(url)

    with pytest.raises(StytchError) as caught:
        await browser.complete_member(world.b2b, landed)

    answer = answer_to(caught.value)
    assert answer is not None
    assert (answer.status, answer.error) == (403, "not_admitted")


@pytest.mark.parametrize(
    "token_type",
    [
        *("discovery", "discovery_oauth", "magic_links", "multi_tenant_impersonation"),
        *("multi_tenant_magic_links", "oauth", "sso", "tomorrow"),
    ],
)
async def test_whatever_a_stranger_sends_is_one_refusal(token_type: str, browser: Browser, world: World) -> None:
    """It is answered by 400."""
    browser.begin()

    with pytest.raises(CallbackError):
        await browser.complete_member(world.b2b, f"/callback?stytch_token_type={token_type}&token=nonsense")
