"""Whatever a token, a key set, a policy or a token answer may hold, nothing but a `StytchError` comes of it."""

import asyncio
import base64
import contextlib
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from hypothesis import example, given
from hypothesis import strategies as st
from joserfc.jwk import RSAKey

from stytch_async import NO_RETRY, B2BClient, Client, HTTPRequest, HTTPResponse, InMemoryTransport, StytchError
from stytch_async.schemas.b2b.sessions import AuthorizationCheck as MemberCheck
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from tests.properties.strategies import JSON

KEY: Final = RSAKey.generate_key(2048)
KEY_ID: Final = "jwk-test-1"
PUBLIC: Final[dict[str, Any]] = {**KEY.as_dict(private=False), "kid": KEY_ID}
PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
NOW: Final = 1_767_225_600
SESSION: Final = "https://stytch.com/session"
ORGANIZATION: Final = "https://stytch.com/organization"

CLAIMS: Final[dict[str, Any]] = {
    "iss": f"stytch.com/{PROJECT}",
    "sub": "user-test-1",
    "aud": [PROJECT],
    "iat": NOW,
    "nbf": NOW,
    "exp": NOW + 300,
}
"""What each token has."""

KINDS: Final[list[dict[str, Any]]] = [
    {SESSION: {"id": "session-test-1", "roles": ["stytch_user"]}},
    {SESSION: {"id": "session-test-1", "roles": []}, ORGANIZATION: {"organization_id": "organization-test-1"}},
    {"sub": "m2m-client-test-1", "scope": "read:users"},
    {"client_id": "connected-app-test-1", "scope": "openid"},
]
"""What makes it a session of a user or member, a machine's or an app's token."""

ANYTHING: Final = JSON | st.floats() | st.integers(min_value=10**300, max_value=10**400)
"""JSON as Python reads it, which knows NaN, infinity and integers of any size."""

NAMES: Final = ["iss", "sub", "aud", "exp", "iat", "nbf", "scope", "client_id", SESSION, ORGANIZATION]
SESSION_NAMES: Final = ["id", "started_at", "expires_at", "attributes", "authentication_factors", "roles"]
HEADER_NAMES: Final = ["alg", "kid", "typ", "cty", "crit", "b64", "jku", "jwk", "x5u", "x5c", "x5t", "zip", "enc"]

HEADERS: Final = st.fixed_dictionaries({"alg": st.just("RS256"), "kid": st.just(KEY_ID)}).flatmap(
    lambda usual: st.dictionaries(st.sampled_from(HEADER_NAMES), ANYTHING, max_size=3).map(lambda odd: {**usual, **odd})
)

Call = Callable[[Client, B2BClient], list[Awaitable[object]]]


class Saying(InMemoryTransport):
    """A Stytch that gives the same answer to everything."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.content = content

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Give the answer."""
        del request
        return HTTPResponse(200, {}, self.content)

    def now(self) -> float:
        """Stand still."""
        return NOW


def token(header: bytes, payload: bytes) -> str:
    """Sign whatever is given, as the project would."""
    unsigned = b".".join(base64.urlsafe_b64encode(part).rstrip(b"=") for part in (header, payload))
    private = KEY.private_key
    assert isinstance(private, RSAPrivateKey)
    signature = private.sign(unsigned, PKCS1v15(), SHA256())
    return f"{unsigned.decode()}.{base64.urlsafe_b64encode(signature).decode().rstrip('=')}"


def written(value: object) -> bytes:
    """Write JSON, and what Python takes for it."""
    return json.dumps(value).encode(errors="surrogatepass")


def verifications(jwt: str) -> Call:
    """Return the calls that verify a token in all ways."""
    return lambda client, b2b: [
        client.sessions.authenticate_jwt_local(jwt),
        b2b.sessions.authenticate_jwt_local(jwt),
        client.m2m.authenticate_token(jwt, ["read:users"], max_token_age_seconds=60),
        client.idp.introspect_access_token_local(jwt),
    ]


def attempt(calls: Call, answer: object = None, jwks: dict[str, Any] | None = None) -> int:
    """Make the calls, and count those that succeed; anything but our own errors comes through."""

    async def run() -> int:
        transport = Saying(written(answer))
        successes = 0
        async with (
            Client(PROJECT, "secret-test-1", transport=transport, jwks=jwks, retry=NO_RETRY) as client,
            B2BClient(PROJECT, "secret-test-1", transport=transport, jwks=jwks, retry=NO_RETRY) as b2b,
        ):
            for call in calls(client, b2b):
                with contextlib.suppress(StytchError):
                    await call
                    successes += 1
        return successes

    return asyncio.run(run())


PINNED: Final[dict[str, Any]] = {"keys": [PUBLIC]}


@pytest.mark.parametrize("kind", KINDS, ids=", ".join)
def test_each_kind_passes_one_verification(kind: dict[str, Any]) -> None:
    """So the properties below begin with tokens that are believed."""
    genuine = token(written({"alg": "RS256", "kid": KEY_ID}), written({**CLAIMS, **kind}))

    assert attempt(verifications(genuine), jwks=PINNED) == 1


@given(header=HEADERS, is_signed=st.booleans())
@example(header={"alg": "RS256", "kid": KEY_ID, "crit": 5}, is_signed=False)
def test_headers(header: dict[str, Any], *, is_signed: bool) -> None:
    """Anybody may write a header: it is read before the signature is."""
    jwt = token(written(header), written({**CLAIMS, **KINDS[0]}))

    attempt(verifications(jwt if is_signed else f"{jwt[:-8]}AAAAAAAA"), jwks=PINNED)


@given(header=st.binary(max_size=60), payload=st.binary(max_size=60), tail=st.text(max_size=5))
def test_bytes(header: bytes, payload: bytes, tail: str) -> None:
    """Nor need it be JSON, or text."""
    attempt(verifications(token(header, payload) + tail), jwks=PINNED)
    attempt(verifications(token(written({"alg": "RS256", "kid": KEY_ID}), payload)), jwks=PINNED)


@given(
    kind=st.sampled_from(KINDS),
    changes=st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=3),
    session=st.dictionaries(st.sampled_from(SESSION_NAMES), ANYTHING, max_size=3),
)
@example(kind=KINDS[0], changes={"exp": 10**400}, session={})
def test_claims(kind: dict[str, Any], changes: dict[str, Any], session: dict[str, Any]) -> None:
    """A token that the project has signed may still say anything."""
    claims = {**CLAIMS, **kind, **({SESSION: {**kind[SESSION], **session}} if SESSION in kind else {}), **changes}

    attempt(verifications(token(written({"alg": "RS256", "kid": KEY_ID}), written(claims))), jwks=PINNED)


KEY_CHANGES: Final = st.dictionaries(st.sampled_from([*PUBLIC, "use", "alg"]), JSON, max_size=5)


@given(answer=st.fixed_dictionaries({}, optional={"keys": JSON | st.lists(KEY_CHANGES)}) | JSON, changes=KEY_CHANGES)
@example(answer={}, changes={})
@example(answer={"keys": None}, changes={})
def test_key_sets(answer: object, changes: dict[str, Any]) -> None:
    """What is served as a key set need not be one."""
    jwt = token(written({"alg": "RS256", "kid": KEY_ID}), written({**CLAIMS, **KINDS[0]}))

    attempt(verifications(jwt), answer)
    attempt(verifications(jwt), {"keys": [{**PUBLIC, **changes}]})


PERMISSIONS: Final = st.fixed_dictionaries({}, optional={"resource_id": JSON, "actions": JSON | st.lists(st.text())})
GRANTS: Final = st.fixed_dictionaries(
    {}, optional={"role_id": JSON, "scope": JSON, "permissions": st.none() | st.lists(PERMISSIONS | JSON, max_size=3)}
)
POLICIES: Final = st.fixed_dictionaries(
    {}, optional={name: st.none() | st.lists(GRANTS | JSON, max_size=3) for name in ("roles", "scopes", "resources")}
)


@given(policy=POLICIES | JSON)
@example(policy={"roles": None, "scopes": None})
def test_policies(policy: object) -> None:
    """What is served as a policy, too."""
    head = written({"alg": "RS256", "kid": KEY_ID})
    user, member, _, app = (token(head, written({**CLAIMS, **kind})) for kind in KINDS)
    check = AuthorizationCheck(resource_id="documents", action="read")
    for_member = MemberCheck(resource_id="documents", action="read", organization_id="organization-test-1")
    envelope = {"status_code": 200, "request_id": "request-id-test-1"}

    attempt(
        lambda client, b2b: [
            client.sessions.authenticate_jwt_local(user, authorization_check=check),
            b2b.sessions.authenticate_jwt_local(member, authorization_check=for_member),
            client.idp.introspect_access_token_local(app, check),
        ],
        {**envelope, "policy": policy, "org_policy": policy},
        jwks=PINNED,
    )


@given(answer=st.dictionaries(st.sampled_from(["access_token", "expires_in", "token_type"]), ANYTHING) | JSON)
@example(answer={"access_token": "x.y.z", "token_type": "bearer"})
@example(answer={"expires_in": 3600, "token_type": "bearer"})
def test_token_answers(answer: object) -> None:
    """What is served as a token, too."""
    attempt(lambda client, _: [client.m2m.token_provider("m2m-client-test-1", "secret").access_token()], answer)


@given(
    changes=st.dictionaries(st.sampled_from([*NAMES, "active", "token_type"]), JSON, max_size=3),
    kind=st.sampled_from(KINDS),
)
def test_introspections(changes: dict[str, Any], kind: dict[str, Any]) -> None:
    """What Stytch says of a token, too."""
    attempt(
        lambda client, b2b: [
            client.idp.introspect_token_network("opaque", "connected-app-test-1"),
            b2b.idp.introspect_token_network("opaque", "connected-app-test-1"),
        ],
        {"active": True, **CLAIMS, **kind, **changes},
    )
