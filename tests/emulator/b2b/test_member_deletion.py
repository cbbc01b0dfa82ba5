from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

PHONE, EMAIL = "+12025550162", "ada@example.com"
UNKNOWN = "member-test-00000000-0000-4000-8000-000000000000"


async def test_a_deleted_member_is_hidden(b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal) -> None:
    """No call finds the member by id or address any more, not even to delete it again."""
    members, home = b2b.organizations.members, ada.organization_id

    deleted = await members.delete(organization_id=home, member_id=ada.member_id)

    refused = [
        await refusal(members.get(organization_id=home, member_id=ada.member_id)),
        await refusal(members.get(organization_id=home, email_address=EMAIL)),
        await refusal(members.dangerously_get(member_id=ada.member_id)),
        await refusal(members.update(organization_id=home, member_id=ada.member_id, name="Ada")),
        await refusal(members.delete(organization_id=home, member_id=ada.member_id)),
        await refusal(b2b.sessions.get(organization_id=home, member_id=ada.member_id)),
    ]
    assert deleted.member_id == ada.member_id
    assert refused == [(404, "member_not_found")] * len(refused)


async def test_a_deleted_member_can_be_looked_at(b2b: B2BClient, grace: EmailResetResponse) -> None:
    """By the one call that is told to, with the roles gone that were assigned."""
    await b2b.organizations.members.delete(organization_id=grace.organization_id, member_id=grace.member_id)

    found = await b2b.organizations.members.dangerously_get(member_id=grace.member_id, include_deleted=True)

    assert (found.member.status, found.member.is_admin) == ("deleted", False)
    assert found.organization.organization_id == grace.organization_id


async def test_nothing_opens_a_session_any_more(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, refusal: Refusal, password: str
) -> None:
    """Sessions are revoked, links are void, and the password leads nowhere."""
    home = ada.organization_id
    await b2b.passwords.email.reset_start(organization_id=home, email_address=EMAIL)
    await b2b.organizations.members.delete(organization_id=home, member_id=ada.member_id)

    token = project.outbox.last(EMAIL).token or ""
    refused = [
        await refusal(b2b.sessions.authenticate(session_token=ada.session_token)),
        await refusal(b2b.passwords.email.reset(password_reset_token=token, password=password)),
        await refusal(b2b.passwords.authenticate(organization_id=home, email_address=EMAIL, password=password)),
    ]

    assert refused == [
        (404, "session_not_found"),
        (401, "unable_to_auth_password_reset_token"),
        (404, "member_not_found"),
    ]


async def test_what_was_theirs_is_free(b2b: B2BClient, organization: Organization) -> None:
    """Address, phone and external id of a deleted member may be another's."""
    members, home = b2b.organizations.members, organization.organization_id
    first = await members.create(organization_id=home, email_address=EMAIL, mfa_phone_number=PHONE, external_id="crm-1")
    await members.delete(organization_id=home, member_id="crm-1")

    second = await members.create(
        organization_id=home, email_address=EMAIL, mfa_phone_number=PHONE, external_id="crm-1"
    )

    found = await members.get(organization_id=home, email_address=EMAIL)
    assert second.member_id != first.member_id
    assert found.member == second.member


async def test_a_retired_address_is_free_with_its_member_gone(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """It was kept from others for the member's sake only."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.update(organization_id=home, member_id=ada.member_id, email_address="lovelace@example.com")
    await members.delete(organization_id=home, member_id=ada.member_id)

    taken = await members.create(organization_id=home, email_address=EMAIL)

    assert taken.member.email_address == EMAIL


async def test_a_member_comes_back(b2b: B2BClient, grace: EmailResetResponse, password: str) -> None:
    """Active again, with the password and without the roles that were assigned."""
    members, home = b2b.organizations.members, grace.organization_id
    await members.delete(organization_id=home, member_id=grace.member_id)

    back = await members.reactivate(organization_id=home, member_id=grace.member_id)

    assert (back.member.status, back.member.is_admin) == ("active", False)
    login = await b2b.passwords.authenticate(organization_id=home, email_address="grace@example.com", password=password)
    assert login.member == back.member


async def test_who_comes_back_lacks_what_others_took(
    b2b: B2BClient, ada: EmailResetResponse, enrol: Callable[[str, str], Awaitable[EmailResetResponse]]
) -> None:
    """Phone, external id and retired address stay with whoever has them now."""
    members, home = b2b.organizations.members, ada.organization_id
    new = {"email_address": "lovelace@example.com", "mfa_phone_number": PHONE, "external_id": "crm-1"}
    await members.update(organization_id=home, member_id=ada.member_id, **new)
    await enrol(home, "lovelace@example.com")
    await members.delete(organization_id=home, member_id=ada.member_id)
    await members.create(organization_id=home, email_address=EMAIL, mfa_phone_number=PHONE, external_id="crm-1")

    back = await members.reactivate(organization_id=home, member_id=ada.member_id)

    assert (back.member.mfa_phone_number, back.member.external_id) == ("", None)
    assert back.member.retired_email_addresses == []


async def test_an_unproven_address_does_not_come_back(
    b2b: B2BClient, organization: Organization, refusal: Refusal
) -> None:
    """A member who never proved one has to join anew."""
    members, home = b2b.organizations.members, organization.organization_id
    created = await members.create(organization_id=home, email_address=EMAIL)
    await members.delete(organization_id=home, member_id=created.member_id)

    refused = await refusal(members.reactivate(organization_id=home, member_id=created.member_id))

    assert refused == (400, "email_unverified_for_reactivation")


async def test_an_address_that_another_has_now_is_in_the_way(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal
) -> None:
    """Two members cannot share one."""
    members, home = b2b.organizations.members, ada.organization_id
    await members.delete(organization_id=home, member_id=ada.member_id)
    await members.create(organization_id=home, email_address=EMAIL)

    refused = await refusal(members.reactivate(organization_id=home, member_id=ada.member_id))

    assert refused == (400, "reactivation_email_belongs_to_another_member")


@pytest.mark.parametrize("member_id", [UNKNOWN, "crm-1", None])
async def test_only_deleted_members_come_back(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, member_id: str | None
) -> None:
    """Neither an unknown member nor an active one, and no external id will do."""
    members, home = b2b.organizations.members, ada.organization_id
    gone = await members.create(organization_id=home, email_address="joan@example.com", external_id="crm-1")
    await members.delete(organization_id=home, member_id=gone.member_id)

    refused = await refusal(members.reactivate(organization_id=home, member_id=member_id or ada.member_id))

    assert refused == (404, "no_deleted_member_found_for_reactivation")


async def test_a_member_may_leave(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """The role of every member permits to delete oneself."""
    left = await b2b.organizations.members.delete(
        organization_id=ada.organization_id,
        member_id=ada.member_id,
        authorization=Authorization(session_token=ada.session_token),
    )

    assert left.member_id == ada.member_id


@pytest.mark.parametrize(
    ("member_id", "refused"), [(UNKNOWN, (404, "member_not_found")), ("member-test-1", (400, "invalid_member_id"))]
)
async def test_unknown_members_are_not_found_by_id_alone(
    b2b: B2BClient, refusal: Refusal, member_id: str, refused: tuple[int, str]
) -> None:
    """As everywhere, a misspelt id is told from an unknown one."""
    assert await refusal(b2b.organizations.members.dangerously_get(member_id=member_id)) == refused


async def test_the_external_id_can_be_taken_away(b2b: B2BClient, organization: Organization, refusal: Refusal) -> None:
    """It names the member for the last time."""
    members, home = b2b.organizations.members, organization.organization_id
    await members.create(organization_id=home, email_address=EMAIL, external_id="crm-1")

    deleted = await members.delete_external_id(organization_id=home, member_id="crm-1")

    assert deleted.member.external_id is None
    assert await refusal(members.get(organization_id=home, member_id="crm-1")) == (404, "member_not_found")
