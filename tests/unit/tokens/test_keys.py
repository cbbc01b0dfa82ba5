"""Where keys come from, and how seldom they are fetched."""

import asyncio
from typing import Any

import pytest
from joserfc.errors import SecurityWarning
from joserfc.jwk import RSAKey

from stytch_async import Client, InMemoryTransport, StytchError, TokenError, TokenReason, UnavailableError
from stytch_async.codec import layout
from stytch_async.emulator import Project
from tests.unit.tokens.conftest import Altered, claims_of, forged


@pytest.fixture
def short_key() -> RSAKey:
    """Return a key that is too short."""
    with pytest.warns(SecurityWarning):
        return RSAKey.generate_key(1024)


def fetches(transport: InMemoryTransport) -> int:
    """Count the requests for the key set."""
    return sum("/sessions/jwks/" in call.request.url for call in transport.calls)


async def test_a_hundred_who_wait_share_one_fetch(
    client: Client, transport: InMemoryTransport, session_jwt: str
) -> None:
    """A cold client fetches the keys once."""
    await asyncio.gather(*[client.sessions.authenticate_jwt_local(session_jwt) for _ in range(100)])

    assert fetches(transport) == 1


async def test_unknown_keys_cause_one_fetch_in_a_while(
    client: Client, transport: InMemoryTransport, session_jwt: str, claims: dict[str, Any], project: Project
) -> None:
    """However many unknown ids turn up, the keys are not fetched for each."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    project.clock.advance(seconds=31)
    key = RSAKey.generate_key(2048)

    for number in range(5):
        with pytest.raises(TokenError):
            await client.sessions.authenticate_jwt_local(forged({"alg": "RS256", "kid": f"k{number}"}, claims, key))

    assert fetches(transport) == 2


async def test_a_rotated_key_is_found(client: Client, session_jwt: str, project: Project) -> None:
    """After a rotation the new key is fetched, and tokens of the old one go on working."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    project.clock.advance(seconds=31)
    project.rotate_key()
    renewed = (await client.sessions.authenticate(session_jwt=session_jwt)).session_jwt

    ids = [(await client.sessions.authenticate_jwt_local(token)).session_id for token in (session_jwt, renewed)]

    assert ids[0] == ids[1]


async def test_an_outage_after_warming_up_changes_nothing(
    client: Client, transport: InMemoryTransport, session_jwt: str, project: Project, caplog: pytest.LogCaptureFixture
) -> None:
    """Known keys stay in use when they cannot be refreshed, and the log says so."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    fresh = await client.sessions.authenticate(session_jwt=session_jwt, session_duration_minutes=1000)
    project.clock.advance(minutes=61)
    token = (await client.sessions.authenticate(session_token=fresh.session_token)).session_jwt
    transport.fail_next(client.sessions.get_jwks, status=400, error_type="bad_request", times=9)

    session = await client.sessions.authenticate_jwt_local(token)
    await asyncio.sleep(0.01)

    assert session.session_id == fresh.session.session_id
    assert "could not be refreshed" in caplog.text


async def test_keys_that_are_too_old_are_not_used(
    client: Client, transport: InMemoryTransport, session_jwt: str, project: Project
) -> None:
    """After a day without a refresh the error of the fetch comes through: it is no verdict on the token."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    fresh = await client.sessions.authenticate(session_jwt=session_jwt, session_duration_minutes=5000)
    project.clock.advance(days=1, seconds=1)
    token = (await client.sessions.authenticate(session_token=fresh.session_token)).session_jwt
    transport.fail_next(client.sessions.get_jwks, status=400, error_type="bad_request", times=9)

    with pytest.raises(StytchError) as caught:
        await client.sessions.authenticate_jwt_local(token)

    assert not isinstance(caught.value, TokenError)


async def test_pinned_keys_need_no_fetch(session_jwt: str, project: Project, transport: InMemoryTransport) -> None:
    """A client that is given its keys never asks for them, not even for an unknown one."""
    client = Client(transport=transport, jwks={"keys": project.keys.public()})
    session = await client.sessions.authenticate_jwt_local(session_jwt)
    project.rotate_key()
    token = (await client.sessions.authenticate(session_jwt=session_jwt)).session_jwt

    with pytest.raises(TokenError) as caught:
        await client.sessions.authenticate_jwt_local(token)

    assert caught.value.reason is TokenReason.UNKNOWN_KEY
    assert session.user_id.startswith("user-test-")
    assert fetches(transport) == 0


async def test_odd_members_of_a_key_set_do_no_harm(
    client: Client, transport: Altered, project: Project, short_key: RSAKey, session_jwt: str
) -> None:
    """Unknown types, keys for encryption, broken, short and repeated ones are passed over."""
    good = project.keys.public()[0]
    transport.documents["/sessions/jwks/"] = {
        "keys": [
            5,
            {},
            {"kty": "EC", "kid": good["kid"], "crv": "P-256"},
            {**good, "kid": "enc", "use": "enc"},
            {**good, "kid": "bad", "n": "!"},
            {**short_key.as_dict(private=False), "kid": good["kid"]},
            good,
            {**good, "n": good["n"][::-1]},
        ]
    }

    session = await client.sessions.authenticate_jwt_local(session_jwt)

    assert session.authentication_factors[0].type == "password"


@pytest.mark.parametrize("document", [{}, {"keys": None}, {"keys": []}, {"keys": [{"kty": "EC", "kid": "1"}]}], ids=str)
async def test_a_key_set_without_a_key_replaces_none(
    client: Client, transport: Altered, project: Project, session_jwt: str, document: dict[str, Any]
) -> None:
    """The known keys stay, and the sessions that they have signed stay alive."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    transport.documents["/sessions/jwks/"] = document
    project.clock.advance(minutes=61)
    claims = {**claims_of(session_jwt), "exp": project.now.timestamp() + 300}
    foreign = forged({"alg": "RS256", "kid": "foreign"}, claims, RSAKey.generate_key(2048))
    with pytest.raises(UnavailableError):
        await client.sessions.authenticate_jwt_local(foreign)

    session = await client.sessions.authenticate_jwt_local(project.keys.sign(claims))

    assert session.roles == ["stytch_user"]


@pytest.mark.parametrize("document", [{}, {"keys": None}, {"keys": []}], ids=str)
async def test_the_first_key_set_must_have_a_key(
    client: Client, transport: Altered, session_jwt: str, document: dict[str, Any]
) -> None:
    """Without one nothing can be said of the token."""
    transport.documents["/sessions/jwks/"] = document

    with pytest.raises(UnavailableError, match="none of the keys can be used"):
        await client.sessions.authenticate_jwt_local(session_jwt)


async def test_a_short_key_is_not_a_key(
    client: Client, transport: Altered, claims: dict[str, Any], short_key: RSAKey
) -> None:
    """What 1,024 bits have signed may have been signed by anybody."""
    token = forged({"alg": "RS256", "kid": "short"}, claims, short_key)
    transport.documents["/sessions/jwks/"] = {"keys": [{**short_key.as_dict(private=False), "kid": "short"}]}

    with pytest.raises(UnavailableError):
        await client.sessions.authenticate_jwt_local(token)


async def test_given_keys_must_hold_one_that_can_be_used(transport: Altered, session_jwt: str) -> None:
    """The error says which option is at fault."""
    client = Client(transport=transport, jwks={"keys": [{"kty": "EC", "kid": "1"}]})

    with pytest.raises(UnavailableError, match="jwks: none of the keys can be used"):
        await client.sessions.authenticate_jwt_local(session_jwt)


async def test_fetching_keys_again_leaves_nothing_behind(client: Client, project: Project, session_jwt: str) -> None:
    """What is known of an operation is kept for good, so each fetch uses the same one."""
    await client.sessions.authenticate_jwt_local(session_jwt)
    before = layout.cache_info().currsize
    for _ in range(3):
        project.clock.advance(days=2)
        with pytest.raises(TokenError):
            await client.sessions.authenticate_jwt_local(session_jwt)

    after = layout.cache_info().currsize

    assert before == after


async def test_a_waiter_who_leaves_does_not_take_the_fetch_along(client: Client, session_jwt: str) -> None:
    """Cancelling one of two who wait leaves the other with its answer."""
    leaving = asyncio.create_task(client.sessions.authenticate_jwt_local(session_jwt))
    staying = asyncio.create_task(client.sessions.authenticate_jwt_local(session_jwt))
    await asyncio.sleep(0)
    leaving.cancel()

    session = await staying

    assert session.roles == ["stytch_user"]
    assert leaving.cancelled() or leaving.cancelling()


def test_a_client_verifies_in_one_loop_after_another(project: Project) -> None:
    """Keys survive the end of the event loop that fetched them."""
    client = Client(transport=InMemoryTransport(project))

    async def log_in() -> str:
        response = await client.otps.sms.login_or_create(phone_number="+12025550162")
        code = project.outbox.last("+12025550162").code or ""
        login = await client.otps.authenticate(method_id=response.phone_id, code=code, session_duration_minutes=60)
        await client.sessions.authenticate_jwt_local(login.session_jwt)
        return login.session_jwt

    token = asyncio.run(log_in())

    assert asyncio.run(client.sessions.authenticate_jwt_local(token)).user_id
