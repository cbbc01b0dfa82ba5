import datetime as dt
from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.state.sandbox import (
    EMAIL_ID,
    SESSION_ID,
    SESSION_TOKEN,
    STARTED_AT,
    USER_ID,
    WALLET_ADDRESS,
    WALLET_SIGNATURE,
)

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "sandbox@stytch.com"
PHONE = "+10000000000"
CODE = "000000"


@pytest.mark.parametrize("method", ["send", "login_or_create"])
async def test_sandbox_address_takes_the_sandbox_code(client: Client, project: Project, method: str) -> None:
    """Nothing is sent, and six zeros log in."""
    sent = await getattr(client.otps.email, method)(email=EMAIL)

    login = await client.otps.authenticate(method_id=sent.email_id, code=CODE)

    assert (sent.user_id, sent.email_id, login.user_id) == (USER_ID, EMAIL_ID, USER_ID)
    assert len(project.outbox) == 0


@pytest.mark.parametrize("channel", ["sms", "whatsapp"])
@pytest.mark.parametrize("method", ["send", "login_or_create"])
async def test_sandbox_number_takes_the_sandbox_code(
    client: Client, project: Project, channel: str, method: str
) -> None:
    """Nothing is sent to the sandbox number either."""
    sent = await getattr(getattr(client.otps, channel), method)(phone_number=PHONE)

    login = await client.otps.authenticate(method_id=sent.phone_id, code=CODE)

    assert (sent.user_id, login.user_id) == (USER_ID, USER_ID)
    assert len(project.outbox) == 0


async def test_sandbox_user_is_never_new(client: Client) -> None:
    """The sandbox user is there from the beginning."""
    sent = await client.otps.email.login_or_create(email=EMAIL)

    assert not sent.user_created


@pytest.mark.parametrize("name", ["email", "phone_number"])
async def test_sandbox_user_can_be_created_again_and_again(client: Client, name: str) -> None:
    """The sandbox address and number are never taken."""
    value = EMAIL if name == "email" else PHONE

    first = await client.users.create(**{name: value})
    second = await client.users.create(**{name: value})

    assert (first.status_code, first.user_id, second.user_id) == (201, USER_ID, USER_ID)


@pytest.mark.parametrize("password", ["password1", "a long and quiet river"])
async def test_sandbox_user_has_any_password(client: Client, password: str) -> None:
    """Whatever is given is the password, however weak it is."""
    created = await client.passwords.create(email=EMAIL, password=password)

    login = await client.passwords.authenticate(email=EMAIL, password=f"{password}!", session_duration_minutes=5)

    assert (created.user_id, created.email_id, login.user_id) == (USER_ID, EMAIL_ID, USER_ID)
    assert login.session is not None


async def test_sandbox_user_logs_in_without_a_sign_up(client: Client) -> None:
    """The password login needs no password to have been set."""
    login = await client.passwords.authenticate(email=EMAIL, password="anything")

    assert login.user_id == USER_ID


async def test_sandbox_session_is_always_active(client: Client, project: Project) -> None:
    """It began long ago, and lasts an hour from each time that it is looked at."""
    project.clock.advance(days=1000)

    checked = await client.sessions.authenticate(session_token=SESSION_TOKEN)

    session = checked.session
    assert (session.session_id, session.user_id, checked.session_token) == (SESSION_ID, USER_ID, SESSION_TOKEN)
    assert (session.started_at, session.last_accessed_at) == (STARTED_AT, project.now)
    assert session.expires_at == project.now + dt.timedelta(hours=1)
    (factor,) = session.authentication_factors
    assert (factor.last_authenticated_at, factor.updated_at) == (project.now, project.now)
    assert (factor.type, factor.delivery_method) == ("magic_link", "email")
    assert factor.email_factor is not None
    assert (factor.email_factor.email_id, factor.email_factor.email_address) == (EMAIL_ID, EMAIL)


async def test_sandbox_session_is_fresh_enough_for_a_new_password(client: Client, project: Project) -> None:
    """Its factor has just been proven, whenever it is used."""
    project.clock.advance(days=1000)

    reset = await client.passwords.sessions.reset(password="a long and quiet river", session_token=SESSION_TOKEN)

    assert reset.user_id == USER_ID


async def test_sandbox_token_of_no_session_is_not_found(client: Client, refusal: Refusal) -> None:
    """The value that Stytch documents as unknown is."""
    found = await refusal(client.sessions.authenticate(session_token="59cnLELtq5cFVS6uYK9f-pAWzBkhqZl8AvLhbhOvKNWw"))

    assert found == (404, "session_not_found")


async def test_wrong_code_is_refused_in_the_sandbox_too(client: Client, refusal: Refusal) -> None:
    """Only six zeros will do."""
    sent = await client.otps.email.send(email=EMAIL)

    found = await refusal(client.otps.authenticate(method_id=sent.email_id, code="123456"))

    assert found == (404, "otp_code_not_found")


async def test_sandbox_app_takes_the_sandbox_code(client: Client, project: Project) -> None:
    """The sandbox user has an authenticator app from the beginning, whose code is six zeros again and again."""
    created = await client.totps.create(user_id=USER_ID)

    logins = [await client.totps.authenticate(user_id=USER_ID, totp_code=CODE) for _ in range(2)]

    assert {login.totp_id for login in logins} == {created.totp_id}
    assert len(project.users) == 0


async def test_sandbox_recovery_code_never_wears_out(client: Client) -> None:
    """There is one, and it stays."""
    listed = await client.totps.recovery_codes(user_id=USER_ID)

    logins = [await client.totps.recover(user_id=USER_ID, recovery_code="a1b2-c3d4-e5f6") for _ in range(2)]

    assert [totp.recovery_codes for totp in listed.totps] == [["a1b2-c3d4-e5f6"]]
    assert {login.user_id for login in logins} == {USER_ID}


async def test_sandbox_wallet_takes_the_sandbox_signature(client: Client, project: Project, refusal: Refusal) -> None:
    """Again and again, without a start, and in any case; another signature is refused."""
    wallet = {"crypto_wallet_type": "ethereum", "crypto_wallet_address": WALLET_ADDRESS}
    login = await client.crypto_wallets.authenticate(**wallet, signature=WALLET_SIGNATURE, session_duration_minutes=5)
    started = await client.crypto_wallets.authenticate_start(**wallet)
    again = await client.crypto_wallets.authenticate(**wallet, signature=WALLET_SIGNATURE)

    found = await refusal(client.crypto_wallets.authenticate(**wallet, signature=f"0x{'11' * 65}"))

    assert {login.user_id, started.user_id, again.user_id} == {USER_ID}
    assert login.session is not None
    assert (started.user_created, len(project.users)) == (False, 0)
    assert found == (401, "unable_to_authenticate_crypto_wallet")
