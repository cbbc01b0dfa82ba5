"""What the tests of trusted tokens share: an issuer, its keys, and profiles that trust it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey

from stytch_async.emulator import Project, TrustedTokenProfile

Token = Callable[..., str]

ISSUER = "https://login.example.com"
PEM = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000001"
JWKS = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000002"
OPEN = "trusted-auth-token-profile-test-00000000-0000-4000-8000-000000000003"

MAPPING: dict[str, str] = {
    "email": "mail",
    "token_id": "jti",
    "external_user_id": "sub",
    "external_member_id": "sub",
    "organization_id": "tenant",
    "role_ids": "groups",
}


@pytest.fixture(scope="session")
def keys() -> Mapping[str, ECKey | RSAKey]:
    """Return the keys of the issuer by algorithm, and one of somebody else."""
    return {
        "ES256": ECKey.generate_key("P-256"),
        "RS256": RSAKey.generate_key(2048),
        "foreign": ECKey.generate_key("P-256"),
    }


@pytest.fixture(autouse=True)
def profiles(project: Project, keys: Mapping[str, ECKey | RSAKey]) -> None:
    """Trust the issuer by PEM, by key set, and so far that whoever it sends may join."""
    pems = [keys["RS256"].as_pem(private=False).decode(), keys["ES256"].as_pem(private=False).decode()]
    key_set = {"keys": [keys["RS256"].as_dict(private=False), keys["ES256"].as_dict(private=False)]}
    project.settings.trusted_token_profiles = {
        PEM: TrustedTokenProfile(issuer=ISSUER, audience="stytch", public_keys=pems, attribute_mapping=MAPPING),
        JWKS: TrustedTokenProfile(issuer=ISSUER, audience="stytch", jwks=key_set, attribute_mapping=MAPPING),
        OPEN: TrustedTokenProfile(
            issuer=ISSUER, audience="stytch", jwks=key_set, attribute_mapping=MAPPING, can_jit_provision=True
        ),
    }


@pytest.fixture
def token(project: Project, keys: Mapping[str, ECKey | RSAKey]) -> Token:
    """Return a function that signs a token for ada; ``None`` leaves a claim out."""

    def sign(algorithm: str = "ES256", key: str | None = None, **claims: Any) -> str:
        said = {
            "iss": ISSUER,
            "aud": "stytch",
            "exp": int(project.now.timestamp()) + 60,
            "jti": "token-1",
            "mail": "Ada@example.com",
            **claims,
        }
        present = {name: value for name, value in said.items() if value is not None}
        return jwt.encode({"alg": algorithm}, present, keys[key or algorithm], algorithms=[algorithm])

    return sign
