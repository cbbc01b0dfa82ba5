"""How free-form maps change: metadata at the top only, session claims however deep."""

from typing import Any, Final

from stytch_async.emulator.refusals.metadata import (
    CUSTOM_CLAIMS_TOO_LARGE,
    METADATA_TOO_LARGE,
    METADATA_TOO_MANY_KEYS,
    RESERVED_CLAIMS_IN_CUSTOM_CLAIMS,
    STYTCH_CLAIMS_IN_CUSTOM_CLAIMS,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.schemas.markers import Sized4KB

__all__ = ["merge_claims", "merge_metadata"]

RESERVED: Final = frozenset({"iss", "sub", "aud", "exp", "nbf", "iat", "jti"})
NAMESPACE: Final = "https://stytch.com/"
SIZE: Final = Sized4KB()


def merge_metadata(stored: dict[str, Any], changes: dict[str, Any] | None) -> dict[str, Any]:
    """Return stored metadata with the named keys replaced, or deleted by ``None``."""
    merged = {key: value for key, value in {**stored, **(changes or {})}.items() if value is not None}
    if len(merged) > 20:
        raise Refusal(METADATA_TOO_MANY_KEYS)
    return _bounded(merged, METADATA_TOO_LARGE)


def merge_claims(stored: dict[str, Any], changes: dict[str, Any] | None) -> dict[str, Any]:
    """Return stored session claims with the changes merged in at every depth; ``None`` deletes a key."""
    if not changes:
        return stored
    if RESERVED & changes.keys():
        raise Refusal(RESERVED_CLAIMS_IN_CUSTOM_CLAIMS)
    if any(key.startswith(NAMESPACE) for key in changes):
        raise Refusal(STYTCH_CLAIMS_IN_CUSTOM_CLAIMS)
    return _bounded(_merge(stored, changes), CUSTOM_CLAIMS_TOO_LARGE)


def _merge(stored: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    merged = dict(stored)
    for key, value in changes.items():
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, dict):
            below = merged.get(key)
            merged[key] = _merge(below if isinstance(below, dict) else {}, value)  # pyright: ignore[reportUnknownArgumentType] - JSON
        else:
            merged[key] = value
    return merged


def _bounded(value: dict[str, Any], reason: Reason) -> dict[str, Any]:
    if SIZE.problem(value) is not None:
        raise Refusal(reason)
    return value
