from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import NoMessageError, Project
from stytch_async.errors import BadRequestError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sessions import MemberOptions, MfaRequired, PrimaryRequired
from tests.emulator.b2b.logins.conftest import add

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]
PHONE = "+12025550162"
VERIFYING = ["sso", "magic_link", "password", "google_oauth", "microsoft_oauth", "email_otp"]
"""The methods that can prove an email address."""


async def test_pending_member_becomes_active(b2b: B2BClient, organization: Organization, enrol: Enrol) -> None:
    """The first login makes a pending member active, and an emailed link proves the address."""
    await add(b2b, organization, create_member_as_pending=True)

    login = await enrol(organization.organization_id, "ada@example.com")

    assert (login.member.status, login.member.email_address_verified) == ("active", True)


async def test_method_that_is_not_allowed_is_refused(b2b: B2BClient, password: str) -> None:
    """Where passwords are not allowed, neither a login nor a reset begins."""
    made = await b2b.organizations.create(
        organization_name="SSO only", auth_methods="RESTRICTED", allowed_auth_methods=["sso"]
    )
    organization_id = made.organization.organization_id
    await add(b2b, made.organization)

    with pytest.raises(BadRequestError) as login:
        await b2b.passwords.authenticate(
            organization_id=organization_id, email_address="ada@example.com", password=password
        )
    with pytest.raises(BadRequestError) as reset:
        await b2b.passwords.email.reset_start(organization_id=organization_id, email_address="ada@example.com")

    assert login.value.error_type == "operation_restricted_by_organization_auth_methods"
    assert reset.value.error_type == "operation_restricted_by_organization_auth_methods"


async def test_break_glass_member_may_use_any_method(b2b: B2BClient, enrol: Enrol) -> None:
    """A member for emergencies gets in around the restriction."""
    made = await b2b.organizations.create(
        organization_name="SSO only", auth_methods="RESTRICTED", allowed_auth_methods=["sso"]
    )
    await add(b2b, made.organization, is_breakglass=True)

    login = await enrol(made.organization.organization_id, "ada@example.com")

    assert login.member_authenticated


@pytest.mark.parametrize(
    ("settings", "methods"),
    [
        ({}, VERIFYING),
        (
            {"auth_methods": "RESTRICTED", "allowed_auth_methods": ["github_oauth", "email_otp", "password"]},
            ["password", "email_otp"],
        ),
        ({"auth_methods": "RESTRICTED", "allowed_auth_methods": ["password"]}, VERIFYING),
    ],
)
async def test_unproven_address_must_be_proven_first(
    b2b: B2BClient,
    ada: EmailResetResponse,
    project: Project,
    password: str,
    *,
    settings: dict[str, Any],
    methods: list[str],
) -> None:
    """A shared password proves no address: the login waits for a method that does, one that is allowed if there is."""
    project.settings.cross_org_passwords_enabled = True
    other = await b2b.organizations.create(organization_name="Other", mfa_policy="REQUIRED_FOR_ALL", **settings)
    await add(b2b, other.organization, create_member_as_pending=True)

    login = await b2b.passwords.authenticate(
        organization_id=other.organization.organization_id, email_address="ada@example.com", password=password
    )

    assert not login.member_authenticated
    assert login.member_id != ada.member_id
    assert login.member.status == "pending"
    assert login.primary_required == PrimaryRequired(allowed_auth_methods=methods)


async def test_second_factor_is_announced_beside_the_first(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """Where both are missing, both are named; no code is texted before the address is proven."""
    project.settings.cross_org_passwords_enabled = True
    other = await b2b.organizations.create(organization_name="Other", mfa_policy="REQUIRED_FOR_ALL")
    await add(b2b, other.organization, mfa_phone_number=PHONE)

    login = await b2b.passwords.authenticate(
        organization_id=other.organization.organization_id,
        email_address=ada.member.email_address,
        password=password,
    )

    assert login.primary_required == PrimaryRequired(allowed_auth_methods=VERIFYING)
    assert login.mfa_required == MfaRequired(
        member_options=MemberOptions(mfa_phone_number=PHONE, totp_registration_id="")
    )
    with pytest.raises(NoMessageError):
        project.outbox.last(PHONE)


async def test_begun_login_may_go_on_with_a_method_that_is_not_allowed(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """What an incomplete login asks for will do, even where it is not a way to log in by itself."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await add(b2b, other)
    names = {"organization_id": other.organization_id, "email_address": ada.member.email_address}
    begun = await b2b.passwords.authenticate(**names, password=password)
    await b2b.passwords.email.reset_start(**names)
    settings = project.organizations[other.organization_id].settings
    settings.auth_methods, settings.allowed_auth_methods = "RESTRICTED", ["github_oauth"]  # as an update would

    with pytest.raises(BadRequestError) as alone:
        await b2b.passwords.authenticate(**names, password=password)
    login = await b2b.passwords.email.reset(
        password_reset_token=project.outbox.last(ada.member.email_address).token or "",
        password=password,
        intermediate_session_token=begun.intermediate_session_token,
    )

    assert alone.value.error_type == "operation_restricted_by_organization_auth_methods"
    assert login.member_authenticated


async def test_link_proves_the_address_of_a_begun_login(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """A login that waits for the address to be proven is finished by a reset link."""
    project.settings.cross_org_passwords_enabled = True
    other = (await b2b.organizations.create(organization_name="Other")).organization
    await add(b2b, other)
    begun = await b2b.passwords.authenticate(
        organization_id=other.organization_id, email_address="ada@example.com", password=password
    )
    await b2b.passwords.email.reset_start(organization_id=other.organization_id, email_address=ada.member.email_address)
    token = project.outbox.last("ada@example.com").token or ""

    login = await b2b.passwords.email.reset(
        password_reset_token=token,
        password=password,
        intermediate_session_token=begun.intermediate_session_token,
    )

    assert login.member_authenticated
    assert login.intermediate_session_token == ""
