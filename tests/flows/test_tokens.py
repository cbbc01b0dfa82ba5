"""Tokens, by each way to the project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from stytch_async.errors import TokenError, TokenReason

if TYPE_CHECKING:
    from tests.flows.conftest import Stytch

PASSWORD = "a long and quiet river"


async def test_sessions_survive_a_rotation_of_the_key(stytch: Stytch) -> None:
    """JWTs of the old key and of the new one are verified side by side."""
    client = stytch.client
    signed_up = await client.passwords.create(
        email="ada@example.com", password=PASSWORD, session_duration_minutes=60, session_custom_claims={"plan": "pro"}
    )
    stytch.project.rotate_key()
    renewed = await client.sessions.authenticate(session_token=signed_up.session_token)

    sessions = [
        await client.sessions.authenticate_jwt_local(token) for token in (signed_up.session_jwt, renewed.session_jwt)
    ]

    assert [session.session_id for session in sessions] == [renewed.session.session_id] * 2
    assert sessions[0].custom_claims == {"plan": "pro"}


async def test_a_machine_calls_the_app(stytch: Stytch) -> None:
    """A machine gets a token for its secret, and the app lets it in for its scopes alone."""
    client = stytch.client
    machine = (await client.m2m.clients.create(scopes=["read:users"])).m2m_client
    provider = client.m2m.token_provider(machine.client_id, machine.client_secret)
    token = await provider.access_token()

    claims = await client.m2m.authenticate_token(token, required_scopes=["read:users"])

    assert claims.client_id == machine.client_id
    with pytest.raises(TokenError) as refused:
        await client.sessions.authenticate_jwt(token)
    assert refused.value.reason is TokenReason.WRONG_KIND


async def test_a_member_is_verified_locally(stytch: Stytch) -> None:
    """A member's JWT says which organization it is for."""
    b2b = stytch.b2b
    organization = (await b2b.organizations.create(organization_name="Analytical Engines")).organization
    await b2b.organizations.members.create(
        organization_id=organization.organization_id, email_address="ada@example.com"
    )
    await b2b.passwords.email.reset_start(organization_id=organization.organization_id, email_address="ada@example.com")
    login = await b2b.passwords.email.reset(password_reset_token=stytch.token_for("ada@example.com"), password=PASSWORD)

    session = await b2b.sessions.authenticate_jwt_local(login.session_jwt)

    assert (organization.organization_id, login.member_id) == (session.organization_id, session.member_id)
