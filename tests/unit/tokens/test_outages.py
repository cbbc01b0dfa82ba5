"""What cannot be fetched says nothing about the visitor."""

import asyncio

import pytest
from joserfc.jwk import RSAKey

from stytch_async import NO_RETRY, APIError, B2BClient, Client, TokenError, UnavailableError
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from stytch_async.tokens import service
from tests.unit.tokens.conftest import Altered, claims_of, forged

CHECK = AuthorizationCheck(resource_id="documents", action="read")


@pytest.fixture
def client(transport: Altered) -> Client:
    """Return a client that repeats nothing."""
    return Client(transport=transport, retry=NO_RETRY)


@pytest.mark.parametrize(
    ("status", "error_type"),
    [(401, "unauthorized_credentials"), (403, "unauthorized_action"), (404, "project_not_found"), (503, None)],
)
async def test_a_refused_fetch_of_keys_is_not_a_refused_visitor(
    client: Client, transport: Altered, session_jwt: str, status: int, error_type: str | None
) -> None:
    """Whoever answers 401 to an `APIError` of a visitor's session does not log everybody out."""
    transport.fail_next(client.sessions.get_jwks, status=status, error_type=error_type)

    with pytest.raises(
        UnavailableError, match="the signing keys could not be fetched: GET /v1/sessions/jwks"
    ) as caught:
        await client.sessions.authenticate_jwt(session_jwt)

    assert isinstance(caught.value.__cause__, APIError)
    assert not isinstance(caught.value, APIError | TokenError)
    assert caught.value.status_code == status


async def test_a_refused_fetch_of_a_policy_is_not_a_refused_visitor(
    client: Client, transport: Altered, session_jwt: str
) -> None:
    """Without the policy nobody knows what the roles permit."""
    transport.fail_next(client.rbac.policy, status=403, error_type="unauthorized_action")

    with pytest.raises(UnavailableError) as caught:
        await client.sessions.authenticate_jwt_local(session_jwt, authorization_check=CHECK)

    assert caught.value.what == "the RBAC policy"
    assert caught.value.request_id is not None


async def test_a_new_key_during_an_outage_is_not_an_unknown_key(
    client: Client, transport: Altered, project: Project, session_jwt: str
) -> None:
    """A genuine token is not refused, now or during the pause after the failed fetch."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    project.clock.advance(seconds=31)
    project.rotate_key()
    renewed = (await client.sessions.authenticate(session_jwt=session_jwt)).session_jwt
    transport.fail_next(client.sessions.get_jwks, status=503)

    for _ in range(2):
        with pytest.raises(UnavailableError) as caught:
            await client.sessions.authenticate_jwt_local(renewed)
        assert caught.value.status_code == 503

    project.clock.advance(seconds=31)
    assert await client.sessions.authenticate_jwt_local(renewed)


async def test_an_outage_ends_when_a_fetch_succeeds(
    client: Client, transport: Altered, project: Project, session_jwt: str
) -> None:
    """After that a key that is not served is unknown again."""
    foreign = forged({"alg": "RS256", "kid": "foreign"}, claims_of(session_jwt), RSAKey.generate_key(2048))
    await client.sessions.authenticate_jwt_local(session_jwt)
    transport.fail_next(client.sessions.get_jwks, status=503)
    project.clock.advance(seconds=31)
    with pytest.raises(UnavailableError):
        await client.sessions.authenticate_jwt_local(foreign)
    project.clock.advance(seconds=31)

    for _ in range(2):
        with pytest.raises(TokenError, match="unknown key"):
            await client.sessions.authenticate_jwt_local(foreign)


async def test_closing_the_client_cancels_nobody(client: Client, transport: Altered, session_jwt: str) -> None:
    """Whoever waits for the keys gets an error, and its task goes on."""
    transport.gates["/sessions/jwks/"] = asyncio.Event()
    waiting = asyncio.create_task(client.sessions.authenticate_jwt_local(session_jwt))
    await transport.arrivals.acquire()

    await client.aclose()

    with pytest.raises(UnavailableError, match="the client was closed"):
        await waiting


async def test_making_room_for_an_organization_cancels_nobody(
    transport: Altered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who wait for the roles of the organization that goes get them."""
    monkeypatch.setattr(service, "ORGANIZATIONS", 1)
    client = B2BClient(transport=transport)
    for part in ("one", "two"):
        transport.documents[f"/rbac/organizations/organization-{part}"] = {"org_policy": {"roles": []}}
    gate = transport.gates["/rbac/organizations/"] = asyncio.Event()
    tokens = client.sessions._tokens

    waiting = [asyncio.create_task(tokens.policy(f"organization-{part}")) for part in ("one", "two")]
    for _ in waiting:
        await transport.arrivals.acquire()
    gate.set()

    assert [policy.scopes for policy in await asyncio.gather(*waiting)] == [{}, {}]


async def test_the_options_of_a_single_call_do_not_stick(client: Client, transport: Altered, session_jwt: str) -> None:
    """Keys and policy are fetched for all, so with the options of the client that all others were made from."""
    hasty = client.with_options(timeout=0.05)

    await hasty.sessions.authenticate_jwt_local(session_jwt)
    with pytest.raises(APIError):
        await hasty.sessions.authenticate_jwt_local(session_jwt, authorization_check=CHECK)

    fetched = {url: timeout for url, timeout in transport.timeouts.items() if "jwks" in url or "rbac" in url}
    assert set(fetched.values()) == {10.0}
    assert len(fetched) == 2
