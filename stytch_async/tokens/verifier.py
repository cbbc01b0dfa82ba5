"""Verification of tokens on this machine."""

import base64
import binascii
import hashlib
import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final

import attrs

from stytch_async.errors import InvalidRequestError, TokenError, TokenReason
from stytch_async.tokens.claims import (
    Kind,
    check_issued_for,
    check_registered,
    check_times,
    is_seconds,
    kind_of,
    refuse,
)
from stytch_async.tokens.keys import KeyRing

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey

__all__ = ["LEEWAY", "Verifier"]

LEEWAY: Final = 5.0
"""Seconds that clocks may differ."""

LONGEST: Final = 16384
"""A longer token is refused unread: no cookie or header carries it."""

REMEMBERED: Final = 4096
"""How many verified tokens are remembered."""


@attrs.frozen
class _Verified:
    """A token whose signature and issue have been checked, with the key that did it."""

    claims: dict[str, Any]
    kind: Kind
    key_id: str
    key: "RSAKey"


class Verifier:
    """Verifies the tokens of one project.

    A token that was verified before is not verified again while its key is served: a bounded memory keeps its claims by
    the token's digest. Time, age and kind are checked on each call.
    """

    def __init__(
        self, keys: KeyRing, project_id: str, issuers: frozenset[str], now: Callable[[], Awaitable[float]]
    ) -> None:
        """Prepare the verifier.

        Args:
            keys: The project's keys.
            project_id: Whom tokens must be meant for.
            issuers: Who may have issued them.
            now: Tells the time, in seconds since the epoch.

        """
        self._keys = keys
        self._project_id = project_id
        self._issuers = issuers
        self._now = now
        self._verified: OrderedDict[bytes, _Verified] = OrderedDict()

    async def claims(
        self, token: str, kind: Kind, *, max_age: float | None = None, leeway: float = LEEWAY
    ) -> dict[str, Any]:
        """Return the claims of a token; they are shared, so they must not be changed.

        Raises:
            TokenError: The token is refused; its ``reason`` tells why.
            InvalidRequestError: The age or the leeway is not a finite number.
            UnavailableError: The keys are not known, and could not be fetched.

        """
        _check_seconds("leeway", leeway)
        if max_age is not None:
            _check_seconds("max_token_age_seconds", max_age)
        digest = _digest(token)
        if (known := self._recall(digest)) is None:
            known = await self._verify(token)
            self._remember(digest, known)
        if known.kind is not kind:
            refuse(TokenReason.WRONG_KIND, f"it is a {known.kind.value} token, and a {kind.value} token is needed")
        check_times(known.claims, await self._now(), leeway, max_age)
        return known.claims

    def remembers(self, token: str) -> bool:
        """Tell whether a token was verified before, by a key that is still served."""
        try:
            return self._recall(_digest(token)) is not None
        except TokenError:
            return False

    def _recall(self, digest: bytes) -> _Verified | None:
        known = self._verified.get(digest)
        return None if known is None or self._keys.peek(known.key_id) is not known.key else known

    def forget(self) -> None:
        """Forget all tokens that were verified."""
        self._verified.clear()

    def _remember(self, digest: bytes, known: _Verified) -> None:
        self._verified[digest] = known
        self._verified.move_to_end(digest)
        if len(self._verified) > REMEMBERED:
            self._verified.popitem(last=False)

    async def _verify(self, token: str) -> _Verified:
        header = _header(token)
        if header.get("alg") != "RS256":
            refuse(TokenReason.WRONG_ALGORITHM, "it is not signed with RS256")
        if "crit" in header:
            refuse(TokenReason.MALFORMED, "it demands extensions of JWT, and none is known here")
        key_id = header.get("kid")
        if not isinstance(key_id, str):
            refuse(TokenReason.UNKNOWN_KEY, "it names no key")
        key = self._keys.peek(key_id) or await self._keys.get(key_id)
        if key is None:
            refuse(TokenReason.UNKNOWN_KEY, "it is signed with a key that is not the project's")
        claims = _signed_claims(token, key)
        check_registered(claims)
        check_issued_for(claims, self._project_id, self._issuers)
        return _Verified(claims, kind_of(claims), key_id, key)


def _check_seconds(name: str, value: float) -> None:
    """Refuse what would let every token pass, such as NaN, which is never less than anything."""
    if not is_seconds(value):
        raise InvalidRequestError(name, "must be a finite number of seconds")


def _digest(token: str) -> bytes:
    if not isinstance(token, str) or not token.isascii():  # pyright: ignore[reportUnnecessaryIsInstance] - it comes from outside
        refuse(TokenReason.MALFORMED, "it is not ASCII text")
    if len(token) > LONGEST:
        refuse(TokenReason.MALFORMED, f"it is longer than {LONGEST} characters")
    return hashlib.sha256(token.encode()).digest()


def _header(token: str) -> dict[str, Any]:
    if token.count(".") != 2:
        refuse(TokenReason.MALFORMED, "it is not a JWT: those have three parts")
    try:
        return _object(_decoded(token.partition(".")[0]))
    except (binascii.Error, ValueError):
        refuse(TokenReason.MALFORMED, "its header cannot be read")


def _decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def _signed_claims(token: str, key: "RSAKey") -> dict[str, Any]:
    from joserfc import jws  # noqa: PLC0415 - whoever verifies nothing does without it
    from joserfc.errors import BadSignatureError, JoseError  # noqa: PLC0415

    try:
        payload = jws.deserialize_compact(token, key, algorithms=["RS256"]).payload
    except BadSignatureError:
        refuse(TokenReason.BAD_SIGNATURE, "its signature does not fit")
    except (JoseError, ValueError):
        refuse(TokenReason.MALFORMED, "it is not a signed JWT")
    return _object(payload)


def _object(text: bytes) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        refuse(TokenReason.MALFORMED, "it does not hold JSON")
    if not isinstance(value, dict):
        refuse(TokenReason.MALFORMED, "it does not hold a JSON object")
    return value  # pyright: ignore[reportUnknownVariableType] - JSON
