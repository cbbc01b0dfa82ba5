"""Machine tokens: fetched, verified, provided."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from stytch_async import (
    AuthenticationError,
    BadRequestError,
    Client,
    DecodeError,
    InMemoryTransport,
    TokenError,
    TokenReason,
    UnavailableError,
)
from stytch_async.emulator import Project
from stytch_async.schemas.both.m2m import M2MClientWithClientSecret
from stytch_async.tokens.service import missing_scopes
from tests.unit.tokens.conftest import Altered

Sign = Callable[[dict[str, Any]], str]


@pytest.fixture
async def machine(client: Client) -> M2MClientWithClientSecret:
    """Return an M2M client that may read and write users."""
    return (await client.m2m.clients.create(scopes=["read:users", "write:users"])).m2m_client


async def test_a_machine_gets_a_token_for_its_secret(client: Client, machine: M2MClientWithClientSecret) -> None:
    """The token says whose it is and what it permits."""
    response = await client.m2m.token(machine.client_id, machine.client_secret, ["read:users"])

    claims = await client.m2m.authenticate_token(response.access_token, required_scopes=["read:users"])

    assert (machine.client_id, ["read:users"]) == (claims.client_id, claims.scopes)
    assert response.expires_in == (claims.expires_at - claims.issued_at).total_seconds()
    assert response.access_token not in repr(response)


async def test_the_token_endpoint_gets_no_project_secret(
    client: Client, transport: InMemoryTransport, machine: M2MClientWithClientSecret
) -> None:
    """The request is a form with the machine's credentials, and nothing of the project's."""
    await client.m2m.token(machine.client_id, machine.client_secret)

    request = transport.calls[-1].request

    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert "Authorization" not in request.headers
    assert b"grant_type=client_credentials" in (request.content or b"")


async def test_a_wrong_secret_is_an_authentication_error(client: Client, machine: M2MClientWithClientSecret) -> None:
    """OAuth2's names for the parts of an error fill the usual attributes."""
    with pytest.raises(AuthenticationError) as caught:
        await client.m2m.token(machine.client_id, "not the secret")

    assert caught.value.error_type == "invalid_client"
    assert caught.value.request_id is not None


async def test_more_than_the_client_may_do_is_refused(client: Client, machine: M2MClientWithClientSecret) -> None:
    """A token cannot have scopes that its client has not."""
    with pytest.raises(BadRequestError) as caught:
        await client.m2m.token(machine.client_id, machine.client_secret, ["delete:users"])

    assert caught.value.error_type == "invalid_scope"


async def test_a_missing_scope_has_its_reason(client: Client, machine: M2MClientWithClientSecret) -> None:
    """The error names the scope that the token lacks."""
    response = await client.m2m.token(machine.client_id, machine.client_secret, ["read:users"])

    with pytest.raises(TokenError, match="write:users") as caught:
        await client.m2m.authenticate_token(response.access_token, ["read:users", "write:users"])

    assert caught.value.reason is TokenReason.MISSING_SCOPE


@pytest.mark.parametrize(
    ("held", "required", "missing"),
    [
        (["read:users"], ["read:users"], []),
        (["read:*"], ["read:users"], []),
        (["read:*"], ["read"], []),
        (["read"], ["read:users"], ["read:users"]),
        (["*"], ["read:users"], ["read:users"]),
        (["*:users"], ["read:users"], ["read:users"]),
        (["a:b:c"], ["a:b:c"], []),
        ([], [], []),
    ],
)
def test_a_star_stands_for_every_resource(held: list[str], required: list[str], missing: list[str]) -> None:
    """A held wildcard counts in the place of the resource, and nowhere else."""
    assert missing == missing_scopes(held, required)


async def test_sessions_and_apps_are_no_machines(
    client: Client, claims: dict[str, Any], app_claims: dict[str, Any], sign: Sign
) -> None:
    """A user's session and a user's app are refused, whatever scopes they have."""
    for other in ({**claims, "scope": "read:users"}, app_claims):
        with pytest.raises(TokenError) as caught:
            await client.m2m.authenticate_token(sign(other))

        assert caught.value.reason is TokenReason.WRONG_KIND


async def test_a_token_without_scopes_claim_is_refused(
    client: Client, machine_claims: dict[str, Any], sign: Sign
) -> None:
    """Every machine token says what it permits."""
    del machine_claims["scope"]

    with pytest.raises(TokenError) as caught:
        await client.m2m.authenticate_token(sign(machine_claims))

    assert caught.value.reason is TokenReason.MISSING_CLAIM


async def test_a_provider_fetches_once_and_renews_in_time(
    client: Client, transport: InMemoryTransport, project: Project, machine: M2MClientWithClientSecret
) -> None:
    """All who wait get the same token; it is renewed before its hour is over."""

    def fetched() -> int:
        return sum(call.request.url.endswith("/oauth2/token") for call in transport.calls)

    provider = client.m2m.token_provider(machine.client_id, machine.client_secret)
    first = set(await asyncio.gather(*[provider.access_token() for _ in range(50)]))
    project.clock.advance(minutes=50)
    handed_out = await provider.access_token()
    await asyncio.sleep(0)
    renewed = await provider.access_token()

    assert {handed_out} == first
    assert renewed not in first
    assert fetched() == 2


async def test_a_provider_hands_out_no_expired_token(
    client: Client, project: Project, machine: M2MClientWithClientSecret
) -> None:
    """After a long sleep the next token is waited for."""
    provider = client.m2m.token_provider(machine.client_id, machine.client_secret)
    first = await provider.access_token()
    project.clock.advance(hours=2)

    token = await provider.access_token()

    assert token != first
    assert await client.m2m.authenticate_token(token)


async def test_both_secrets_work_during_a_rotation(client: Client, machine: M2MClientWithClientSecret) -> None:
    """Until a rotation ends the old secret and the next one are good, afterwards only the new one."""
    started = (await client.m2m.clients.secrets.rotate_start(client_id=machine.client_id)).m2m_client
    for secret in (machine.client_secret, started.next_client_secret):
        await client.m2m.token(machine.client_id, secret)

    await client.m2m.clients.secrets.rotate(client_id=machine.client_id)

    await client.m2m.token(machine.client_id, started.next_client_secret)
    with pytest.raises(AuthenticationError):
        await client.m2m.token(machine.client_id, machine.client_secret)


async def test_an_inactive_client_gets_no_tokens(client: Client, machine: M2MClientWithClientSecret) -> None:
    """Tokens that are out stay valid, and there are no new ones."""
    token = (await client.m2m.token(machine.client_id, machine.client_secret)).access_token
    await client.m2m.clients.update(client_id=machine.client_id, status="inactive")

    with pytest.raises(AuthenticationError):
        await client.m2m.token(machine.client_id, machine.client_secret)

    assert await client.m2m.authenticate_token(token)


async def test_machines_are_found_by_scope(client: Client, machine: M2MClientWithClientSecret) -> None:
    """Searches go through clients like through users."""
    from stytch_async.schemas.both.m2m import M2MSearchQuery

    await client.m2m.clients.create(scopes=["other"])
    query = M2MSearchQuery(operator="AND", operands=[{"filter_name": "scopes", "filter_value": ["read:users"]}])

    found = await client.m2m.clients.search(query=query)

    assert [machine.client_id] == [one.client_id for one in found.m2m_clients]


@pytest.mark.parametrize(
    "answer",
    [
        {},
        {"access_token": "x.y.z"},
        {"access_token": None, "expires_in": 3600},
        {"access_token": "", "expires_in": 3600},
        {"access_token": "x.y.z", "expires_in": 10**400},
    ],
    ids=lambda answer: str(answer)[:40],
)
async def test_a_provider_needs_a_token_and_its_lifetime(
    client: Client, transport: Altered, answer: dict[str, Any]
) -> None:
    """An answer without them is unreadable, and says so."""
    transport.documents["/oauth2/token"] = {"token_type": "bearer", **answer}

    with pytest.raises(UnavailableError, match="a machine token could not be fetched: 200 unreadable answer") as caught:
        await client.m2m.token_provider("m2m-client-test-1", "secret").access_token()

    assert isinstance(caught.value.__cause__, DecodeError)
    assert caught.value.request_id == "request-id-test-1"


async def test_wrong_credentials_of_a_provider_refuse_no_visitor(
    client: Client, machine: M2MClientWithClientSecret
) -> None:
    """They are the app's own, so the app is not available."""
    with pytest.raises(UnavailableError) as caught:
        await client.m2m.token_provider(machine.client_id, "not the secret").access_token()

    assert caught.value.status_code == 401
