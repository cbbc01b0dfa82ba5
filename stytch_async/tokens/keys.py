"""The keys that a project's tokens are signed with."""

import asyncio
import importlib
import logging
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from stytch_async.endpoint import Operation, Runner
from stytch_async.tokens.refreshing import Lifetime, Refreshing

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey

__all__ = ["KeyRing"]

logger: Final = logging.getLogger("stytch_async")

LIFETIME: Final = Lifetime(fresh=3600.0, usable=86400.0)
PAUSE: Final = 30.0


@attrs.define(kw_only=True)
class KeySetRequest:
    """Ask for the key set of a project."""

    project_id: str


@attrs.define(kw_only=True)
class KeySet:
    """A key set as it comes; what is no usable key in it is passed over."""

    keys: list[Any]


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
        pinned: Mapping[str, Any] | None = None,
    ) -> None:
        """Prepare the ring; nothing is fetched yet.

        Args:
            pipeline: Carries the fetch.
            operation: Returns the operation that serves the key set.
            clock: Counts seconds.
            pinned: A JSON Web Key Set that takes the place of the one that Stytch serves.

        """
        self._pipeline = pipeline
        self._operation = operation
        self._pinned = None if pinned is None else list(pinned["keys"])
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
            StytchError: The keys are not known, and could not be fetched.

        """
        found = (await self._keys.get()).get(key_id)
        if found is None and self._pinned is None:
            found = (await self._keys.renew() or {}).get(key_id)
        return found

    def close(self) -> None:
        """Abandon a fetch that is under way."""
        self._keys.close()

    async def _load(self) -> "Mapping[str, RSAKey]":
        # Loading the cryptography takes long enough to be felt, so it is not done on the event loop.
        await asyncio.to_thread(importlib.import_module, "joserfc.jwk")
        if self._pinned is not None:
            return _usable(self._pinned)
        lenient = attrs.evolve(self._operation(), request=KeySetRequest, response=KeySet)
        key_set: KeySet = await self._pipeline.run(lenient, KeySetRequest(project_id=self._pipeline.project_id))
        return _usable(key_set.keys)


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
    try:
        key = RSAKey.import_key({"kty": "RSA", "n": member["n"], "e": member["e"]})
        key.public_key  # noqa: B018 - reads the numbers now, so that a bad one is found here
    except (JoseError, KeyError, TypeError, ValueError) as error:
        logger.warning("a signing key of the key set is unusable: %s", type(error).__name__)
        return None
    return key
