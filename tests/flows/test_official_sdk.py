"""Stytch's own SDK, as it is installed, against the served emulator."""

import asyncio
from collections.abc import Callable
from typing import Any, Literal

import aiohttp
import pytest
import stytch
from stytch.core.response_base import StytchError

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.world.authenticator import Authenticator
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.emulator.world.wallets import wallet_of
from stytch_async.transports.memory import InMemoryTransport

# The SDK authenticates in a way that newer releases of aiohttp deprecate.
pytestmark = [
    pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The 'auth' parameter is deprecated:DeprecationWarning"),
]

EMAIL = "ada@example.com"
FIRST = "a long and quiet river"
SECOND = "another long and quiet river"


@pytest.fixture
def call(sdk: stytch.Client) -> Callable[..., Any]:
    """Return a function that calls a blocking method of the SDK in a thread, so that the emulator can answer it."""

    async def in_thread(name: str, **arguments: object) -> object:
        target: Any = sdk
        for part in name.split("."):
            target = getattr(target, part)
        return await asyncio.to_thread(target, **arguments)

    return in_thread


async def test_sdk_signs_a_user_up_and_resets_the_password(sdk: stytch.Client, project: Project) -> None:
    """The asynchronous methods go through sign-up, failed login, reset and login."""
    signed_up = await sdk.passwords.create_async(email=EMAIL, password=FIRST, session_duration_minutes=60)
    with pytest.raises(StytchError) as wrong:
        await sdk.passwords.authenticate_async(email=EMAIL, password="wrong")
    await sdk.passwords.email.reset_start_async(email=EMAIL)
    token = project.outbox.last(EMAIL).token or ""
    await sdk.passwords.email.reset_async(token=token, password=SECOND)
    with pytest.raises(StytchError) as ended:
        await sdk.sessions.authenticate_async(session_token=signed_up.session_token)

    login = await sdk.passwords.authenticate_async(email=EMAIL, password=SECOND, session_duration_minutes=60)

    assert wrong.value.details.error_type == "unauthorized_credentials"
    assert ended.value.details.error_type == "session_not_found"
    assert login.user_id == signed_up.user_id
    assert login.session is not None
    assert login.user.emails[0].verified


async def test_sdk_logs_in_by_code(sdk: stytch.Client, project: Project) -> None:
    """A code by email starts a session whose claims the SDK reads."""
    sent = await sdk.otps.email.login_or_create_async(email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""

    login = await sdk.otps.authenticate_async(
        method_id=sent.email_id, code=code, session_duration_minutes=30, session_custom_claims={"plan": "pro"}
    )

    checked = await sdk.sessions.authenticate_async(session_jwt=login.session_jwt)
    assert (sent.user_created, checked.user.user_id) == (True, sent.user_id)
    assert checked.session.custom_claims == {"plan": "pro"}


async def test_sdk_does_the_same_without_asyncio(call: Callable[..., Any], project: Project) -> None:
    """The blocking methods go through sign-up, reset and login by code."""
    signed_up = await call("passwords.create", email=EMAIL, password=FIRST)
    await call("passwords.email.reset_start", email=EMAIL)
    token = project.outbox.last(EMAIL).token or ""
    await call("passwords.email.reset", token=token, password=SECOND)
    sent = await call("otps.email.send", email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""

    login = await call("otps.authenticate", method_id=sent.email_id, code=code, session_duration_minutes=5)

    assert login.user_id == sent.user_id == signed_up.user_id
    assert login.user.password is not None
    assert not login.user.password.requires_reset


async def test_sdk_checks_jwts_by_the_served_keys(call: Callable[..., Any]) -> None:
    """The SDK fetches the key set and verifies a JWT by itself."""
    signed_up = await call(
        "passwords.create",
        email=EMAIL,
        password=FIRST,
        session_duration_minutes=5,
        session_custom_claims={"plan": "pro"},
    )

    session = await call("sessions.authenticate_jwt_local", session_jwt=signed_up.session_jwt)

    assert (session.user_id, session.custom_claims) == (signed_up.user_id, {"plan": "pro"})


async def test_sdk_finds_users(call: Callable[..., Any], sdk: stytch.Client) -> None:
    """Users are created, changed, searched and deleted by either kind of method."""
    created = await call("users.create", email=EMAIL, trusted_metadata={"plan": "free"})
    await sdk.users.update_async(user_id=created.user_id, trusted_metadata={"plan": "pro"})

    found = await sdk.users.search_async(limit=10)

    assert created.status_code == 201
    assert [user.trusted_metadata for user in found.results] == [{"plan": "pro"}]
    await call("users.delete", user_id=created.user_id)
    with pytest.raises(StytchError) as gone:
        await call("users.get", user_id=created.user_id)
    assert gone.value.details.error_type == "user_not_found"


async def test_sdk_sets_an_authenticator_app_up_and_recovers(sdk: stytch.Client, project: Project) -> None:
    """Setup, login with both factors and a recovery code go through the official types."""
    app = Authenticator(project)
    signed_up = await sdk.passwords.create_async(email=EMAIL, password=FIRST, session_duration_minutes=60)
    created = await sdk.totps.create_async(user_id=signed_up.user_id)
    app.add(created.secret)
    login = await sdk.totps.authenticate_async(
        user_id=signed_up.user_id, totp_code=app.code(), session_token=signed_up.session_token
    )
    recovered = await sdk.totps.recover_async(
        user_id=signed_up.user_id, recovery_code=created.recovery_codes[0], session_token=signed_up.session_token
    )

    listed = await sdk.totps.recovery_codes_async(user_id=signed_up.user_id)

    assert login.user.totps[0].verified
    assert recovered.session is not None
    assert len(recovered.session.authentication_factors) == 3
    assert len(listed.totps[0].recovery_codes) == 9


async def test_sdk_lets_an_app_act_for_a_user(sdk: stytch.Client, project: Project) -> None:
    """It answers the app's request, and reads the app's token on its own machine and by asking."""
    callback = "https://notes.example.com/callback"
    ada = await sdk.passwords.create_async(email=EMAIL, password=FIRST, session_duration_minutes=60)
    made = await Client(transport=InMemoryTransport(project)).connected_app.clients.create(
        client_type="first_party", redirect_urls=[callback]
    )
    app = made.connected_app
    answered = await sdk.idp.oauth.authorize_async(
        consent_granted=True,
        scopes=["openid"],
        client_id=app.client_id,
        redirect_uri=callback,
        response_type="code",
        session_token=ada.session_token,
    )
    shown = {
        "grant_type": "authorization_code",
        "code": answered.authorization_code,
        "redirect_uri": callback,
        "client_id": app.client_id,
        "client_secret": app.client_secret,
    }
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{project.base_url}/v1/public/{project.project_id}/oauth2/token", data=shown) as answer,
    ):
        token = (await answer.json())["access_token"]

    remote = await sdk.idp.introspect_token_network_async(token, app.client_id, app.client_secret)
    nothing = await sdk.idp.introspect_token_network_async("x", app.client_id, app.client_secret)

    assert remote is not None
    assert (remote.subject, remote.scope, nothing) == (ada.user_id, "openid", None)


async def test_sdk_registers_a_passkey_and_logs_in(sdk: stytch.Client) -> None:
    """Sign-up, login, a new name and the list of keys go through the official types."""
    passkeys = Passkeys()
    user = await sdk.users.create_async(email=EMAIL)
    begun = await sdk.webauthn.register_start_async(
        user_id=user.user_id, domain="example.com", return_passkey_credential_options=True
    )
    made = await sdk.webauthn.register_async(
        user_id=user.user_id,
        public_key_credential=passkeys.create(begun.public_key_credential_creation_options),
        session_duration_minutes=60,
    )
    asked = await sdk.webauthn.authenticate_start_async(domain="example.com")
    login = await sdk.webauthn.authenticate_async(
        public_key_credential=passkeys.get(asked.public_key_credential_request_options),
        session_duration_minutes=60,
    )
    updated = await sdk.webauthn.update_async(webauthn_registration_id=made.webauthn_registration_id, name="My phone")

    listed = await sdk.webauthn.list_credentials_async(user_id=user.user_id, domain="example.com")

    assert (login.user_id, login.webauthn_registration_id) == (user.user_id, made.webauthn_registration_id)
    assert login.session is not None
    assert login.session.authentication_factors[0].webauthn_factor is not None
    assert updated.webauthn_registration is not None
    assert updated.webauthn_registration.name == "My phone"
    assert [one.webauthn_registration_id for one in listed.credentials] == [made.webauthn_registration_id]
    deleted = await sdk.users.delete_webauthn_registration_async(webauthn_registration_id=made.webauthn_registration_id)
    assert deleted.user.webauthn_registrations == []


@pytest.mark.parametrize("chain", ["ethereum", "solana"])
async def test_sdk_adds_a_wallet_and_logs_in(sdk: stytch.Client, chain: Literal["ethereum", "solana"]) -> None:
    """A wallet is added to a user by a session, logs in, and is taken away again."""
    wallet = wallet_of(EMAIL, chain)
    named = {"crypto_wallet_type": chain, "crypto_wallet_address": wallet.address}
    message = {"domain": "example.com", "uri": "https://example.com", "resources": ["https://example.com/terms"]}
    signed_up = await sdk.passwords.create_async(email=EMAIL, password=FIRST, session_duration_minutes=60)
    begun = await sdk.crypto_wallets.authenticate_start_async(
        **named,
        session_token=signed_up.session_token,
        siwe_params=message if chain == "ethereum" else None,
    )

    login = await sdk.crypto_wallets.authenticate_async(
        **named, signature=wallet.sign(begun.challenge), session_duration_minutes=60
    )

    assert (login.user_id, begun.user_created) == (signed_up.user_id, False)
    assert (login.siwe_params is not None) == (chain == "ethereum")
    assert login.session is not None
    assert login.session.authentication_factors[0].crypto_wallet_factor is not None
    deleted = await sdk.users.delete_crypto_wallet_async(crypto_wallet_id=login.user.crypto_wallets[0].crypto_wallet_id)
    assert deleted.user.crypto_wallets == []
