from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import NoMessageError, Project
from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.b2b.magic_links import DiscoveryAuthenticateResponse
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Arrive = Callable[[str], Awaitable[DiscoveryAuthenticateResponse]]
Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]
Found = Callable[..., Awaitable[Organization]]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ADA = "ada@example.com"
PHONE = "+12025550162"
UNKNOWN_TOKEN = "A" * 44


def memberships(found: list[DiscoveredOrganization]) -> list[str]:
    """Name the types of membership."""
    return [one.membership.type for one in found if one.membership]


async def test_members_find_their_organizations(
    b2b: B2BClient, organization: Organization, found: Found, arrive: Arrive
) -> None:
    """Active, pending and invited members find their organizations, and nobody finds a deleted membership."""
    pending, invited, former = await found("Pending"), await found("Invited"), await found("Former")
    await b2b.organizations.members.create(organization_id=organization.organization_id, email_address=ADA)
    await b2b.organizations.members.create(
        organization_id=pending.organization_id, email_address=ADA, create_member_as_pending=True
    )
    await b2b.magic_links.email.invite(organization_id=invited.organization_id, email_address=ADA)
    gone = await b2b.organizations.members.create(organization_id=former.organization_id, email_address=ADA)
    await b2b.organizations.members.delete(organization_id=former.organization_id, member_id=gone.member_id)

    arrived = await arrive(ADA)

    assert memberships(arrived.discovered_organizations) == ["active_member", "pending_member", "invited_member"]
    assert all(one.member_authenticated for one in arrived.discovered_organizations)


@pytest.mark.parametrize(
    ("settings", "open_to_ada"),
    [
        ({"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["Example.com"]}, True),
        ({"email_jit_provisioning": "RESTRICTED", "email_allowed_domains": ["example.org"]}, False),
        ({"email_allowed_domains": ["example.com"]}, False),
    ],
)
async def test_open_organization_is_found_by_its_domain(
    b2b: B2BClient, found: Found, enrol: Enrol, arrive: Arrive, *, settings: dict[str, Any], open_to_ada: bool
) -> None:
    """Somebody may join where the domain is let in, and sees where somebody else at the domain is already."""
    organization = await found("Open", **settings)
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="grace@example.com"
    )
    await enrol(organization.organization_id, "grace@example.com")

    arrived = await arrive(ADA)

    assert memberships(arrived.discovered_organizations) == ["eligible_to_join_by_email_domain"] * open_to_ada
    assert [one.membership and one.membership.details for one in arrived.discovered_organizations] == [
        {"domain": "example.com"}
    ] * open_to_ada


async def test_organization_is_open_until_it_closes(
    b2b: B2BClient, open_organization: Organization, enrol: Enrol, arrive: Arrive
) -> None:
    """What an organization changes counts at once."""
    names = {"organization_id": open_organization.organization_id}
    await b2b.organizations.members.create(email_address="grace@example.com", **names)
    await enrol(open_organization.organization_id, "grace@example.com")
    before = await arrive(ADA)
    await b2b.organizations.update(email_jit_provisioning="NOT_ALLOWED", **names)

    after = await arrive(ADA)

    assert (len(before.discovered_organizations), len(after.discovered_organizations)) == (1, 0)


async def test_open_organization_without_a_verified_member_is_not_shown(
    b2b: B2BClient, open_organization: Organization, arrive: Arrive
) -> None:
    """An unproven address at the domain, or a proven one at another, does not show the organization."""
    await b2b.organizations.members.create(
        organization_id=open_organization.organization_id, email_address="grace@example.com"
    )

    arrived = await arrive(ADA)

    assert arrived.discovered_organizations == []


async def test_what_is_missing_is_shown_and_no_code_is_texted(
    b2b: B2BClient, found: Found, arrive: Arrive, project: Project
) -> None:
    """Each organization says whether what was proven is enough there."""
    sso = await found("SSO", auth_methods="RESTRICTED", allowed_auth_methods=["sso"])
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    both = await found(
        "Both", auth_methods="RESTRICTED", allowed_auth_methods=["password"], mfa_policy="REQUIRED_FOR_ALL"
    )
    for organization in (sso, strict, both):
        await b2b.organizations.members.create(
            organization_id=organization.organization_id, email_address=ADA, mfa_phone_number=PHONE
        )

    arrived = await arrive(ADA)

    shown = arrived.discovered_organizations
    assert [one.member_authenticated for one in shown] == [False, False, False]
    assert [one.primary_required and one.primary_required.allowed_auth_methods for one in shown] == [
        ["sso"],
        None,
        ["password"],
    ]
    assert [one.mfa_required is not None for one in shown] == [False, True, True]
    assert [one.mfa_required.secondary_auth_initiated for one in shown if one.mfa_required] == [None, None]
    with pytest.raises(NoMessageError):
        project.outbox.last(PHONE)


async def test_listing_spends_nothing(b2b: B2BClient, ada: EmailResetResponse, arrive: Arrive) -> None:
    """The same organizations are listed as often as they are asked for."""
    arrived = await arrive(ADA)
    token = arrived.intermediate_session_token

    first = await b2b.discovery.organizations.list(intermediate_session_token=token)
    second = await b2b.discovery.organizations.list(intermediate_session_token=token)

    assert first.discovered_organizations == second.discovered_organizations == arrived.discovered_organizations
    assert (first.email_address, first.organization_id_hint) == (ada.member.email_address, None)


@pytest.mark.parametrize("name", ["session_token", "session_jwt"])
async def test_session_shows_memberships_only(
    b2b: B2BClient, ada: EmailResetResponse, open_organization: Organization, enrol: Enrol, found: Found, *, name: str
) -> None:
    """A session shows where its member belongs, the present organization too, and not what is open besides."""
    await b2b.organizations.members.create(
        organization_id=open_organization.organization_id, email_address="grace@example.com"
    )
    await enrol(open_organization.organization_id, "grace@example.com")
    other = await found("Other")
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address=ADA)

    listed = await b2b.discovery.organizations.list(**{name: getattr(ada, name)})

    shown = {one.organization.organization_id: one for one in listed.discovered_organizations if one.organization}
    assert (listed.email_address, listed.organization_id_hint) == (ADA, None)
    assert shown.keys() == {ada.organization_id, other.organization_id}
    assert shown[ada.organization_id].member_authenticated
    assert not shown[other.organization_id].member_authenticated


async def test_bound_login_tells_its_organization(
    b2b: B2BClient, found: Found, enrol: Enrol, open_organization: Organization
) -> None:
    """A login that began in an organization hints at it, and its password counts nowhere else."""
    strict = await found("Strict", mfa_policy="REQUIRED_FOR_ALL")
    for organization in (strict, open_organization):
        await b2b.organizations.members.create(organization_id=organization.organization_id, email_address=ADA)
    await enrol(open_organization.organization_id, ADA)
    begun = await enrol(strict.organization_id, ADA)

    listed = await b2b.discovery.organizations.list(intermediate_session_token=begun.intermediate_session_token)

    shown = {one.organization.organization_id: one for one in listed.discovered_organizations if one.organization}
    assert listed.organization_id_hint == strict.organization_id
    assert shown[strict.organization_id].primary_required is None
    assert shown[open_organization.organization_id].primary_required is not None


async def test_listing_takes_exactly_one_token(
    b2b: B2BClient, ada: EmailResetResponse, arrive: Arrive, refusal: Refused
) -> None:
    """Neither nothing nor two tokens will do, nor one that stands for nothing."""
    begun = (await arrive(ADA)).intermediate_session_token
    listing = b2b.discovery.organizations.list

    assert await refusal(listing()) == (400, "no_session_arguments")
    for pair in (
        {"intermediate_session_token": begun, "session_token": ada.session_token},
        {"session_token": ada.session_token, "session_jwt": ada.session_jwt},
        {"intermediate_session_token": begun, "session_jwt": ada.session_jwt},
    ):
        assert await refusal(listing(**pair)) == (400, "too_many_session_arguments")
    assert await refusal(listing(intermediate_session_token="short")) == (400, "invalid_session_token")
    assert await refusal(listing(intermediate_session_token=UNKNOWN_TOKEN)) == (404, "intermediate_session_not_found")
    assert await refusal(listing(session_token=UNKNOWN_TOKEN)) == (404, "session_not_found")
