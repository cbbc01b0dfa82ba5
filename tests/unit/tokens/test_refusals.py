"""Each way in which a session JWT is refused."""

import base64
import hashlib
import hmac
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from stytch_async import Client, InvalidRequestError, TokenError, TokenReason
from stytch_async.emulator import Project
from tests.unit.tokens.conftest import forged, raw

Sign = Callable[[dict[str, Any]], str]


async def reason(client: Client, token: str, **options: Any) -> TokenReason:
    """Return why a session JWT is refused."""
    with pytest.raises(TokenError) as caught:
        await client.sessions.authenticate_jwt_local(token, **options)
    assert token == "" or token not in str(caught.value)
    return caught.value.reason


def key_id(project: Project) -> str:
    """Return the id of the key that signs now."""
    return str(project.keys.public()[0]["kid"])


@pytest.mark.parametrize(
    "token", ["", "x", "a.b", "a.b.c", "é.b.c", "....", "a" * 20000, raw([], {}), "e30.e30.", "\ud800.x.y"]
)
async def test_what_is_no_jwt_is_malformed(client: Client, token: str) -> None:
    """Garbage is refused without a fetch, whatever it is made of."""
    assert await reason(client, token) in {TokenReason.MALFORMED, TokenReason.WRONG_ALGORITHM}


async def test_an_unsigned_token_is_refused(client: Client, claims: dict[str, Any], project: Project) -> None:
    """The algorithm "none" is no algorithm."""
    token = raw({"alg": "none", "kid": key_id(project)}, claims, "")

    assert await reason(client, token) is TokenReason.WRONG_ALGORITHM


async def test_the_public_key_is_no_shared_secret(client: Client, claims: dict[str, Any], project: Project) -> None:
    """HS256 with the public key as its secret is refused by its algorithm."""
    unsigned = raw({"alg": "HS256", "kid": key_id(project)}, claims).rpartition(".")[0]
    secret = RSAKey.import_key(project.keys.public()[0]).as_pem(private=False)
    signature = base64.urlsafe_b64encode(hmac.digest(secret, unsigned.encode(), hashlib.sha256)).decode().rstrip("=")

    assert await reason(client, f"{unsigned}.{signature}") is TokenReason.WRONG_ALGORITHM


async def test_another_key_with_the_same_id_is_refused(
    client: Client, claims: dict[str, Any], project: Project
) -> None:
    """The id of a key proves nothing."""
    token = forged({"alg": "RS256", "kid": key_id(project)}, claims, RSAKey.generate_key(2048))

    assert await reason(client, token) is TokenReason.BAD_SIGNATURE


async def test_a_changed_payload_is_refused(client: Client, session_jwt: str) -> None:
    """The signature covers what the token says."""
    header, payload, signature = session_jwt.split(".")
    said = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    changed = base64.urlsafe_b64encode(json.dumps({**said, "sub": "user-test-2"}).encode()).decode().rstrip("=")

    assert await reason(client, f"{header}.{changed}.{signature}") is TokenReason.BAD_SIGNATURE


async def test_an_unknown_key_is_refused(client: Client, claims: dict[str, Any]) -> None:
    """A key that the project does not serve signs nothing."""
    token = forged({"alg": "RS256", "kid": "jwk-test-unknown"}, claims, RSAKey.generate_key(2048))

    assert await reason(client, token) is TokenReason.UNKNOWN_KEY


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"iss": "stytch.com/project-test-other"}, TokenReason.WRONG_ISSUER),
        ({"aud": ["project-test-other"]}, TokenReason.WRONG_AUDIENCE),
        ({"aud": "project-test-other"}, TokenReason.WRONG_AUDIENCE),
        ({"exp": 1}, TokenReason.EXPIRED),
        ({"nbf": 2**40}, TokenReason.NOT_YET_VALID),
        ({"iat": 2**40}, TokenReason.NOT_YET_VALID),
        ({"sub": 5}, TokenReason.MALFORMED),
        ({"exp": "soon"}, TokenReason.MALFORMED),
        ({"exp": True}, TokenReason.MALFORMED),
        ({"https://stytch.com/session": 5}, TokenReason.MALFORMED),
        ({"https://stytch.com/session": {}}, TokenReason.MISSING_CLAIM),
        ({"iss": None}, TokenReason.MISSING_CLAIM),
    ],
)
async def test_claims_must_fit(
    client: Client, claims: dict[str, Any], sign: Sign, change: dict[str, Any], expected: TokenReason
) -> None:
    """Each claim that does not fit has its reason."""
    assert await reason(client, sign({**claims, **change})) is expected


@pytest.mark.parametrize("name", ["iss", "sub", "aud", "exp", "iat", "nbf"])
async def test_registered_claims_are_required(client: Client, claims: dict[str, Any], sign: Sign, name: str) -> None:
    """A token without one of the registered claims is refused."""
    del claims[name]

    assert await reason(client, sign(claims)) is TokenReason.MISSING_CLAIM


async def test_other_kinds_are_refused(
    client: Client, machine_claims: dict[str, Any], app_claims: dict[str, Any], sign: Sign
) -> None:
    """Neither a machine's nor an app's token is a session."""
    reasons = [await reason(client, sign(other)) for other in (machine_claims, app_claims)]

    assert reasons == [TokenReason.WRONG_KIND, TokenReason.WRONG_KIND]


async def test_age_is_checked_for_remembered_tokens_too(client: Client, session_jwt: str, project: Project) -> None:
    """A token that was verified before grows too old like any other."""
    await client.sessions.authenticate_jwt_local(session_jwt, max_token_age_seconds=60)
    project.clock.advance(seconds=61)

    assert await reason(client, session_jwt, max_token_age_seconds=60) is TokenReason.TOO_OLD
    assert (await client.sessions.authenticate_jwt_local(session_jwt, max_token_age_seconds=62)).roles


async def test_an_age_of_zero_refuses_all(client: Client, session_jwt: str) -> None:
    """Zero seconds is an age that every token has."""
    assert await reason(client, session_jwt, max_token_age_seconds=0) is TokenReason.TOO_OLD


async def test_leeway_is_a_few_seconds(client: Client, session_jwt: str, project: Project) -> None:
    """Clocks that differ a little do no harm, and expiry is expiry after that."""
    project.clock.advance(seconds=303)
    await client.sessions.authenticate_jwt_local(session_jwt)
    project.clock.advance(seconds=3)

    assert await reason(client, session_jwt) is TokenReason.EXPIRED


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf"), 10**400, True, "5"], ids=repr)
@pytest.mark.parametrize("option", ["leeway", "max_token_age_seconds"])
async def test_a_bound_must_be_a_finite_number(client: Client, session_jwt: str, option: str, value: Any) -> None:
    """Nothing is older than NaN, so such an age would let every token pass."""
    with pytest.raises(InvalidRequestError, match=f"{option} must be a finite number of seconds"):
        await client.sessions.authenticate_jwt_local(session_jwt, **{option: value})


@pytest.mark.parametrize("critical", [5, None, [], ["b64"], ["exp"], {"exp": 1}], ids=repr)
async def test_demands_of_the_header_are_refused(
    client: Client, claims: dict[str, Any], project: Project, critical: object
) -> None:
    """No extension is known here, and whoever wrote the header has signed nothing yet."""
    token = raw({"alg": "RS256", "kid": key_id(project), "crit": critical}, claims)

    assert await reason(client, token) is TokenReason.MALFORMED


@pytest.mark.parametrize("name", ["exp", "iat", "nbf"])
async def test_a_time_of_400_digits_is_not_a_time(
    client: Client, claims: dict[str, Any], sign: Sign, name: str
) -> None:
    """It cannot be added to seconds."""
    assert await reason(client, sign({**claims, name: int("9" * 400)})) is TokenReason.MALFORMED


async def test_claims_may_not_be_bottomless(client: Client, claims: dict[str, Any], sign: Sign) -> None:
    """What is nested too deeply to be copied is refused."""
    deep: list[Any] = []
    for _ in range(sys.getrecursionlimit() - 100):
        deep = [deep]

    assert await reason(client, sign({**claims, "deep": deep})) is TokenReason.MALFORMED
