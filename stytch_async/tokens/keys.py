"""The keys that a project's tokens are signed with."""

import asyncio
import base64
import functools
import importlib
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from stytch_async.endpoint import Operation, Runner
from stytch_async.errors import ConfigurationError, DecodeError
from stytch_async.tokens.refreshing import Lifetime, Refreshing

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey

__all__ = ["KeyRing"]

logger: Final = logging.getLogger("stytch_async")

LIFETIME: Final = Lifetime(fresh=3600.0, usable=86400.0)
PAUSE: Final = 30.0

UNUSABLE: Final = "none of the keys can be used: they must be for RS256, with 2048 bits or more"

SHORTEST: Final = 2048
"""Bits. RFC 7518 lets RS256 use no shorter key."""


@attrs.define(kw_only=True)
class KeySet:
    """A key set as it comes: of its members, only those are taken that can be used."""

    keys: list[Any] | None = None
    request_id: str | None = None


@functools.cache
def _lenient(operation: Operation[Any, Any]) -> Operation[Any, KeySet]:
    """Let one odd key not spoil the answer. What is known of an operation is kept for good, so there is one of each."""
    return attrs.evolve(operation, response=KeySet)


class KeyRing:
    """A project's public keys by id.

    They are fetched through the client's own transport, once for all who wait, and renewed in the background. An id
    that is not known causes one fetch in half a minute at the most, however many such ids turn up. A key ring may be
    given its keys instead; it then never fetches.
    """

    def __init__(
        self,
        pipeline: Runner,
        operation: Callable[[], Operation[Any, Any]],
        clock: Callable[[], float],
        *,
        pinned: Sequence[Any] | None = None,
    ) -> None:
        """Prepare the ring; nothing is fetched yet.

        Args:
            pipeline: Carries the fetch.
            operation: Returns the operation that serves the key set.
            clock: Counts seconds.
            pinned: The members of a JSON Web Key Set that takes the place of the one that Stytch serves.

        """
        self._pipeline = pipeline
        self._operation = operation
        self._pinned = pinned
        self._keys: Refreshing[Mapping[str, RSAKey]] = Refreshing(
            "the signing keys", self._load, clock, lifetime=lambda _: LIFETIME, pause=PAUSE
        )

    def peek(self, key_id: str) -> "RSAKey | None":
        """Return a key without waiting, where the keys at hand are fresh and have it."""
        keys = self._keys.peek()
        return None if keys is None else keys.get(key_id)

    async def get(self, key_id: str) -> "RSAKey | None":
        """Return a key, or ``None`` where the project has none of that id.

        Raises:
            UnavailableError: The keys are not known, or there may be newer ones, and fetching them failed.

        """
        found = (await self._keys.get()).get(key_id)
        if found is None and self._pinned is None:
            found = (await self._keys.renew()).get(key_id)
        return found

    def close(self) -> None:
        """Abandon a fetch that is under way."""
        self._keys.close()

    async def _load(self) -> "Mapping[str, RSAKey]":
        # Loading the cryptography takes long enough to be felt, so it is not done on the event loop.
        await asyncio.to_thread(importlib.import_module, "joserfc.jwk")
        if self._pinned is not None:
            if keys := _usable(self._pinned):
                return keys
            raise ConfigurationError(f"jwks: {UNUSABLE}")
        operation = _lenient(self._operation())
        key_set = await self._pipeline.run(operation, operation.request(project_id=self._pipeline.project_id))
        if keys := _usable(key_set.keys or ()):
            return keys
        raise DecodeError(UNUSABLE, operation=str(operation), status_code=200, request_id=key_set.request_id)


def _usable(members: Iterable[Any]) -> "dict[str, RSAKey]":
    """Pick the RSA keys that sign; of two with the same id, the first."""
    keys: dict[str, RSAKey] = {}
    for member in members:
        if not isinstance(member, dict):
            continue
        jwk = cast("dict[str, Any]", member)
        key_id = jwk.get("kid")
        if isinstance(key_id, str) and key_id not in keys and (key := _key(jwk)) is not None:
            keys[key_id] = key
    return keys


def _key(member: Mapping[str, Any]) -> "RSAKey | None":
    from joserfc.errors import JoseError  # noqa: PLC0415 - loaded by then, off the event loop
    from joserfc.jwk import RSAKey  # noqa: PLC0415

    if member.get("kty") != "RSA" or member.get("use", "sig") != "sig" or member.get("alg", "RS256") != "RS256":
        return None
    if _bits(member.get("n")) < SHORTEST:
        return None
    try:
        key = RSAKey.import_key({"kty": "RSA", "n": member["n"], "e": member["e"]})
        key.public_key  # noqa: B018 - reads the numbers now, so that a bad one is found here
    except (JoseError, KeyError, TypeError, ValueError) as error:
        logger.warning("a signing key of the key set is unusable: %s", type(error).__name__)
        return None
    return key


def _bits(modulus: object) -> int:
    """Measure a key: joserfc would take a short one with a warning."""
    try:
        return int.from_bytes(base64.urlsafe_b64decode(f"{modulus}==")).bit_length()
    except ValueError:
        return 0
