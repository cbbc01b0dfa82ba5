from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Token = Callable[..., str]

PEM = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000001"
OPEN = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000003"


@pytest.fixture
def place(transport: InMemoryTransport) -> Organization:
    """Return an organization that takes SSO only, and a second factor besides."""
    return transport.add_organization(
        "Analytical Engines",
        organization_external_id="engines",
        mfa_policy="REQUIRED_FOR_ALL",
        auth_methods="RESTRICTED",
        allowed_auth_methods=["sso"],
    )


@pytest.fixture
def member(transport: InMemoryTransport, place: Organization) -> Member:
    """Return a member of it."""
    return transport.add_member(place, "ada@example.com", external_id="ada-7")


@pytest.mark.usefixtures("member")
async def test_member_is_let_in_whatever_the_organization_asks_for(
    b2b: B2BClient, place: Organization, token: Token
) -> None:
    """The call or the token names the organization."""
    by_call = await b2b.sessions.attest(profile_id=PEM, token=token(), organization_id=place.id)
    by_token = await b2b.sessions.attest(profile_id=PEM, token=token(tenant="engines"))

    assert by_call.member_id == by_token.member_id
    assert [one.type for one in by_token.member_session.authentication_factors] == ["trusted_auth_token"]


async def test_organization_has_to_be_named(b2b: B2BClient, token: Token, refusal: Refusal) -> None:
    """By the call, or by the token."""
    found = await refusal(b2b.sessions.attest(profile_id=PEM, token=token()))

    assert found == (400, "token_missing_organization_id_claim")


async def test_call_and_token_name_the_same_organization(
    transport: InMemoryTransport, b2b: B2BClient, place: Organization, token: Token, refusal: Refusal
) -> None:
    """A token for one is not good in another."""
    other = transport.add_organization("Difference Engines")

    found = await refusal(b2b.sessions.attest(profile_id=PEM, token=token(tenant=place.slug), organization_id=other.id))

    assert found == (400, "invalid_token_organization_id_claim")


@pytest.mark.usefixtures("place")
async def test_unknown_member_is_refused_without_provisioning(b2b: B2BClient, token: Token, refusal: Refusal) -> None:
    """And so is an unknown organization."""
    found = [
        await refusal(b2b.sessions.attest(profile_id=PEM, token=token(tenant=tenant)))
        for tenant in ("engines", "elsewhere")
    ]

    assert found == [(404, "member_not_found"), (404, "organization_not_found")]


async def test_member_and_organization_are_made_with_provisioning(
    project: Project, b2b: B2BClient, token: Token
) -> None:
    """A second login finds both."""
    login = await b2b.sessions.attest(profile_id=OPEN, token=token(tenant="tenant-9", sub="ada-7"))

    again = await b2b.sessions.attest(profile_id=OPEN, token=token(tenant="tenant-9", sub="ada-7"))
    assert (login.member.email_address, login.member.external_id) == ("ada@example.com", "ada-7")
    assert (login.organization.organization_external_id, login.member.status) == ("tenant-9", "active")
    assert (again.member_id, len(project.organizations)) == (login.member_id, 1)
    assert [event.type for event in project.events.of("organization")] == ["direct.organization.create"]
    assert [event.type for event in project.events.of("member")] == ["direct.member.create"]


async def test_new_member_takes_a_token_that_names_the_organization(
    b2b: B2BClient, place: Organization, token: Token, refusal: Refusal
) -> None:
    """The call alone does not let anybody join."""
    found = await refusal(b2b.sessions.attest(profile_id=OPEN, token=token(), organization_id=place.id))

    assert found == (400, "token_missing_organization_id_claim")


async def test_claimed_domain_is_not_joined_from_elsewhere(
    transport: InMemoryTransport, b2b: B2BClient, token: Token, refusal: Refusal
) -> None:
    """Whoever has an address there belongs to the organization that claims it."""
    transport.add_organization("Claimants", claimed_email_domains=["example.com"])

    found = await refusal(b2b.sessions.attest(profile_id=OPEN, token=token(tenant="tenant-9")))

    assert found == (400, "action_not_allowed_email_domain_is_claimed")


@pytest.mark.usefixtures("member")
async def test_other_external_id_is_refused(b2b: B2BClient, token: Token, refusal: Refusal) -> None:
    """A stored one is not replaced."""
    found = await refusal(b2b.sessions.attest(profile_id=PEM, token=token(tenant="engines", sub="ada-8")))

    assert found == (400, "trusted_token_profile_incorrect_external_id_mapping")
