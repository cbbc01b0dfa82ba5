from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import TrustedTokenProfile
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Token = Callable[..., str]

PEM = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000001"
JWKS = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000002"


@pytest.fixture(autouse=True)
def place(transport: InMemoryTransport) -> Organization:
    """Return an organization with a member; there is a user of the same address."""
    transport.add_user("ada@example.com")
    organization = transport.add_organization("Analytical Engines")
    transport.add_member(organization, "ada@example.com")
    return organization


@pytest.mark.parametrize("profile_id", [PEM, JWKS])
@pytest.mark.parametrize("algorithm", ["ES256", "RS256"])
async def test_signature_of_a_known_key_is_taken(client: Client, token: Token, profile_id: str, algorithm: str) -> None:
    """Whether the keys are told one by one or as a set."""
    login = await client.sessions.attest(profile_id=profile_id, token=token(algorithm), session_duration_minutes=30)

    assert login.session is not None
    assert [
        (one.type, one.delivery_method, one.trusted_auth_token_factor and one.trusted_auth_token_factor.token_id)
        for one in login.session.authentication_factors
    ] == [("trusted_auth_token", "trusted_token_exchange", "token-1")]


@pytest.mark.parametrize(
    "refused",
    [
        ({"key": "foreign"}, "invalid_trusted_auth_token"),
        ({"exp": 1}, "invalid_trusted_auth_token"),
        ({"exp": None}, "invalid_trusted_auth_token"),
        ({"nbf": 99_999_999_999}, "invalid_trusted_auth_token"),
        ({"iss": "https://elsewhere.example.com"}, "jwt_invalid_issuer"),
        ({"aud": ["others"]}, "jwt_invalid_audience"),
        ({"mail": None}, "jwt_invalid_claims"),
        ({"mail": "ada"}, "jwt_invalid_claims"),
        ({"jti": None}, "jwt_invalid_claims"),
        ({"jti": 7}, "jwt_invalid_claims"),
        ({"groups": "editor"}, "jwt_invalid_claims"),
    ],
)
async def test_token_that_does_not_fit_the_profile_is_refused(
    client: Client, b2b: B2BClient, token: Token, refusal: Refusal, refused: tuple[dict[str, Any], str]
) -> None:
    """Signature, time, issuer, audience and claims are looked at for both kinds of project."""
    claims, error_type = refused
    shown = token(**{"tenant": "analytical-engines", **claims})

    found = [
        await refusal(client.sessions.attest(profile_id=PEM, token=shown)),
        await refusal(b2b.sessions.attest(profile_id=PEM, token=shown)),
    ]

    assert found == [(400, error_type)] * 2


@pytest.mark.parametrize("text", ["", "a.b.c", "no token", "eyJhbGciOiJub25lIn0.e30."])
async def test_text_that_is_not_a_signed_token_is_refused(client: Client, refusal: Refusal, text: str) -> None:
    """A token without a signature included."""
    found = await refusal(client.sessions.attest(profile_id=PEM, token=text))

    assert found == (400, "invalid_trusted_auth_token")


async def test_unknown_profile_is_refused(client: Client, b2b: B2BClient, token: Token, refusal: Refusal) -> None:
    """Nobody is trusted without having been named."""
    found = [
        await refusal(client.sessions.attest(profile_id="mine", token=token())),
        await refusal(b2b.sessions.attest(profile_id="mine", token=token())),
    ]

    assert found == [(404, "trusted_token_profile_not_found")] * 2


@pytest.mark.parametrize(
    "faulty",
    [
        {},
        {"public_keys": ["pem"] * 6},
        {"public_keys": ["pem"], "jwks": {"keys": []}},
        {"public_keys": ["pem"], "attribute_mapping": {"email": "email"}},
    ],
)
def test_profile_that_cannot_be_is_refused(faulty: dict[str, Any]) -> None:
    """It has keys of one form, five at the most, and says where address and id stand."""
    with pytest.raises(ValueError, match=r"public_keys|attribute_mapping"):
        TrustedTokenProfile(issuer="https://login.example.com", audience="stytch", **faulty)
