"""The key that signs a project's JWTs."""

import functools
from typing import Any

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from stytch_async.emulator.refusals import refuse

__all__ = ["SigningKey"]


@functools.cache
def _pair() -> RSAKey:
    """Make one RSA key for the whole process: making one takes longer than many tests."""
    return RSAKey.generate_key(2048, private=True)


class SigningKey:
    """Signs the JWTs of a project with RS256."""

    def __init__(self, key_id: str) -> None:
        self.key_id = key_id

    def sign(self, claims: dict[str, Any]) -> str:
        """Return the claims as a signed JWT."""
        return jwt.encode({"alg": "RS256", "kid": self.key_id, "typ": "JWT"}, claims, _pair(), algorithms=["RS256"])

    def read(self, token: str) -> dict[str, Any]:
        """Return the claims of a JWT that this key has signed, however old it is, or refuse."""
        try:
            return jwt.decode(token, _pair(), algorithms=["RS256"]).claims
        except (JoseError, ValueError):
            raise refuse("unable_to_parse_session_jwt") from None

    def public(self) -> dict[str, Any]:
        """Return the JWK that the key set serves."""
        public = _pair().as_dict(private=False)
        return {"kid": self.key_id, "kty": "RSA", "use": "sig", "alg": "RS256", "n": public["n"], "e": public["e"]}
