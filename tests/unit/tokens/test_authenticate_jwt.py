"""Local first, and the API where that is not enough."""

import pytest

from stytch_async import Client, InMemoryTransport, NotFoundError, PermissionDeniedError, TokenError, TokenReason
from stytch_async.emulator import Project


async def test_a_fresh_token_asks_nobody(client: Client, transport: InMemoryTransport, session_jwt: str) -> None:
    """A good token is kept, and the API is asked for nothing but the keys."""
    before = len(transport.calls)

    result = await client.sessions.authenticate_jwt(session_jwt)

    assert (session_jwt, False) == (result.session_jwt, result.refreshed)
    assert len(transport.calls) - before == 1


async def test_an_expired_token_is_refreshed(client: Client, session_jwt: str, project: Project) -> None:
    """The API gives a new token for one that has expired while its session goes on."""
    project.clock.advance(minutes=6)

    result = await client.sessions.authenticate_jwt(session_jwt)

    assert result.refreshed
    assert result.user is not None
    assert result.user.emails[0].email == "ada@example.com"
    assert (await client.sessions.authenticate_jwt(result.session_jwt)).refreshed is False


async def test_an_old_token_is_refreshed(client: Client, session_jwt: str, project: Project) -> None:
    """The API is asked about a token that is older than wanted."""
    project.clock.advance(seconds=61)

    result = await client.sessions.authenticate_jwt(session_jwt, max_token_age_seconds=60)

    assert result.refreshed


async def test_changes_go_to_the_api(client: Client, session_jwt: str) -> None:
    """New claims and a longer life are never silently ignored."""
    claims = await client.sessions.authenticate_jwt(session_jwt, session_custom_claims={"plan": "pro"})
    longer = await client.sessions.authenticate_jwt(session_jwt, session_duration_minutes=1000)

    assert claims.session.custom_claims == {"plan": "pro"}
    assert longer.refreshed
    assert (await client.sessions.authenticate_jwt_local(claims.session_jwt)).custom_claims == {"plan": "pro"}


async def test_a_forged_token_is_not_sent_to_the_api(
    client: Client, transport: InMemoryTransport, session_jwt: str
) -> None:
    """Only age sends a token to the API."""
    with pytest.raises(TokenError) as caught:
        await client.sessions.authenticate_jwt(f"{session_jwt[:-8]}AAAAAAAA")

    assert caught.value.reason is TokenReason.BAD_SIGNATURE
    assert not any(call.request.url.endswith("/sessions/authenticate") for call in transport.calls)


async def test_a_revoked_session_is_found_out_when_its_token_expires(
    client: Client, session_jwt: str, project: Project
) -> None:
    """Locally a revoked session looks good until its token has expired."""
    session = await client.sessions.authenticate_jwt_local(session_jwt)
    await client.sessions.revoke(session_id=session.session_id)
    await client.sessions.authenticate_jwt(session_jwt)
    project.clock.advance(minutes=6)

    with pytest.raises(NotFoundError):
        await client.sessions.authenticate_jwt(session_jwt)


async def test_the_session_is_typed_as_in_the_api(client: Client, session_jwt: str) -> None:
    """What is read from the token is what the API shows, but for fractions of a second."""
    remote = (await client.sessions.authenticate(session_jwt=session_jwt)).session

    local = await client.sessions.authenticate_jwt_local(session_jwt)

    assert remote.session_id == local.session_id
    assert remote.user_id == local.user_id
    assert remote.expires_at is not None
    assert remote.expires_at.replace(microsecond=0) == local.expires_at


async def test_results_are_not_shared(client: Client, session_jwt: str) -> None:
    """Changing one result changes no other."""
    first = await client.sessions.authenticate_jwt_local(session_jwt)
    first.roles.append("stytch_admin")

    second = await client.sessions.authenticate_jwt_local(session_jwt)

    assert second.roles == ["stytch_user"]


async def test_a_role_that_permits_nothing_is_refused(client: Client, session_jwt: str) -> None:
    """A refusal on this machine names the resource, the action and the roles."""
    from stytch_async.schemas.consumer.sessions import AuthorizationCheck

    check = AuthorizationCheck(resource_id="documents", action="read")

    with pytest.raises(PermissionDeniedError) as caught:
        await client.sessions.authenticate_jwt_local(session_jwt, authorization_check=check)

    assert all(word in str(caught.value) for word in ("documents", "read", "stytch_user"))
    assert caught.value.error_type == "consumer_session_authorization_error"
