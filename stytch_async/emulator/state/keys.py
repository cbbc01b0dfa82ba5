"""The keys that sign a project's JWTs."""

import functools
from collections.abc import Callable
from typing import Any

from joserfc import jws, jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

__all__ = ["SigningKeys"]


@functools.cache
def _pair(number: int) -> RSAKey:
    """Make the RSA keys of the whole process: making one takes longer than many tests."""
    del number  # only tells the keys apart
    return RSAKey.generate_key(2048, private=True)


class SigningKeys:
    """A project's keys: the newest signs, all are served, and whatever one of them signed is known."""

    def __init__(self, new_id: Callable[[], str]) -> None:
        """Start with one key; ``new_id`` makes up the ids."""
        self._new_id = new_id
        self._ids = [new_id()]

    def rotate(self) -> None:
        """Sign with a new key from now on; the older ones stay served."""
        self._ids.append(self._new_id())

    def sign(self, claims: dict[str, Any]) -> str:
        """Return the claims as a JWT, signed with RS256."""
        number = len(self._ids) - 1
        return jwt.encode(
            {"alg": "RS256", "kid": self._ids[number], "typ": "JWT"}, claims, _pair(number), algorithms=["RS256"]
        )

    def read(self, token: str) -> dict[str, Any] | None:
        """Return the claims of a JWT that the project has signed, however old it is; ``None`` for any other text."""
        try:
            key_id = jws.extract_compact(token.encode()).headers().get("kid")
            return jwt.decode(token, _pair(self._ids.index(str(key_id))), algorithms=["RS256"]).claims
        except (JoseError, ValueError, TypeError):
            return None

    def public(self) -> list[dict[str, Any]]:
        """Return the members of the key set, the newest first."""
        return [_public(number, key_id) for number, key_id in reversed(list(enumerate(self._ids)))]


def _public(number: int, key_id: str) -> dict[str, Any]:
    numbers = _pair(number).as_dict(private=False)
    return {"kid": key_id, "kty": "RSA", "use": "sig", "alg": "RS256", "n": numbers["n"], "e": numbers["e"]}
