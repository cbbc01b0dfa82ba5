from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.errors import (
    BadRequestError,
    NotFoundError,
    PermissionDeniedError,
)
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.shared import Authorization
from tests.emulator.b2b.passwords.conftest import mailed_token

NEW_PASSWORD = "another passphrase, longer than the first"
UNKNOWN_MEMBER = "member-test-00000000-0000-4000-8000-000000000000"


async def test_required_reset_is_for_shared_passwords(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Where each organization has its own passwords, none can be required to be reset."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.email.require_reset(email_address=ada.member.email_address)

    assert caught.value.error_type == "cross_org_passwords_not_enabled"


async def test_required_reset_takes_a_single_members_password(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """The password of the only active member of the address is gone at once; a second call finds the work done."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(
        organization_id=other.organization_id, email_address="ada@example.com", create_member_as_pending=True
    )
    token = await mailed_token(b2b, project, ada.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=password)
    await b2b.passwords.email.require_reset(email_address="ada@example.com")

    answer = await b2b.passwords.email.require_reset(
        email_address="ada@example.com", organization_id=ada.organization_id, member_id=ada.member_id
    )

    assert answer.member is not None
    assert (answer.member_id, answer.member.member_password_id) == (ada.member_id, "")
    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id, email_address="ada@example.com", password=password
        )
    assert caught.value.error_type == "member_password_not_found"


async def test_required_reset_holds_until_a_reset_by_email(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Where several members share a password it stops working for all, until one of them sets a new one by email."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await b2b.organizations.members.create(organization_id=other.organization_id, email_address="ada@example.com")
    arguments = {"organization_id": ada.organization_id, "email_address": "ada@example.com"}

    answer = await b2b.passwords.email.require_reset(email_address="ada@example.com")

    assert (answer.member_id, answer.member, answer.organization) == (None, None, None)
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(password=password, **arguments)
    assert caught.value.error_type == "member_reset_password"
    token = await mailed_token(b2b, project, other.organization_id)
    await b2b.passwords.email.reset(password_reset_token=token, password=NEW_PASSWORD)
    login = await b2b.passwords.authenticate(password=NEW_PASSWORD, **arguments)
    assert login.member_authenticated


@pytest.mark.parametrize(
    "names",
    [{}, {"member_id": UNKNOWN_MEMBER}, {"organization_id": "analytical-engines"}],
    ids=["nothing", "id", "slug"],
)
async def test_required_reset_needs_a_member(
    b2b: B2BClient, organization: Organization, project: Project, names: dict[str, str]
) -> None:
    """An address that no member has cannot be asked anything."""
    project.settings.cross_org_passwords_enabled = True

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.email.require_reset(email_address="ada@example.com", **names)

    assert organization.organization_slug == "analytical-engines"
    assert caught.value.error_type == "member_not_found"


async def test_required_reset_names_a_member_without_the_organization(
    b2b: B2BClient, ada: EmailResetResponse, project: Project
) -> None:
    """A member's id is enough to name the member."""
    project.settings.cross_org_passwords_enabled = True

    answer = await b2b.passwords.email.require_reset(email_address="ada@example.com", member_id=ada.member_id)

    assert answer.organization == ada.organization
    assert answer.member_id == ada.member_id


@pytest.mark.parametrize("with_organization", [True, False])
async def test_required_reset_needs_the_members_own_address(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, project: Project, *, with_organization: bool
) -> None:
    """Address and id must be of the same member, and nobody's password goes."""
    project.settings.cross_org_passwords_enabled = True
    organization_id = ada.organization_id if with_organization else None

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.email.require_reset(
            email_address="ada@example.com", member_id=grace.member_id, organization_id=organization_id
        )

    assert caught.value.error_type == "member_not_found"
    found = await b2b.organizations.members.get(organization_id=ada.organization_id, member_id=ada.member_id)
    assert found.member.member_password_id == ada.member.member_password_id


async def test_admin_may_require_a_reset(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, project: Project
) -> None:
    """A call with an admin's session is about the admin's organization."""
    project.settings.cross_org_passwords_enabled = True

    answer = await b2b.passwords.email.require_reset(
        email_address="ada@example.com", authorization=Authorization(session_token=grace.session_token)
    )

    assert answer.member_id == ada.member_id


async def test_plain_member_may_not_require_others_to_reset(
    b2b: B2BClient, ada: EmailResetResponse, grace: EmailResetResponse, project: Project
) -> None:
    """A plain member may ask it of nobody else, unless the policy says so."""
    project.settings.cross_org_passwords_enabled = True
    arguments: dict[str, Any] = {
        "email_address": grace.member.email_address,
        "authorization": Authorization(session_token=ada.session_token),
    }

    with pytest.raises(PermissionDeniedError) as caught:
        await b2b.passwords.email.require_reset(**arguments)

    assert caught.value.error_type == "session_authorization_error"
    project.settings.policy = Policy({"stytch_member": {"stytch.member": {"update.info.delete.password"}}})
    assert (await b2b.passwords.email.require_reset(**arguments)).member_id == grace.member_id
