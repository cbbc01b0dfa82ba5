import datetime as dt
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import NoMessageError, Project
from stytch_async.errors import BadRequestError, NotFoundError
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sessions import MemberOptions, MfaRequired, PrimaryRequired

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]

PHONE = "+12025550162"
UNKNOWN_TOKEN = "A" * 44
VERIFYING = ["sso", "magic_link", "password", "google_oauth", "microsoft_oauth", "email_otp"]
"""The methods that can prove an email address."""


@pytest.fixture
async def strict(b2b: B2BClient) -> Organization:
    """Return an organization that wants a second factor of everybody."""
    created = await b2b.organizations.create(organization_name="Strict", mfa_policy="REQUIRED_FOR_ALL")
    return created.organization


async def add(b2b: B2BClient, organization: Organization, **fields: Any) -> str:
    """Add Ada to an organization and return her id there."""
    created = await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com", **fields
    )
    return created.member_id


async def test_complete_login_lacks_nothing(ada: EmailResetResponse) -> None:
    """Where no second factor is wanted a login is complete, and has no intermediate session."""
    assert ada.member_authenticated
    assert (ada.intermediate_session_token, ada.mfa_required, ada.primary_required) == ("", None, None)


async def test_login_stops_short_of_the_second_factor(b2b: B2BClient, strict: Organization, enrol: Enrol) -> None:
    """Where every member needs a second factor, the first brings an intermediate session and no other."""
    await add(b2b, strict)

    login = await enrol(strict.organization_id, "ada@example.com")

    assert not login.member_authenticated
    assert (login.session_token, login.session_jwt, login.member_session) == ("", "", None)
    assert len(login.intermediate_session_token) == 44
    assert login.primary_required is None
    assert login.mfa_required == MfaRequired(member_options=None, secondary_auth_initiated=None)
    sessions = await b2b.sessions.get(organization_id=strict.organization_id, member_id=login.member_id)
    assert sessions.member_sessions == []


async def test_phone_gets_a_code_at_once(b2b: B2BClient, strict: Organization, enrol: Enrol, project: Project) -> None:
    """A member who has a phone is texted a code of six digits that is good for two minutes."""
    await add(b2b, strict, mfa_phone_number=PHONE)

    login = await enrol(strict.organization_id, "ada@example.com")

    message = project.outbox.last(PHONE)
    assert login.mfa_required == MfaRequired(
        member_options=MemberOptions(mfa_phone_number=PHONE, totp_registration_id=""),
        secondary_auth_initiated="sms_otp",
    )
    assert message.code is not None
    assert (message.channel, message.code.isdecimal(), len(message.code)) == ("sms", True, 6)
    assert message.expires_at == project.now + dt.timedelta(minutes=2)


async def test_phone_gets_no_code_where_texts_are_not_allowed(b2b: B2BClient, enrol: Enrol, project: Project) -> None:
    """Where codes by SMS are no second factor, none is sent."""
    made = await b2b.organizations.create(
        organization_name="Apps only",
        mfa_policy="REQUIRED_FOR_ALL",
        mfa_methods="RESTRICTED",
        allowed_mfa_methods=["totp"],
    )
    await add(b2b, made.organization, mfa_phone_number=PHONE)

    login = await enrol(made.organization.organization_id, "ada@example.com")

    assert login.mfa_required is not None
    assert login.mfa_required.secondary_auth_initiated is None
    with pytest.raises(NoMessageError):
        project.outbox.last(PHONE)


async def test_enrolled_member_needs_the_second_factor_anywhere(
    b2b: B2BClient, organization: Organization, enrol: Enrol
) -> None:
    """A member who is enrolled needs it even where the organization leaves it open."""
    await add(b2b, organization, mfa_enrolled=True)

    login = await enrol(organization.organization_id, "ada@example.com")

    assert not login.member_authenticated
    assert login.mfa_required is not None


async def test_claims_and_duration_wait_for_the_session(
    b2b: B2BClient, strict: Organization, enrol: Enrol, password: str
) -> None:
    """Claims and duration of a login that is not complete are ignored."""
    await add(b2b, strict)
    await enrol(strict.organization_id, "ada@example.com")

    login = await b2b.passwords.authenticate(
        organization_id=strict.organization_id,
        email_address="ada@example.com",
        password=password,
        session_duration_minutes=600,
        session_custom_claims={"plan": "pro"},
    )

    assert login.member_session is None


async def test_session_spares_the_second_factor(
    b2b: B2BClient,
    organization: Organization,
    enrol: Enrol,
    project: Project,
    password: str,
) -> None:
    """A member who passes a valid session of their own is logged in, and the session goes on."""
    member_id = await add(b2b, organization)
    first = await enrol(organization.organization_id, "ada@example.com")
    project.members[member_id].mfa_enrolled = True  # as an update would, which is not emulated yet

    login = await b2b.passwords.authenticate(
        organization_id=organization.organization_id,
        email_address="ada@example.com",
        password=password,
        session_token=first.session_token,
    )

    assert login.member_authenticated
    assert login.session_token == first.session_token
    assert login.mfa_required is None


async def test_session_of_another_member_spares_nothing(
    b2b: B2BClient, strict: Organization, ada: EmailResetResponse, enrol: Enrol, password: str
) -> None:
    """Somebody else's session is ignored."""
    await add(b2b, strict)
    await enrol(strict.organization_id, "ada@example.com")

    login = await b2b.passwords.authenticate(
        organization_id=strict.organization_id,
        email_address="ada@example.com",
        password=password,
        session_token=ada.session_token,
    )

    assert not login.member_authenticated


async def test_repeated_login_renews_the_factor(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """A second login in the same session renews the factor, and adds none."""
    project.clock.advance(minutes=10)

    login = await b2b.passwords.authenticate(
        organization_id=ada.organization_id,
        email_address="ada@example.com",
        password=password,
        session_token=ada.session_token,
    )

    assert login.member_session is not None
    (factor,) = login.member_session.authentication_factors
    assert factor.last_authenticated_at == project.now
    assert factor.created_at == project.now - dt.timedelta(minutes=10)


async def test_pending_member_becomes_active(b2b: B2BClient, organization: Organization, enrol: Enrol) -> None:
    """The first login makes a pending member active, and an emailed link proves the address."""
    await add(b2b, organization, create_member_as_pending=True)

    login = await enrol(organization.organization_id, "ada@example.com")

    assert (login.member.status, login.member.email_address_verified) == ("active", True)


async def test_intermediate_session_is_carried_on(
    b2b: B2BClient, strict: Organization, enrol: Enrol, password: str
) -> None:
    """A login that still lacks something returns the intermediate session that it was given."""
    await add(b2b, strict)
    first = await enrol(strict.organization_id, "ada@example.com")

    login = await b2b.passwords.authenticate(
        organization_id=strict.organization_id,
        email_address="ada@example.com",
        password=password,
        intermediate_session_token=first.intermediate_session_token,
    )

    assert login.intermediate_session_token == first.intermediate_session_token


async def test_intermediate_session_becomes_a_session_once(
    b2b: B2BClient, strict: Organization, enrol: Enrol, project: Project, password: str
) -> None:
    """When nothing lacks any more the intermediate session turns into a session, and is used up."""
    member_id = await add(b2b, strict)
    first = await enrol(strict.organization_id, "ada@example.com")
    project.organizations[strict.organization_id].settings.mfa_policy = "OPTIONAL"  # as above
    arguments = {
        "organization_id": strict.organization_id,
        "email_address": "ada@example.com",
        "password": password,
        "intermediate_session_token": first.intermediate_session_token,
    }

    login = await b2b.passwords.authenticate(**arguments)

    assert (login.member_id, login.member_authenticated) == (member_id, True)
    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(**arguments)
    assert caught.value.error_type == "intermediate_session_not_found"


async def test_intermediate_session_lasts_ten_minutes(
    b2b: B2BClient, strict: Organization, enrol: Enrol, project: Project, password: str
) -> None:
    """After ten minutes a login must begin again."""
    await add(b2b, strict)
    first = await enrol(strict.organization_id, "ada@example.com")
    project.clock.advance(minutes=10)

    with pytest.raises(NotFoundError) as caught:
        await b2b.passwords.authenticate(
            organization_id=strict.organization_id,
            email_address="ada@example.com",
            password=password,
            intermediate_session_token=first.intermediate_session_token,
        )

    assert caught.value.error_type == "intermediate_session_not_found"


async def test_malformed_intermediate_session_is_refused(
    b2b: B2BClient, ada: EmailResetResponse, password: str
) -> None:
    """A token that cannot be one is a 400."""
    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            password=password,
            intermediate_session_token="short",
        )

    assert caught.value.error_type == "invalid_session_token"


async def test_intermediate_session_stays_in_its_organization(
    b2b: B2BClient, strict: Organization, ada: EmailResetResponse, enrol: Enrol, password: str
) -> None:
    """What was begun in one organization cannot be finished in another."""
    await add(b2b, strict)
    begun = await enrol(strict.organization_id, "ada@example.com")

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=ada.organization_id,
            email_address="ada@example.com",
            password=password,
            intermediate_session_token=begun.intermediate_session_token,
        )

    assert caught.value.error_type == "invalid_intermediate_session_token_for_organization"


async def test_intermediate_session_stays_with_its_member(
    b2b: B2BClient, strict: Organization, enrol: Enrol, password: str
) -> None:
    """What one member has begun another cannot finish."""
    await add(b2b, strict)
    begun = await enrol(strict.organization_id, "ada@example.com")
    await b2b.organizations.members.create(organization_id=strict.organization_id, email_address="grace@example.com")
    await enrol(strict.organization_id, "grace@example.com")

    with pytest.raises(BadRequestError) as caught:
        await b2b.passwords.authenticate(
            organization_id=strict.organization_id,
            email_address="grace@example.com",
            password=password,
            intermediate_session_token=begun.intermediate_session_token,
        )

    assert caught.value.error_type == "member_session_member_id_mismatch"


async def test_method_that_is_not_allowed_is_refused(b2b: B2BClient, password: str) -> None:
    """Where passwords are no way to log in, neither a login nor a reset begins."""
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
    project.settings.cross_organization_passwords = True
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
    project.settings.cross_organization_passwords = True
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
    project.settings.cross_organization_passwords = True
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


async def test_phone_abroad_gets_no_code_until_that_is_switched_on(
    b2b: B2BClient, strict: Organization, enrol: Enrol, project: Project
) -> None:
    """A code goes only to countries that texts may be sent to."""
    await add(b2b, strict, mfa_phone_number="+18765550123")

    login = await enrol(strict.organization_id, "ada@example.com")

    assert login.mfa_required is not None
    assert login.mfa_required.secondary_auth_initiated is None
    with pytest.raises(NoMessageError):
        project.outbox.last("+18765550123")


async def test_link_proves_the_address_of_a_begun_login(
    b2b: B2BClient, ada: EmailResetResponse, project: Project, password: str
) -> None:
    """A login that waits for the address to be proven is finished by a reset link."""
    project.settings.cross_organization_passwords = True
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
