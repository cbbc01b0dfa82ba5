from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.totps import TOTP
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

PHONE = "+12025550162"
UNKNOWN = "member-password-test-00000000-0000-4000-8000-000000000000"


async def test_a_phone_can_be_replaced(b2b: B2BClient, ada: EmailResetResponse) -> None:
    """Once the old one is deleted a new one can be set; no factor comes first meanwhile, and the session goes on."""
    members, name = b2b.organizations.members, {"organization_id": ada.organization_id, "member_id": ada.member_id}
    await members.update(**name, mfa_phone_number=PHONE, default_mfa_method="sms_otp")

    deleted = await members.delete_mfa_phone_number(**name)

    assert (deleted.member.mfa_phone_number, deleted.member.default_mfa_method) == ("", "")
    replaced = await members.update(**name, mfa_phone_number="+12025550163")
    assert replaced.member.mfa_phone_number == "+12025550163"
    assert (await b2b.sessions.authenticate(session_token=ada.session_token)).member == replaced.member


async def test_codes_to_a_deleted_phone_are_void(
    b2b: B2BClient, organization: Organization, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """What was texted there is forgotten with it."""
    name = {"organization_id": organization.organization_id, "member_id": ada.member_id}
    await b2b.organizations.members.update(**name, mfa_phone_number=PHONE, mfa_enrolled=True)
    await b2b.passwords.authenticate(
        organization_id=organization.organization_id, email_address="ada@example.com", password=password
    )
    texted = len(project.passcodes)

    await b2b.organizations.members.delete_mfa_phone_number(**name)

    assert (texted, len(project.passcodes)) == (1, 0)


async def test_an_authenticator_app_can_be_deleted(b2b: B2BClient, ada: EmailResetResponse, project: Project) -> None:
    """The recovery codes go with it, and the phone is left alone."""
    name = {"organization_id": ada.organization_id, "member_id": ada.member_id}
    await b2b.organizations.members.update(**name, mfa_phone_number=PHONE, default_mfa_method="sms_otp")
    member = project.members[ada.member_id]
    member.totp = TOTP(id=project.ids.new("member-totp"), secret="JBSWY3DP", created_at=project.now, expires_at=None)
    member.recovery_codes = ["ab12-cd34-ef56"]

    deleted = await b2b.organizations.members.delete_totp(**name)

    assert (deleted.member.totp_registration_id, member.recovery_codes) == ("", [])
    assert (deleted.member.mfa_phone_number, deleted.member.default_mfa_method) == (PHONE, "sms_otp")


async def test_a_password_can_be_deleted(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, password: str
) -> None:
    """It lets nobody in any more, and cannot be deleted again; the session goes on."""
    members, home = b2b.organizations.members, ada.organization_id
    password_id = ada.member.member_password_id

    deleted = await members.delete_password(organization_id=home, member_password_id=password_id)

    again = members.delete_password(organization_id=home, member_password_id=password_id)
    login = b2b.passwords.authenticate(organization_id=home, email_address="ada@example.com", password=password)
    assert deleted.member.member_password_id == ""
    assert await refusal(again) == (404, "member_password_not_found")
    assert await refusal(login) == (404, "member_password_not_found")
    assert (await b2b.sessions.authenticate(session_token=ada.session_token)).member == deleted.member


async def test_a_shared_password_cannot_be_deleted(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, refusal: Refusal
) -> None:
    """It would be gone from other organizations as well."""
    project.settings.cross_org_passwords_enabled = True

    refused = await refusal(
        b2b.organizations.members.delete_password(
            organization_id=ada.organization_id, member_password_id=ada.member.member_password_id
        )
    )

    assert refused == (400, "cross_org_passwords_enabled")


async def test_a_password_is_deleted_in_its_own_organization(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal
) -> None:
    """From another one it is not found."""
    other = (await b2b.organizations.create(organization_name="Other")).organization

    refused = await refusal(
        b2b.organizations.members.delete_password(
            organization_id=other.organization_id, member_password_id=ada.member.member_password_id
        )
    )

    assert refused == (404, "member_password_not_found")


@pytest.mark.parametrize(
    ("operation", "error_type"),
    [
        ("delete_mfa_phone_number", "member_phone_number_not_found"),
        ("delete_totp", "totp_not_found"),
        ("delete_password", "member_password_not_found"),
    ],
)
async def test_what_is_not_there_cannot_be_deleted(
    b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal, operation: str, error_type: str
) -> None:
    """Each factor has a refusal of its own."""
    name = {"member_password_id": UNKNOWN} if operation == "delete_password" else {"member_id": ada.member_id}

    refused = await refusal(getattr(b2b.organizations.members, operation)(organization_id=ada.organization_id, **name))

    assert refused == (404, error_type)


async def test_no_connected_app_is_authorized(b2b: B2BClient, ada: EmailResetResponse, refusal: Refusal) -> None:
    """Members cannot authorize one yet, so none is listed and none can be revoked."""
    members, name = b2b.organizations.members, {"organization_id": ada.organization_id, "member_id": ada.member_id}

    listed = await members.get_connected_apps(**name)

    revoked = members.connected_apps.revoke(**name, connected_app_id="connected-app-test-1")
    assert listed.connected_apps == []
    assert await refusal(revoked) == (404, "connected_app_not_found")
