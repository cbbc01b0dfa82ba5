from collections.abc import Awaitable, Callable

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.b2b.oauth import DiscoveryAuthenticateResponse
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"

Discover = Callable[..., Awaitable[DiscoveryAuthenticateResponse]]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]


async def test_what_the_provider_tells_is_answered(ada: Person, discover: Discover) -> None:
    """The address, the name and the tenants; a single tenant stands in both fields."""
    ada.account("slack").tenants.append("T1")

    found = await discover(ada, "slack")

    assert (found.email_address, found.full_name, found.provider_type) == (EMAIL, "Ada Lovelace", "Slack")
    assert (found.provider_tenant_id, found.provider_tenant_ids) == ("T1", ["T1"])


async def test_several_tenants_have_no_single_field(ada: Person, discover: Discover) -> None:
    """Only the list tells of them."""
    ada.account("github").tenants.extend(["1", "2"])

    found = await discover(ada, "github")

    assert (found.provider_tenant_id, found.provider_tenant_ids) == ("", ["1", "2"])


async def test_memberships_are_found(
    b2b: B2BClient, transport: InMemoryTransport, engines: Organization, ada: Person, discover: Discover
) -> None:
    """Somebody is logged in to one of them at once, and the account is kept there."""
    member = transport.add_member(engines, EMAIL)

    found = await discover(ada)
    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=found.intermediate_session_token, organization_id=engines.id
    )

    assert [one.member_authenticated for one in found.discovered_organizations] == [True]
    assert (login.member_id, login.member_authenticated) == (member.id, True)
    assert [one.provider_type for one in login.member.oauth_registrations] == ["Google"]
    assert login.member_session is not None
    registration_id = login.member.oauth_registrations[0].member_oauth_registration_id
    assert f"id={registration_id!r}" in repr(login.member_session.authentication_factors[0])


async def test_an_account_without_a_voucher_opens_no_membership(
    b2b: B2BClient, transport: InMemoryTransport, engines: Organization, ada: Person, discover: Discover
) -> None:
    """It may be a stranger's who has typed in the address of a member."""
    transport.add_member(engines, EMAIL)

    found = await discover(ada, "github")
    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=found.intermediate_session_token, organization_id=engines.id
    )

    shown = found.discovered_organizations[0]
    assert (shown.member_authenticated, login.member_authenticated) == (False, False)
    assert shown.primary_required == login.primary_required
    assert login.primary_required is not None
    assert login.member.oauth_registrations == []


async def test_a_tenant_opens_an_organization(
    b2b: B2BClient, transport: InMemoryTransport, ada: Person, discover: Discover
) -> None:
    """It is listed with the tenant that makes somebody eligible, who may then join."""
    club = transport.add_organization(
        "Club", oauth_tenant_jit_provisioning="RESTRICTED", allowed_oauth_tenants={"slack": ["T1"]}
    )
    ada.account("slack").tenants.append("T1")

    found = await discover(ada, "slack")
    login = await b2b.discovery.intermediate_sessions.exchange(
        intermediate_session_token=found.intermediate_session_token, organization_id=club.id
    )

    membership = found.discovered_organizations[0].membership
    assert membership is not None
    assert membership.type == "eligible_to_join_by_oauth_tenant"
    assert membership.details == {"provider": "slack", "tenant": "T1"}
    assert (login.member.status, login.member_authenticated) == ("pending", False)


async def test_an_organization_is_founded(b2b: B2BClient, ada: Person, discover: Discover) -> None:
    """Its first member is who the provider says."""
    found = await discover(ada)

    login = await b2b.discovery.organizations.create(intermediate_session_token=found.intermediate_session_token)

    assert (login.member_authenticated, login.member.name, login.member.is_admin) == (True, "Ada Lovelace", True)
    assert len(login.member.oauth_registrations) == 1


async def test_a_proof_makes_the_account_the_members(
    b2b: B2BClient, project: Project, transport: InMemoryTransport, ada: Person, discover: Discover
) -> None:
    """Two organizations of one person keep an account of their own each."""
    one, two = transport.add_organization("One"), transport.add_organization("Two")
    for organization in (one, two):
        transport.add_member(organization, EMAIL)
    found = await discover(ada, "github")
    await b2b.magic_links.email.login_or_signup(organization_id=one.id, email_address=EMAIL)

    first = await b2b.magic_links.authenticate(
        magic_links_token=str(project.outbox.last(EMAIL).token),
        intermediate_session_token=found.intermediate_session_token,
    )
    second = await b2b.sessions.exchange(organization_id=two.id, session_token=first.session_token)

    assert len(first.member.oauth_registrations) == 1
    assert second.member_session is not None
    methods = [factor.delivery_method for factor in second.member_session.authentication_factors]
    assert methods == ["oauth_exchange_github", "email"]


@pytest.mark.parametrize("domain", ["", "example.com"])
async def test_google_vouches_for_workspaces_only(
    transport: InMemoryTransport, engines: Organization, ada: Person, discover: Discover, domain: str
) -> None:
    """An account without a hosted domain asks for more."""
    transport.add_member(engines, EMAIL)
    ada.account("google").hosted_domain = domain

    found = await discover(ada)

    assert [one.member_authenticated for one in found.discovered_organizations] == [bool(domain)]


async def test_the_token_is_good_once(b2b: B2BClient, ada: Person, refusal: Refusal) -> None:
    """And only for discovery."""
    token = read_callback(ada.visit(b2b.oauth.discovery.start_url("google"))).token
    elsewhere = await refusal(b2b.oauth.authenticate(oauth_token=token))
    await b2b.oauth.discovery.authenticate(discovery_oauth_token=token)

    again = await refusal(b2b.oauth.discovery.authenticate(discovery_oauth_token=token))

    assert {elsewhere, again} == {(400, "oauth_token_not_found")}
