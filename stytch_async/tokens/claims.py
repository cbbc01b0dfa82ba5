"""What a token says, and whether it may be believed now."""

import copy
import enum
import math
from collections.abc import Mapping
from typing import Any, Final, NoReturn

from stytch_async.errors import TokenError, TokenReason

__all__ = [
    "ORGANIZATION",
    "SESSION",
    "STALE",
    "Kind",
    "check_issued_for",
    "check_registered",
    "check_times",
    "custom_claims",
    "kind_of",
    "refuse",
    "text",
]

SESSION: Final = "https://stytch.com/session"
ORGANIZATION: Final = "https://stytch.com/organization"

REGISTERED: Final = frozenset({"aud", "exp", "iat", "iss", "jti", "nbf", "sub"})


STALE: Final = frozenset({TokenReason.EXPIRED, TokenReason.TOO_OLD})
"""The reasons that asking the API may overcome."""


class Kind(enum.Enum):
    """Whose token it is. A verification takes one kind and refuses the others."""

    SESSION = "session"
    """A user's or member's session."""
    MACHINE = "machine"
    """A machine's own access token."""
    CONNECTED_APP = "connected app"
    """A user's or member's access token, given to an app."""


def refuse(reason: TokenReason, detail: str) -> NoReturn:
    """Refuse a token."""
    raise TokenError(reason, detail)


def kind_of(claims: Mapping[str, Any]) -> Kind:
    """Tell the kinds apart: only sessions have the session claim, and only apps' tokens name a client of a subject."""
    if SESSION in claims:
        return Kind.SESSION
    return Kind.MACHINE if claims.get("client_id", claims["sub"]) == claims["sub"] else Kind.CONNECTED_APP


def check_registered(claims: Mapping[str, Any]) -> None:
    """Refuse a token that lacks what every token has."""
    for name in ("iss", "sub"):
        text(claims, name)
    for name in ("exp", "iat", "nbf"):
        _number(claims, name)
    audience = _present(claims, "aud")
    if not isinstance(audience, str | list):
        refuse(TokenReason.MALFORMED, "its aud claim is neither text nor list")


def check_issued_for(claims: Mapping[str, Any], project_id: str, issuers: frozenset[str]) -> None:
    """Refuse a token of another project."""
    if claims["iss"] not in issuers:
        refuse(TokenReason.WRONG_ISSUER, "it was issued by somebody else")
    audience = claims["aud"]
    if audience != project_id and not (isinstance(audience, list) and project_id in audience):
        refuse(TokenReason.WRONG_AUDIENCE, "it is meant for another project")


def text(claims: Mapping[str, Any], name: str) -> str:
    """Return a claim that must be there and be a text."""
    value = _present(claims, name)
    if not isinstance(value, str):
        refuse(TokenReason.MALFORMED, f"its {name} claim is no text")
    return value


def _number(claims: Mapping[str, Any], name: str) -> None:
    value = _present(claims, name)
    if (
        isinstance(value, bool)
        or not isinstance(value, int | float)
        or (isinstance(value, float) and not math.isfinite(value))
    ):
        refuse(TokenReason.MALFORMED, f"its {name} claim is no number")


def _present(claims: Mapping[str, Any], name: str) -> Any:
    value = claims.get(name)
    if value is None:
        refuse(TokenReason.MISSING_CLAIM, f"it has no {name} claim")
    return value


def check_times(claims: Mapping[str, Any], now: float, leeway: float, max_age: float | None) -> None:
    """Refuse a token that is expired, not valid yet, or older than asked for."""
    if now >= claims["exp"] + leeway:
        refuse(TokenReason.EXPIRED, "it has expired")
    if claims["nbf"] > now + leeway or claims["iat"] > now + leeway:
        refuse(TokenReason.NOT_YET_VALID, "it is not valid yet: compare the clocks")
    if max_age is not None and now - claims["iat"] >= max_age:
        refuse(TokenReason.TOO_OLD, f"it was issued more than {max_age:g} s ago")


def custom_claims(claims: Mapping[str, Any], *others: str) -> dict[str, Any]:
    """Return a copy of the claims that are the app's own: the caller may change it."""
    own = {name: item for name, item in claims.items() if name not in REGISTERED and name not in others}
    return copy.deepcopy(own) if own else own
