from collections.abc import Awaitable, Callable

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.b2b.oauth import AuthenticateResponse
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"
UNTRUSTED = ["github", "hubspot", "slack"]

LogIn = Callable[..., Awaitable[AuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def mail_link(b2b: B2BClient, project: Project, organization: Organization) -> str:
    """Mail a magic link, and return its token."""
    await b2b.magic_links.email.login_or_signup(organization_id=organization.id, email_address=EMAIL)
    return str(project.outbox.last(EMAIL).token)


@pytest.mark.parametrize("provider", ["google", "microsoft"])
async def test_a_member_logs_in(
    transport: InMemoryTransport, engines: Organization, ada: Person, log_in: LogIn, provider: str
) -> None:
    """The providers that vouch for the address are enough; the account stays with the member."""
    member = transport.add_member(engines, EMAIL)

    login = await log_in(ada, engines, provider)

    assert (login.member_id, login.organization_id) == (member.id, engines.id)
    assert (login.member_authenticated, login.primary_required, login.mfa_required) == (True, None, None)
    assert login.member_session is not None
    factor = login.member_session.authentication_factors[0]
    registration = login.member.oauth_registrations[0]
    assert (factor.type, factor.delivery_method) == ("oauth", f"oauth_{provider}")
    assert (registration.provider_type.lower(), registration.provider_subject) == (provider, login.provider_subject)
    assert f"id={registration.member_oauth_registration_id!r}" in repr(factor)
    assert f"email_id={member.email.id!r}" in repr(factor)


async def test_a_google_login_proves_the_address(
    b2b: B2BClient, engines: Organization, ada: Person, log_in: LogIn
) -> None:
    """A member who was created by the app has an unproven one before."""
    await b2b.organizations.members.create(organization_id=engines.id, email_address=EMAIL)

    login = await log_in(ada, engines)

    assert (login.member.email_address_verified, login.member_authenticated) == (True, True)


@pytest.mark.parametrize("provider", [*UNTRUSTED, "google"])
async def test_an_account_without_a_voucher_asks_for_more(
    b2b: B2BClient, transport: InMemoryTransport, ada: Person, log_in: LogIn, provider: str
) -> None:
    """Anybody can have an account with somebody else's address; once it is proven, the account is the member's."""
    engines = transport.add_organization("Analytical Engines")
    transport.add_member(engines, EMAIL)
    ada.account("google").hosted_domain = ""

    half = await log_in(ada, engines, provider)
    assert (half.member_authenticated, half.member_session) == (False, None)
    assert half.primary_required is not None
    assert "magic_link" in half.primary_required.allowed_auth_methods
    assert half.member.oauth_registrations == []

    login = await b2b.magic_links.authenticate(
        magic_links_token=await mail_link(b2b, transport.project, engines),
        intermediate_session_token=half.intermediate_session_token,
    )
    assert login.member_authenticated
    assert login.member_session is not None
    factors = [one.delivery_method for one in login.member_session.authentication_factors]
    assert factors == [f"oauth_{provider}", "email"]
    assert len(login.member.oauth_registrations) == 1

    again = await log_in(ada, engines, provider)
    assert (again.member_id, again.member_authenticated) == (login.member_id, True)


async def test_a_proof_suffices_where_only_the_provider_is_allowed(
    b2b: B2BClient, project: Project, transport: InMemoryTransport, ada: Person, log_in: LogIn
) -> None:
    """Where no method that is allowed proves an address, any that does is asked for."""
    hub = transport.add_organization("Hub", auth_methods="RESTRICTED", allowed_auth_methods=["github_oauth"])
    transport.add_member(hub, EMAIL)
    half = await log_in(ada, hub, "github")
    await b2b.magic_links.email.discovery.send(email_address=EMAIL)
    assert half.primary_required is not None
    assert "email_otp" in half.primary_required.allowed_auth_methods

    proven = await b2b.magic_links.discovery.authenticate(
        discovery_magic_links_token=str(project.outbox.last(EMAIL).token)
    )
    login = await log_in(ada, hub, "github", intermediate_session_token=proven.intermediate_session_token)

    assert login.member_authenticated


async def test_a_domain_lets_people_in(transport: InMemoryTransport, ada: Person, log_in: LogIn) -> None:
    """Somebody who is not a member yet joins just in time, called what the provider calls them."""
    open_house = transport.add_organization(
        "Open House", email_jit_provisioning="RESTRICTED", email_allowed_domains=["example.com"]
    )

    login = await log_in(ada, open_house)

    assert (login.member.status, login.member.name) == ("active", "Ada Lovelace")
    assert (login.member.email_address_verified, login.member_authenticated) == (True, True)
    assert len(login.member.oauth_registrations) == 1


@pytest.mark.parametrize("provider", UNTRUSTED)
async def test_a_tenant_lets_people_in_who_have_more_to_prove(
    transport: InMemoryTransport, ada: Person, log_in: LogIn, provider: str
) -> None:
    """The member is made, and waits for a proof of the address."""
    club = transport.add_organization(
        "Club", oauth_tenant_jit_provisioning="RESTRICTED", allowed_oauth_tenants={provider: ["T1"]}
    )
    ada.account(provider).tenants.append("T1")

    login = await log_in(ada, club, provider)

    assert (login.member.status, login.member_authenticated) == ("pending", False)
    assert login.primary_required is not None


BY_TENANT = {"oauth_tenant_jit_provisioning": "RESTRICTED", "allowed_oauth_tenants": {"slack": ["T2"]}}
BY_DOMAIN = {"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["example.org"]}
BY_MAIL = {"auth_methods": "RESTRICTED", "allowed_auth_methods": ["magic_link"]}


@pytest.mark.parametrize(
    ("stranger", "expected"),
    [
        (({}, []), "email_jit_provisioning_not_allowed"),
        (({}, ["T1"]), "oauth_tenant_jit_provisioning_not_allowed"),
        ((BY_TENANT, ["T1"]), "invalid_oauth_tenant_for_jit_provisioning"),
        ((BY_DOMAIN, []), "invalid_email_for_jit_provisioning"),
        ((BY_MAIL, []), "operation_restricted_by_organization_auth_methods"),
    ],
)
async def test_strangers_are_refused(
    transport: InMemoryTransport,
    log_in: LogIn,
    refusal: Refusal,
    stranger: tuple[dict[str, object], list[str]],
    expected: str,
) -> None:
    """Who may not join hears why, and nobody is made."""
    settings, tenants = stranger
    house, ada = transport.add_organization("House", **settings), transport.person(EMAIL)
    ada.account("slack").tenants.extend(tenants)

    found = await refusal(log_in(ada, house, "slack"))

    assert found == (400, expected)
    assert len(transport.project.members) == 0


async def test_a_new_address_takes_the_place_of_the_old(
    transport: InMemoryTransport, engines: Organization, ada: Person, log_in: LogIn
) -> None:
    """The account is the same, and its provider vouches for the new one."""
    transport.add_member(engines, EMAIL)
    first = await log_in(ada, engines)
    ada.account("google").email = "countess@example.com"

    second = await log_in(ada, engines)

    assert second.member_id == first.member_id
    assert (second.member.email_address, second.member.email_address_verified) == ("countess@example.com", True)
    assert [one.email_address for one in second.member.retired_email_addresses] == [EMAIL]


async def test_a_new_address_that_is_taken_is_refused(
    transport: InMemoryTransport, engines: Organization, ada: Person, log_in: LogIn, refusal: Refusal
) -> None:
    """It belongs to another member."""
    transport.add_member(engines, EMAIL)
    transport.add_member(engines, "countess@example.com")
    await log_in(ada, engines)
    ada.account("google").email = "countess@example.com"

    found = await refusal(log_in(ada, engines))

    assert found == (400, "duplicate_member_email")


async def test_a_second_factor_comes_after_it(transport: InMemoryTransport, ada: Person, log_in: LogIn) -> None:
    """The account stays with the member, and the session waits for the code."""
    safe = transport.add_organization("Safe", mfa_policy="REQUIRED_FOR_ALL")
    transport.add_member(safe, EMAIL, mfa_phone_number="+12025550162")

    login = await log_in(ada, safe)

    assert (login.member_authenticated, login.primary_required) == (False, None)
    assert login.mfa_required is not None
    assert login.mfa_required.secondary_auth_initiated == "sms_otp"
    assert len(login.member.oauth_registrations) == 1


async def test_a_login_that_somebody_else_has_begun_is_not_gone_on_with(
    b2b: B2BClient, transport: InMemoryTransport, ada: Person, log_in: LogIn, refusal: Refusal
) -> None:
    """Whoever holds the token of another person's login cannot add to it, as a member or as a newcomer."""
    open_house = transport.add_organization(
        "Open House", email_jit_provisioning="RESTRICTED", email_allowed_domains=["example.com"]
    )
    grace = transport.person("grace@example.com")
    begun = await b2b.oauth.discovery.authenticate(
        discovery_oauth_token=read_callback(grace.visit(b2b.oauth.discovery.start_url("google"))).token
    )
    token = begun.intermediate_session_token

    newcomer = await refusal(log_in(ada, open_house, intermediate_session_token=token))
    transport.add_member(open_house, EMAIL)
    member = await refusal(log_in(ada, open_house, intermediate_session_token=token))

    assert {newcomer, member} == {(400, "member_session_member_id_mismatch")}


async def test_the_token_is_the_organizations(
    b2b: B2BClient, engines: Organization, ada: Person, transport: InMemoryTransport, refusal: Refusal
) -> None:
    """It goes with the organization, and discovery does not take it."""
    transport.add_member(engines, EMAIL)
    token = read_callback(ada.visit(b2b.oauth.start_url("google", organization_id=engines.id))).token
    elsewhere = await refusal(b2b.oauth.discovery.authenticate(discovery_oauth_token=token))
    await b2b.organizations.delete(organization_id=engines.id)

    gone = await refusal(b2b.oauth.authenticate(oauth_token=token))

    assert {elsewhere, gone} == {(400, "oauth_token_not_found")}


async def test_the_providers_tokens_can_be_had_later(
    b2b: B2BClient, engines: Organization, ada: Person, transport: InMemoryTransport, log_in: LogIn
) -> None:
    """They are kept with the member."""
    transport.add_member(engines, EMAIL)
    login = await log_in(ada, engines)

    kept = await b2b.organizations.members.oauth_providers.google(
        organization_id=engines.id, member_id=login.member_id, include_refresh_token=True
    )

    assert login.provider_values is not None
    assert kept.provider_subject == login.provider_subject
    assert (kept.access_token, kept.refresh_token) == (
        login.provider_values.access_token,
        login.provider_values.refresh_token,
    )
