from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.passwords import AuthenticateResponse, EmailResetResponse
from stytch_async.schemas.b2b.totps import CreateResponse

LogIn = Callable[[], Awaitable[AuthenticateResponse]]
Read = Callable[[], str]
Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

PHONE = "+12025550162"
OTHER = "+12025550163"


def ada_and(begun: AuthenticateResponse) -> dict[str, Any]:
    """Return the arguments that name Ada, and the login that she has begun."""
    return {
        "organization_id": begun.organization_id,
        "member_id": begun.member_id,
        "intermediate_session_token": begun.intermediate_session_token,
    }


async def test_new_number_is_texted_and_linked(
    b2b: B2BClient, begun: AuthenticateResponse, read_code: Read, project: Project
) -> None:
    """The number becomes the member's at once, and is proven by the code."""
    sent = await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)

    login = await b2b.otps.sms.authenticate(**ada_and(begun), code=read_code(), session_duration_minutes=30)

    assert (sent.member.mfa_phone_number, sent.member.mfa_phone_number_verified) == (PHONE, False)
    assert login.member.mfa_phone_number_verified
    assert login.member.default_mfa_method == "sms_otp"
    assert login.member_session is not None
    assert [factor.type for factor in login.member_session.authentication_factors] == ["password", "otp"]
    assert (login.member_session.expires_at - project.now).total_seconds() == 30 * 60


async def test_factor_names_the_phone(b2b: B2BClient, begun: AuthenticateResponse, read_code: Read) -> None:
    """The session tells which number was texted."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)

    login = await b2b.otps.sms.authenticate(**ada_and(begun), code=read_code())

    assert login.member_session is not None
    factor = login.member_session.authentication_factors[-1]
    assert (factor.type, factor.delivery_method) == ("otp", "sms")
    assert factor.phone_number_factor is not None
    assert factor.phone_number_factor.phone_number == PHONE


async def test_login_ends_with_the_second_factor(
    b2b: B2BClient, begun: AuthenticateResponse, read_code: Read, refusal: Refusal
) -> None:
    """The intermediate session is spent, and so is the code."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)
    login = await b2b.otps.sms.authenticate(**ada_and(begun), code=read_code())

    again = await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code=read_code()))
    reused = await refusal(
        b2b.otps.sms.authenticate(
            organization_id=begun.organization_id,
            member_id=begun.member_id,
            code=read_code(),
            session_token=login.session_token,
        )
    )

    assert again == (404, "intermediate_session_not_found")
    assert reused == (401, "unable_to_auth_otp_code")


async def test_session_is_strengthened(
    b2b: B2BClient, ada: EmailResetResponse, read_code: Read, project: Project
) -> None:
    """In a session the code adds a factor, and lets the session last longer only where that is asked for."""
    await b2b.otps.sms.send(organization_id=ada.organization_id, member_id=ada.member_id, mfa_phone_number=PHONE)
    project.clock.advance(minutes=1)

    login = await b2b.otps.sms.authenticate(
        organization_id=ada.organization_id, member_id=ada.member_id, code=read_code(), session_jwt=ada.session_jwt
    )

    assert ada.member_session is not None
    assert login.member_session is not None
    assert login.session_token == ada.session_token
    assert login.member_session.expires_at == ada.member_session.expires_at
    assert len(login.member_session.authentication_factors) == 2


async def test_known_phone_is_texted_again(
    b2b: B2BClient, begun: AuthenticateResponse, log_in: LogIn, read_code: Read, refusal: Refusal
) -> None:
    """A member who has a phone gets another code without any number, and the one before is void."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)
    first = read_code()
    await b2b.otps.sms.send(organization_id=begun.organization_id, member_id=begun.member_id)

    old = await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code=first))
    login = await b2b.otps.sms.authenticate(**ada_and(begun), code=read_code())
    next_login = await log_in()

    assert old == (404, "otp_code_not_found")
    assert login.member_session is not None
    assert next_login.mfa_required is not None
    assert next_login.mfa_required.secondary_auth_initiated == "sms_otp"


async def test_code_lasts_two_minutes(
    b2b: B2BClient, begun: AuthenticateResponse, read_code: Read, refusal: Refusal, project: Project
) -> None:
    """After that another one has to be asked for."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)
    project.clock.advance(minutes=2)

    refused = await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code=read_code()))

    assert refused == (401, "unable_to_auth_otp_code")


async def test_other_number_is_refused(b2b: B2BClient, begun: AuthenticateResponse, refusal: Refusal) -> None:
    """The phone that a member has must be deleted before there is another."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)

    refused = await refusal(b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=OTHER))

    assert refused == (400, "duplicate_member_phone_number_for_member")


async def test_number_of_somebody_else_is_refused(
    b2b: B2BClient, begun: AuthenticateResponse, grace: EmailResetResponse, refusal: Refusal
) -> None:
    """Two members of an organization do not share a phone."""
    await b2b.organizations.members.update(
        organization_id=grace.organization_id, member_id=grace.member_id, mfa_phone_number=PHONE
    )

    refused = await refusal(b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE))

    assert refused == (400, "duplicate_member_phone_number")


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (None, (404, "member_phone_number_not_found")),
        ("0162", (400, "invalid_phone_number")),
        ("+4915123456789", (400, "invalid_phone_number_country_code")),
    ],
)
async def test_number_that_cannot_be_texted_is_refused(
    b2b: B2BClient,
    begun: AuthenticateResponse,
    refusal: Refusal,
    number: str | None,
    expected: tuple[int, str],
) -> None:
    """There must be a number, spelt as one, in a country that is switched on."""
    refused = await refusal(b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=number))

    assert refused == expected


async def test_code_of_a_member_without_a_phone_is_refused(
    b2b: B2BClient, begun: AuthenticateResponse, refusal: Refusal
) -> None:
    """Nothing was sent that could be right."""
    assert await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code="123456")) == (404, "otp_code_not_found")
    assert await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code="12345")) == (400, "invalid_code")


async def test_wrong_codes_lock_the_member(
    b2b: B2BClient, begun: AuthenticateResponse, read_code: Read, refusal: Refusal, project: Project
) -> None:
    """Ten in a row do, and the right one is refused as well then."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)
    right = read_code()
    wrong = "000000" if right != "000000" else "000001"
    for _ in range(project.settings.user_lock_threshold):
        await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code=wrong))

    refused = await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code=right))

    assert refused == (429, "user_lock_limit_reached")


async def test_another_number_takes_the_factor_that_there_is(
    b2b: B2BClient,
    ada: EmailResetResponse,
    app: CreateResponse,
    begun: AuthenticateResponse,
    refusal: Refusal,
) -> None:
    """Whoever has only the password cannot add a phone beside the authenticator app."""
    alone = await refusal(
        b2b.otps.sms.send(organization_id=ada.organization_id, member_id=ada.member_id, mfa_phone_number=PHONE)
    )
    half = await refusal(b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE))
    sent = await b2b.otps.sms.send(
        organization_id=ada.organization_id,
        member_id=ada.member_id,
        mfa_phone_number=PHONE,
        session_token=ada.session_token,
    )

    assert alone == half == (400, "session_enforced_factor_matching_session_required")
    assert sent.member.totp_registration_id == app.totp_registration_id


async def test_linking_a_number_is_an_event(b2b: B2BClient, begun: AuthenticateResponse, project: Project) -> None:
    """The first text changes the member, another one does not."""
    before = len(project.events)

    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)

    (event,) = list(project.events)[before:]
    assert (event.type, event.id) == ("direct.member.update", begun.member_id)


async def test_method_may_be_closed(
    b2b: B2BClient, organization: Organization, begun: AuthenticateResponse, refusal: Refusal
) -> None:
    """Where the organization takes authenticator apps only, nothing is texted."""
    await b2b.organizations.update(
        organization_id=organization.organization_id, mfa_methods="RESTRICTED", allowed_mfa_methods=["totp"]
    )

    refused = await refusal(b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE))

    assert refused == (400, "operation_restricted_by_organization_mfa_methods")


async def test_refused_code_spends_nothing(
    b2b: B2BClient, begun: AuthenticateResponse, read_code: Read, refusal: Refusal
) -> None:
    """A wrong code leaves the login as it was."""
    await b2b.otps.sms.send(**ada_and(begun), mfa_phone_number=PHONE)
    right = read_code()
    wrong = "000000" if right != "000000" else "000001"

    refused = await refusal(b2b.otps.sms.authenticate(**ada_and(begun), code=wrong))
    login = await b2b.otps.sms.authenticate(**ada_and(begun), code=right)

    assert refused == (404, "otp_code_not_found")
    assert login.member_session is not None
