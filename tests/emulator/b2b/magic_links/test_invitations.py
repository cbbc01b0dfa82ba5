import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Found = Callable[..., Awaitable[Organization]]
Read = Callable[[str], str]
Refused = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

JOAN = "joan@example.com"
UNKNOWN_MEMBER = "member-test-00000000-0000-4000-8000-000000000000"


async def test_stranger_is_invited(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, project: Project
) -> None:
    """An invitation makes a member with all that it says of them, and its link lasts a week."""
    invited = await b2b.magic_links.email.invite(
        organization_id=organization.organization_id,
        email_address=JOAN,
        invited_by_member_id=grace.member_id,
        name="Joan",
        roles=["stytch_admin"],
        trusted_metadata={"seat": 1},
        untrusted_metadata={"theme": "dark"},
    )

    message, member = project.outbox.last(JOAN), invited.member
    assert (member.status, member.name, member.is_admin) == ("invited", "Joan", True)
    assert (member.trusted_metadata, member.untrusted_metadata) == ({"seat": 1}, {"theme": "dark"})
    assert message.expires_at - project.now == dt.timedelta(days=7)
    assert "stytch_redirect_type=invite" in (message.url or "")
    assert [event.type for event in project.events if event.id == invited.member_id] == ["direct.member.create"]


async def test_pending_member_is_invited(b2b: B2BClient, organization: Organization, project: Project) -> None:
    """Whoever waits for a first login is invited in place of that; a second invitation goes out again."""
    names = {"organization_id": organization.organization_id, "email_address": JOAN}
    pending = await b2b.organizations.members.create(create_member_as_pending=True, **names)

    first = await b2b.magic_links.email.invite(name="Joan", **names)
    second = await b2b.magic_links.email.invite(invite_expiration_minutes=5, **names)

    assert (first.member_id, first.member.status) == (pending.member_id, "invited")
    assert (second.member.status, second.member.name) == ("invited", "Joan")
    assert [one.expires_at - project.now for one in project.outbox.to(JOAN)] == [
        dt.timedelta(days=7),
        dt.timedelta(minutes=5),
    ]


async def test_active_member_is_not_invited(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, refusal: Refused
) -> None:
    """Whoever is in already cannot be invited."""
    refused = await refusal(
        b2b.magic_links.email.invite(
            organization_id=organization.organization_id, email_address=ada.member.email_address
        )
    )

    assert refused == (400, "duplicate_member_email")


@pytest.mark.parametrize(
    "settings",
    [
        {"email_invites": "NOT_ALLOWED"},
        {"email_invites": "RESTRICTED", "email_allowed_domains": ["example.org"]},
    ],
)
async def test_organization_may_not_want_invitations(
    b2b: B2BClient, found: Found, refusal: Refused, settings: dict[str, Any]
) -> None:
    """Nobody is invited where the organization says so, or to an address at another domain."""
    organization = await found(**settings)

    refused = await refusal(
        b2b.magic_links.email.invite(organization_id=organization.organization_id, email_address=JOAN)
    )

    assert refused == (400, "invalid_email_for_invites")


async def test_domain_that_is_listed_may_be_invited(b2b: B2BClient, found: Found) -> None:
    """Where invitations are restricted, an address at a listed domain can be invited."""
    organization = await found(email_invites="RESTRICTED", email_allowed_domains=["Example.com"])

    invited = await b2b.magic_links.email.invite(organization_id=organization.organization_id, email_address=JOAN)

    assert invited.member.status == "invited"


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        ({"organization_id": "nowhere"}, (404, "organization_not_found")),
        ({"email_address": "joan"}, (400, "invalid_email")),
        ({"invite_redirect_url": "app"}, (400, "invalid_invite_redirect_url")),
        ({"invited_by_member_id": UNKNOWN_MEMBER}, (404, "member_not_found")),
        ({"roles": ["stytch_member"]}, (400, "cannot_assign_default_rbac_role_id")),
        ({"roles": ["nobody"]}, (400, "invalid_rbac_role_id")),
    ],
)
async def test_unusable_arguments_are_refused(
    b2b: B2BClient,
    organization: Organization,
    refusal: Refused,
    *,
    arguments: dict[str, Any],
    refused: tuple[int, str],
) -> None:
    """Nobody is made or written to where anything of the call cannot be used."""
    usual = {"organization_id": organization.organization_id, "email_address": JOAN}

    assert await refusal(b2b.magic_links.email.invite(**{**usual, **arguments})) == refused


async def test_claimed_domain_cannot_be_invited_elsewhere(
    b2b: B2BClient, organization: Organization, found: Found, refusal: Refused
) -> None:
    """An address at a domain that another organization claims is not for others to invite."""
    claimant = await found("Claimant")
    await b2b.organizations.update(organization_id=claimant.organization_id, claimed_email_domains=["example.com"])

    refused = await refusal(
        b2b.magic_links.email.invite(organization_id=organization.organization_id, email_address=JOAN)
    )

    assert refused == (400, "action_not_allowed_email_domain_is_claimed")


async def test_admin_may_invite(b2b: B2BClient, organization: Organization, grace: EmailResetResponse) -> None:
    """An admin's session permits invitations, with roles."""
    invited = await b2b.magic_links.email.invite(
        organization_id=organization.organization_id,
        email_address=JOAN,
        roles=["stytch_admin"],
        authorization=Authorization(session_token=grace.session_token),
    )

    assert invited.member.status == "invited"


async def test_plain_member_may_not_invite(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, refusal: Refused
) -> None:
    """A session without the permission invites nobody."""
    refused = await refusal(
        b2b.magic_links.email.invite(
            organization_id=organization.organization_id,
            email_address=JOAN,
            authorization=Authorization(session_token=ada.session_token),
        )
    )

    assert refused == (403, "session_authorization_error")


async def test_admin_may_not_invite_to_another_organization(
    b2b: B2BClient, found: Found, grace: EmailResetResponse, refusal: Refused
) -> None:
    """An admin's power ends with the organization."""
    other = await found("Other")

    refused = await refusal(
        b2b.magic_links.email.invite(
            organization_id=other.organization_id,
            email_address=JOAN,
            authorization=Authorization(session_token=grace.session_token),
        )
    )

    assert refused == (403, "session_authorization_tenancy_error")


async def test_member_may_not_write_trusted_metadata(
    b2b: B2BClient, organization: Organization, grace: EmailResetResponse, refusal: Refused
) -> None:
    """What the app alone may write is not for an admin's session."""
    refused = await refusal(
        b2b.magic_links.email.invite(
            organization_id=organization.organization_id,
            email_address=JOAN,
            trusted_metadata={"seat": 1},
            authorization=Authorization(session_token=grace.session_token),
        )
    )

    assert refused == (401, "cannot_update_trusted_metadata")


async def test_invitation_that_is_taken_back_opens_nothing(
    b2b: B2BClient, organization: Organization, link_to: Read, refusal: Refused
) -> None:
    """Deleting an invited member voids the link."""
    names = {"organization_id": organization.organization_id}
    invited = await b2b.magic_links.email.invite(email_address=JOAN, **names)
    await b2b.organizations.members.delete(member_id=invited.member_id, **names)

    refused = await refusal(b2b.magic_links.authenticate(magic_links_token=link_to(JOAN)))

    assert refused == (404, "magic_link_not_found")


async def test_deleted_member_is_invited_as_a_new_one(b2b: B2BClient, organization: Organization) -> None:
    """The address of a deleted member is free for somebody new."""
    names = {"organization_id": organization.organization_id}
    former = await b2b.organizations.members.create(email_address=JOAN, **names)
    await b2b.organizations.members.delete(member_id=former.member_id, **names)

    invited = await b2b.magic_links.email.invite(email_address=JOAN, **names)

    assert invited.member_id != former.member_id
