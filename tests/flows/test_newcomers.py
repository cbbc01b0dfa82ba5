"""People who come from elsewhere, and devices that nobody wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey

from stytch_async.emulator import TrustedTokenProfile
from stytch_async.errors import BadRequestError, NotFoundError
from stytch_async.transports.memory import InMemoryTransport

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

EMAIL = "ada@example.com"
PASSWORD = "a long and quiet river"
ISSUER = "https://login.example.com"
PROFILE = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000001"


async def test_users_move_over_from_another_system(stytch: Stytch) -> None:
    """Whoever has a session there is let in by it, and everybody else by the other system's tokens."""
    client, key = stytch.client, ECKey.generate_key("P-256")
    profile = TrustedTokenProfile(
        issuer=ISSUER,
        audience="stytch",
        public_keys=[key.as_pem(private=False).decode()],
        attribute_mapping={"email": "email", "token_id": "jti", "external_user_id": "sub"},
        can_jit_provision=True,
    )
    stytch.project.settings.trusted_token_profiles = {PROFILE: profile}
    stytch.project.userinfo = {"session-there": {"email": EMAIL}}.get
    claims = {"iss": ISSUER, "aud": "stytch", "jti": "1", "sub": "legacy-7", "email": EMAIL}
    expiry = int(stytch.project.now.timestamp()) + 60
    token = jwt.encode({"alg": "ES256"}, {**claims, "exp": expiry}, key)

    with pytest.raises(BadRequestError) as early:
        await client.sessions.migrate(session_token="session-there", session_duration_minutes=60)
    assert early.value.error_type == "migrate_from_external_email_does_not_exist"

    arrived = await client.sessions.attest(profile_id=PROFILE, token=token, session_duration_minutes=60)
    assert arrived.session is not None
    assert (arrived.user.external_id, arrived.user.emails[0].email) == ("legacy-7", EMAIL)
    assert [one.type for one in arrived.session.authentication_factors] == ["trusted_auth_token"]

    moved = await client.sessions.migrate(session_token="session-there", session_duration_minutes=60)
    assert moved.session is not None
    assert (moved.user_id, moved.session_token == arrived.session_token) == (arrived.user_id, False)
    assert [one.delivery_method for one in moved.session.authentication_factors] == ["imported_auth0"]

    again = await client.sessions.attest(profile_id=PROFILE, token=token, session_token=moved.session_token)
    assert again.session is not None
    assert [one.type for one in again.session.authentication_factors] == ["imported", "trusted_auth_token"]

    found = await client.users.get(user_id="legacy-7")
    assert found.user_id == arrived.user_id


async def test_a_blocked_device_stays_out(stytch: Stytch) -> None:
    """A device that tries passwords is known by what it leaves, and does not get in even with the right one."""
    client, world = stytch.client, InMemoryTransport(stytch.project)
    ada = await client.passwords.create(email=EMAIL, password=PASSWORD)
    thief = world.add_device(ip_address="198.51.100.7", country_code="CA")
    seen = await client.passwords.authenticate(
        email=EMAIL, password=PASSWORD, telemetry_id=thief.telemetry_id, session_duration_minutes=60
    )
    assert seen.user_device is not None
    assert seen.user_device.visitor_id_details is not None
    assert (seen.user_device.ip_geo_country, seen.user_device.visitor_id_details.is_new) == ("CA", True)

    await client.fraud.rules.set(action="BLOCK", visitor_id=seen.user_device.visitor_id, description="Took a password.")
    for session in (await client.sessions.get(user_id=ada.user_id)).sessions:
        await client.sessions.revoke(session_id=session.session_id)
    with pytest.raises(NotFoundError):
        await client.sessions.authenticate(session_token=seen.session_token)

    back = world.add_device(like=thief, ip_address="203.0.113.9")
    looked_up = await client.fraud.fingerprint.lookup(telemetry_id=back.telemetry_id)
    verdict = looked_up.verdict
    assert (verdict.action, verdict.reasons, verdict.rule_match_type) == ("BLOCK", ["RULE_MATCH"], "VISITOR_ID")

    own = world.add_device()
    assert (await client.fraud.fingerprint.lookup(telemetry_id=own.telemetry_id)).verdict.action == "ALLOW"
    login = await client.passwords.authenticate(email=EMAIL, password=PASSWORD, telemetry_id=own.telemetry_id)
    assert login.user_device is not None
    assert login.user_device.visitor_id == own.identifiers["VISITOR_ID"]


async def test_a_login_without_the_forgotten_password(stytch: Stytch) -> None:
    """The mail about a password has a second link, for whoever would rather not choose a new one."""
    client = stytch.client
    await client.passwords.create(email=EMAIL, password=PASSWORD)

    await client.passwords.email.reset_start(email=EMAIL)
    url = stytch.project.outbox.last(EMAIL, "reset_password").login_url
    assert url is not None
    login = await client.magic_links.authenticate(token=url.rpartition("token=")[2], session_duration_minutes=60)

    assert login.user.emails[0].verified
    with pytest.raises(BadRequestError) as stale:
        await client.passwords.authenticate(email=EMAIL, password=PASSWORD)
    assert stale.value.error_type == "reset_password"
