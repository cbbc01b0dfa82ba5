import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import NoMessageError, Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import EmailResetResponse
from stytch_async.schemas.b2b.sessions import MemberOptions, MfaRequired
from tests.emulator.b2b.logins.conftest import add

Enrol = Callable[[str, str], Awaitable[EmailResetResponse]]
PHONE = "+12025550162"


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
    """Where codes by SMS are not allowed as a second factor, none is sent."""
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
