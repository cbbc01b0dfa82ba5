import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.errors import InvalidRequestError
from stytch_async.schemas.consumer.otps import AuthenticateResponse
from stytch_async.schemas.shared import Attributes, Options

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
SECOND = "countess@example.com"
PHONE = "+12025550162"
ABROAD = "+442079460000"
UNKNOWN_ID = "email-test-00000000-0000-4000-8000-000000000000"


def other(code: str | None) -> str:
    """Return a code of the right form that is not the given one."""
    return f"{(int(code or 0) + 1) % 1_000_000:06}"


@pytest.fixture
def read_code(project: Project) -> Callable[[str], str]:
    """Return a function that reads the newest code sent to a recipient."""

    def read(recipient: str) -> str:
        code = project.outbox.last(recipient, "otp").code
        assert code is not None
        return code

    return read


ReadCode = Callable[[str], str]


@pytest.fixture
async def ada(client: Client, read_code: ReadCode) -> AuthenticateResponse:
    """Return the login of a user whose email address is verified by it."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    return await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL), session_duration_minutes=60)


async def test_code_by_email_has_six_digits_and_two_minutes(client: Client, project: Project) -> None:
    """The mail holds the code, and tells when it stops working."""
    await client.otps.email.login_or_create(email=EMAIL)

    mail = project.outbox.last(EMAIL)
    assert (mail.kind, mail.channel, mail.token, mail.url) == ("otp", "email", None, None)
    assert mail.code is not None
    assert (len(mail.code), mail.code.isdecimal()) == (6, True)
    assert mail.expires_at == project.now + dt.timedelta(minutes=2)


async def test_first_login_makes_the_user(client: Client) -> None:
    """The first code to an address makes a user, the second finds that user."""
    first = await client.otps.email.login_or_create(email=EMAIL)

    second = await client.otps.email.login_or_create(email="ADA@example.com")

    assert (first.user_created, second.user_created) == (True, False)
    assert (first.user_id, first.email_id) == (second.user_id, second.email_id)


@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
async def test_phones_log_in_too(client: Client, project: Project, read_code: ReadCode, channel: str) -> None:
    """A code by SMS or WhatsApp proves the number, and the factor names channel and number."""
    sent = await getattr(client.otps, channel).login_or_create(phone_number=PHONE)

    login = await client.otps.authenticate(method_id=sent.phone_id, code=read_code(PHONE), session_duration_minutes=5)

    assert (sent.user_created, project.outbox.last(PHONE).channel) == (True, channel)
    assert [(p.phone_id, p.verified) for p in login.user.phone_numbers] == [(sent.phone_id, True)]
    assert login.session is not None
    (factor,) = login.session.authentication_factors
    assert (factor.type, factor.delivery_method, factor.email_factor) == ("otp", channel, None)
    assert factor.phone_number_factor is not None
    assert factor.phone_number_factor.phone_number == PHONE


async def test_code_proves_the_address(client: Client, read_code: ReadCode) -> None:
    """The login names the address that is verified now, and its factor."""
    sent = await client.otps.email.login_or_create(email=EMAIL)

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL), session_duration_minutes=5)

    assert (login.user_id, login.method_id) == (sent.user_id, sent.email_id)
    assert [(e.email_id, e.verified) for e in login.user.emails] == [(sent.email_id, True)]
    assert login.session is not None
    (factor,) = login.session.authentication_factors
    assert (factor.type, factor.delivery_method, factor.phone_number_factor) == ("otp", "email", None)
    assert factor.email_factor is not None
    assert (factor.email_factor.email_id, factor.email_factor.email_address) == (sent.email_id, EMAIL)


async def test_pending_user_becomes_active_by_the_first_login(client: Client, read_code: ReadCode) -> None:
    """A user made as pending stays so until the code is used."""
    sent = await client.otps.email.login_or_create(email=EMAIL, create_user_as_pending=True)
    before = await client.users.get(user_id=sent.user_id)

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL))

    assert (before.status, login.user.status) == ("pending", "active")


async def test_wrong_code_is_not_found(client: Client, refusal: Refusal, read_code: ReadCode) -> None:
    """A wrong code is a 404."""
    sent = await client.otps.email.login_or_create(email=EMAIL)

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code=other(read_code(EMAIL))))

    assert found == (404, "otp_code_not_found")


async def test_used_code_is_refused(client: Client, refusal: Refusal, read_code: ReadCode) -> None:
    """A code that was used is a 401."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL))

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL)))

    assert found == (401, "unable_to_auth_otp_code")


@pytest.mark.parametrize(("options", "minutes"), [({}, 2), ({"expiration_minutes": 10}, 10)])
async def test_code_expires(
    client: Client, refusal: Refusal, project: Project, read_code: ReadCode, *, options: dict[str, int], minutes: int
) -> None:
    """A code works for two minutes, or as long as was asked for; an expired one is a 401."""
    sent = await client.otps.email.login_or_create(email=EMAIL, **options)
    project.clock.advance(minutes=minutes)

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL)))

    assert found == (401, "unable_to_auth_otp_code")


async def test_code_works_until_it_expires(client: Client, project: Project, read_code: ReadCode) -> None:
    """A second before its end a code is still good."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    project.clock.advance(minutes=1, seconds=59)

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL))

    assert login.user_id == sent.user_id


async def test_newer_code_voids_the_older(client: Client, refusal: Refusal, read_code: ReadCode) -> None:
    """Once a second code is sent to an address, the first is as good as a wrong one."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    older = read_code(EMAIL)
    await client.otps.email.login_or_create(email=EMAIL)

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code=older))

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL))
    assert found == (404, "otp_code_not_found")
    assert login.user_id == sent.user_id


@pytest.mark.parametrize(
    ("method_id", "code", "error"),
    [
        ("email-test-1", "123456", (400, "invalid_method_id")),
        ("user-test-00000000-0000-4000-8000-000000000000", "123456", (400, "invalid_method_id")),
        (UNKNOWN_ID, "12345", (400, "invalid_code")),
        (UNKNOWN_ID, "12345a", (400, "invalid_code")),
        (UNKNOWN_ID, "123456", (404, "otp_code_not_found")),
    ],
)
async def test_attempt_must_make_sense(
    client: Client, refusal: Refusal, method_id: str, code: str, error: tuple[int, str]
) -> None:
    """Method and code must have the right form, and a code must have been sent."""
    found = await refusal(client.otps.authenticate(method_id=method_id, code=code))

    assert found == error


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({"session_custom_claims": {"exp": 0}}, "reserved_claims_in_custom_claims"),
        ({"session_token": "short"}, "invalid_session_token"),
    ],
)
async def test_refused_login_does_not_spend_the_code(
    client: Client, refusal: Refusal, read_code: ReadCode, arguments: dict[str, str], error_type: str
) -> None:
    """What is wrong with the session leaves code and address as they were."""
    sent = await client.otps.email.login_or_create(email=EMAIL)

    found = await refusal(
        client.otps.authenticate(
            method_id=sent.email_id, code=read_code(EMAIL), session_duration_minutes=5, **arguments
        )
    )

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL))
    assert found == (400, error_type)
    assert login.user_id == sent.user_id


@pytest.mark.parametrize(("ip_address", "error"), [("192.0.2.1", None), ("192.0.2.2", (401, "attribute_mismatch"))])
async def test_login_may_ask_for_the_same_address(
    client: Client, refusal: Refusal, read_code: ReadCode, *, ip_address: str, error: tuple[int, str] | None
) -> None:
    """With the option set, only the address that asked for the code may use it."""
    sent = await client.otps.email.login_or_create(email=EMAIL, attributes=Attributes(ip_address="192.0.2.1"))

    call = client.otps.authenticate(
        method_id=sent.email_id,
        code=read_code(EMAIL),
        attributes=Attributes(ip_address=ip_address),
        options=Options(ip_match_required=True, user_agent_match_required=False),
    )

    if error is None:
        assert (await call).status_code == 200
    else:
        assert await refusal(call) == error


async def test_code_goes_to_known_users_only(client: Client, refusal: Refusal, project: Project) -> None:
    """Without saying for whom, a code is sent to nobody new."""
    by_email = await refusal(client.otps.email.send(email=EMAIL))
    by_sms = await refusal(client.otps.sms.send(phone_number=PHONE))
    by_whatsapp = await refusal(client.otps.whatsapp.send(phone_number=PHONE))

    assert by_email == (404, "email_not_found")
    assert by_sms == by_whatsapp == (404, "phone_number_not_found")
    assert len(project.outbox) == 0


@pytest.mark.parametrize("number", ["202 555 0162", "2025550162", "+0123456789", "+1"])
async def test_phone_number_must_be_in_e164_form(client: Client, refusal: Refusal, number: str) -> None:
    """What is no E.164 number is refused."""
    found = await refusal(client.otps.sms.login_or_create(phone_number=number))

    assert found == (400, "invalid_phone_number")


@pytest.mark.parametrize("address", ["ada", "ada@example", "ada@@example.com", "a da@example.com"])
async def test_email_address_must_be_one(client: Client, refusal: Refusal, address: str) -> None:
    """What is no email address is refused."""
    found = await refusal(client.otps.email.login_or_create(email=address))

    assert found == (400, "invalid_email")


async def test_sms_abroad_is_off_until_it_is_switched_on(client: Client, refusal: Refusal, project: Project) -> None:
    """Countries other than the USA and Canada have to be allowed first."""
    found = await refusal(client.otps.sms.login_or_create(phone_number=ABROAD))
    project.settings.country_codes = {"1", "44"}

    sent = await client.otps.sms.login_or_create(phone_number=ABROAD)

    assert found == (400, "invalid_phone_number_country_code")
    assert sent.user_created


async def test_lifetime_of_a_code_is_checked_before_it_is_sent(client: Client) -> None:
    """More than ten minutes is refused without a request."""
    with pytest.raises(InvalidRequestError) as caught:
        await client.otps.email.login_or_create(email=EMAIL, expiration_minutes=11)

    assert caught.value.field == "expiration_minutes"


async def test_address_is_added_to_a_named_user(client: Client, ada: AuthenticateResponse, read_code: ReadCode) -> None:
    """A code sent on behalf of a user adds the address, and using it makes it stay."""
    sent = await client.otps.email.send(email=SECOND, user_id=ada.user_id)

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(SECOND))

    assert (sent.user_id, login.user_id) == (ada.user_id, ada.user_id)
    assert [(e.email, e.verified) for e in login.user.emails] == [(EMAIL, True), (SECOND, True)]


@pytest.mark.parametrize("name", ["session_token", "session_jwt"])
async def test_address_is_added_to_the_user_of_a_session(client: Client, ada: AuthenticateResponse, name: str) -> None:
    """A session names the user as well as an id does."""
    sent = await client.otps.sms.send(phone_number=PHONE, **{name: getattr(ada, name)})

    assert sent.user_id == ada.user_id


async def test_user_is_named_in_one_way(client: Client, ada: AuthenticateResponse, refusal: Refusal) -> None:
    """An id and a session at once are refused."""
    found = await refusal(
        client.otps.sms.send(phone_number=PHONE, user_id=ada.user_id, session_token=ada.session_token)
    )

    assert found == (400, "too_many_user_selection_arguments")


async def test_added_address_lapses_unless_it_is_proven(
    client: Client, ada: AuthenticateResponse, project: Project
) -> None:
    """After five minutes the address is gone from the user, and logging in with it makes another."""
    await client.otps.email.send(email=SECOND, user_id=ada.user_id)
    during = await client.users.get(user_id=ada.user_id)
    project.clock.advance(minutes=5)

    sent = await client.otps.email.login_or_create(email=SECOND)

    after = await client.users.get(user_id=ada.user_id)
    assert [email.email for email in during.emails] == [EMAIL, SECOND]
    assert [email.email for email in after.emails] == [EMAIL]
    assert (sent.user_created, sent.user_id == ada.user_id) == (True, False)


async def test_code_for_a_lapsed_address_is_not_found(
    client: Client, ada: AuthenticateResponse, refusal: Refusal, project: Project, read_code: ReadCode
) -> None:
    """A code that outlives the address it was sent to is of no use."""
    sent = await client.otps.email.send(email=SECOND, user_id=ada.user_id, expiration_minutes=10)
    project.clock.advance(minutes=5)

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code=read_code(SECOND)))

    assert found == (404, "otp_code_not_found")


async def test_address_that_is_proven_in_time_stays(
    client: Client, ada: AuthenticateResponse, project: Project, read_code: ReadCode
) -> None:
    """A number that was proven does not lapse."""
    sent = await client.otps.sms.send(phone_number=PHONE, user_id=ada.user_id)
    await client.otps.authenticate(method_id=sent.phone_id, code=read_code(PHONE))
    project.clock.advance(days=1)

    shown = await client.users.get(user_id=ada.user_id)

    assert [phone.phone_number for phone in shown.phone_numbers] == [PHONE]


async def test_address_of_somebody_else_cannot_be_added(
    client: Client, ada: AuthenticateResponse, refusal: Refusal
) -> None:
    """An address or number belongs to one user."""
    await client.users.create(email=SECOND, phone_number=PHONE)

    by_email = await refusal(client.otps.email.send(email=SECOND, user_id=ada.user_id))
    by_sms = await refusal(client.otps.sms.send(phone_number=PHONE, user_id=ada.user_id))

    assert by_email == (400, "duplicate_email")
    assert by_sms == (400, "duplicate_phone_number")


async def test_second_address_needs_a_proven_first(client: Client, refusal: Refusal) -> None:
    """Whoever has not proven an address cannot add another email address."""
    user = await client.users.create(email=EMAIL)

    found = await refusal(client.otps.email.send(email=SECOND, user_id=user.user_id))

    assert found == (400, "email_verification_required")


async def test_proving_an_added_address_leaves_the_password_alone(
    client: Client, ada: AuthenticateResponse, password: str, read_code: ReadCode
) -> None:
    """Only the address that a password was set with can cast doubt on it."""
    await client.passwords.sessions.reset(password=password, session_token=ada.session_token)
    sent = await client.otps.email.send(email=SECOND, user_id=ada.user_id)

    login = await client.otps.authenticate(method_id=sent.email_id, code=read_code(SECOND))

    assert login.user.password is not None
    assert not login.user.password.requires_reset


async def test_codes_of_a_deleted_user_are_gone(
    client: Client, ada: AuthenticateResponse, refusal: Refusal, read_code: ReadCode
) -> None:
    """With the user go the codes that were sent."""
    await client.otps.email.send(email=EMAIL)
    await client.users.delete(user_id=ada.user_id)

    found = await refusal(client.otps.authenticate(method_id=ada.method_id, code=read_code(EMAIL)))

    assert found == (404, "otp_code_not_found")
