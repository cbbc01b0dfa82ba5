"""People who log in with keys of their own: passkeys and crypto wallets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.emulator.world.wallets import wallet_of
from stytch_async.errors import AuthenticationError, BadRequestError, NotFoundError
from stytch_async.schemas.consumer.crypto_wallets import SIWEParams

if TYPE_CHECKING:
    from stytch_async.schemas.consumer.webauthn import AuthenticateResponse
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
DOMAIN = "example.com"


async def test_passkey_comes_first_and_the_phone_is_exchanged(stytch: Stytch) -> None:
    """Nobody types a password: sign-up, logins, a second device, a stolen copy, and the first device taken away."""
    client, phone, laptop = stytch.client, Passkeys(), Passkeys(attachment="cross-platform", verifies_user=False)

    async def log_in(device: Passkeys) -> AuthenticateResponse:
        begun = await client.webauthn.authenticate_start(
            domain=DOMAIN, return_passkey_credential_options=True, use_base64_url_encoding=True
        )
        credential = device.get(begun.public_key_credential_request_options, origin=f"https://app.{DOMAIN}")
        return await client.webauthn.authenticate(public_key_credential=credential, session_duration_minutes=60)

    ada = await client.users.create(email=EMAIL)
    begun = await client.webauthn.register_start(
        user_id=ada.user_id, domain=DOMAIN, return_passkey_credential_options=True, use_base64_url_encoding=True
    )
    credential = phone.create(begun.public_key_credential_creation_options)
    first = await client.webauthn.register(
        user_id=ada.user_id, public_key_credential=credential, session_duration_minutes=60
    )
    checked = await client.sessions.authenticate(session_jwt=first.session_jwt)
    assert [one.type for one in checked.session.authentication_factors] == ["webauthn"]

    login = await log_in(phone)
    assert (login.user_id, login.webauthn_registration_id) == (ada.user_id, first.webauthn_registration_id)

    begun = await client.webauthn.register_start(user_id=ada.user_id, domain=DOMAIN, user_agent="Firefox")
    credential = laptop.create(begun.public_key_credential_creation_options)
    second = await client.webauthn.register(
        user_id=ada.user_id, public_key_credential=credential, session_token=login.session_token
    )
    await client.webauthn.update(webauthn_registration_id=second.webauthn_registration_id, name="Security key")
    listed = await client.webauthn.list_credentials(user_id=ada.user_id, domain=DOMAIN)
    assert len(listed.credentials) == 2

    stolen = phone.clone()
    await log_in(phone)
    with pytest.raises(AuthenticationError) as noticed:
        await log_in(stolen)
    assert noticed.value.error_type == "unable_to_auth_webauthn_registration"

    await client.users.delete_webauthn_registration(webauthn_registration_id=first.webauthn_registration_id)
    with pytest.raises(NotFoundError) as gone:
        await log_in(phone)
    assert gone.value.error_type == "webauthn_registration_not_found"
    last = await log_in(laptop)
    assert [one.name for one in last.user.webauthn_registrations] == ["Security key"]


async def test_wallets_are_added_to_a_user_and_log_in(stytch: Stytch) -> None:
    """Whoever has signed up by mail adds a wallet of each chain, and comes back with either."""
    client, ethereum, solana = stytch.client, wallet_of(EMAIL, "ethereum"), wallet_of(EMAIL, "solana")
    sent = await client.otps.email.login_or_create(email=EMAIL)
    login = await client.otps.authenticate(
        method_id=sent.email_id, code=stytch.code_for(EMAIL), session_duration_minutes=60
    )

    message = SIWEParams(domain=DOMAIN, uri=f"https://{DOMAIN}/login", resources=[], statement="Welcome to the app.")
    begun = await client.crypto_wallets.authenticate_start(
        crypto_wallet_type="ethereum",
        crypto_wallet_address=ethereum.address,
        session_token=login.session_token,
        siwe_params=message,
    )
    added = await client.crypto_wallets.authenticate(
        crypto_wallet_type="ethereum",
        crypto_wallet_address=ethereum.address,
        signature=ethereum.sign(begun.challenge),
        session_token=login.session_token,
    )
    assert added.session is not None
    assert added.siwe_params is not None
    assert [one.type for one in added.session.authentication_factors] == ["otp", "crypto"]
    assert (added.siwe_params.domain, added.siwe_params.chain_id) == (DOMAIN, "1")

    begun = await client.crypto_wallets.authenticate_start(
        crypto_wallet_type="solana", crypto_wallet_address=solana.address, user_id=login.user_id
    )
    await client.crypto_wallets.authenticate(
        crypto_wallet_type="solana", crypto_wallet_address=solana.address, signature=solana.sign(begun.challenge)
    )

    begun = await client.crypto_wallets.authenticate_start(
        crypto_wallet_type="ethereum", crypto_wallet_address=ethereum.address.lower()
    )
    with pytest.raises(AuthenticationError) as forged:
        await client.crypto_wallets.authenticate(
            crypto_wallet_type="ethereum",
            crypto_wallet_address=ethereum.address,
            signature=wallet_of("grace@example.com", "ethereum").sign(begun.challenge),
        )
    assert forged.value.error_type == "unable_to_authenticate_crypto_wallet"
    back = await client.crypto_wallets.authenticate(
        crypto_wallet_type="ethereum",
        crypto_wallet_address=ethereum.address,
        signature=ethereum.sign(begun.challenge),
        session_duration_minutes=60,
    )
    assert back.user_id == login.user_id
    assert [(one.crypto_wallet_type, one.verified) for one in back.user.crypto_wallets] == [
        ("ethereum", True),
        ("solana", True),
    ]

    with pytest.raises(BadRequestError) as taken:
        await client.crypto_wallets.authenticate_start(
            crypto_wallet_type="solana", crypto_wallet_address=solana.address, session_jwt=back.session_jwt
        )
    assert taken.value.error_type == "duplicate_wallet_address_for_user"
