from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.otps import AuthenticateResponse

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
SECOND = "countess@example.com"
PHONE = "+12025550162"

ReadCode = Callable[[str], str]


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
    """A code that outlives the address it was sent to does not work any more."""
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


async def test_few_addresses_may_wait_for_their_proof(
    client: Client, ada: AuthenticateResponse, refusal: Refusal, project: Project
) -> None:
    """A user who has too many unproven numbers cannot add another until one is proven or has lapsed."""
    numbers = [f"+1202555016{digit}" for digit in range(4)]
    for number in numbers[:3]:
        await client.otps.sms.send(phone_number=number, user_id=ada.user_id)

    found = await refusal(client.otps.sms.send(phone_number=numbers[3], user_id=ada.user_id))

    project.clock.advance(minutes=5)
    later = await client.otps.sms.send(phone_number=numbers[3], user_id=ada.user_id)
    assert found == (400, "too_many_unverified_factors")
    assert later.user_id == ada.user_id
