from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.otps import AuthenticateResponse
from stytch_async.schemas.shared import Attributes, Options

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PHONE = "+12025550162"
UNKNOWN_ID = "email-test-00000000-0000-4000-8000-000000000000"

ReadCode = Callable[[str], str]


def other(code: str | None) -> str:
    """Return a code of the right form that is not the given one."""
    return f"{(int(code or 0) + 1) % 1_000_000:06}"


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


async def test_codes_of_a_deleted_user_are_gone(
    client: Client, ada: AuthenticateResponse, refusal: Refusal, read_code: ReadCode
) -> None:
    """With the user go the codes that were sent."""
    await client.otps.email.send(email=EMAIL)
    await client.users.delete(user_id=ada.user_id)

    found = await refusal(client.otps.authenticate(method_id=ada.method_id, code=read_code(EMAIL)))

    assert found == (404, "otp_code_not_found")
