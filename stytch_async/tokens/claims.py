"""What a token says, and whether it may be believed now."""

import copy
import enum
import re
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
    "is_seconds",
    "kind_of",
    "optional_text",
    "refuse",
    "text",
]

SESSION: Final = "https://stytch.com/session"
ORGANIZATION: Final = "https://stytch.com/organization"

REGISTERED: Final = frozenset({"aud", "exp", "iat", "iss", "jti", "nbf", "sub"})

PERSON: Final = re.compile(r"(user|member)-(test|live)-")
"""How the ids of users and members begin; a machine may have any other."""

FURTHEST: Final = 2.0**53
"""Seconds. Further off lies no time that can be reckoned with."""

STALE: Final = frozenset({TokenReason.EXPIRED, TokenReason.TOO_OLD})
"""The reasons that asking the API may overcome."""


class Kind(enum.Enum):
    """Whose token it is. A verification takes one kind and refuses the others."""

    USER_SESSION = "user's session"
    MEMBER_SESSION = "member's session"
    MACHINE = "machine"
    """A machine's own access token."""
    CONNECTED_APP = "connected app"
    """A user's or member's access token, given to an app."""


def refuse(reason: TokenReason, detail: str) -> NoReturn:
    """Refuse a token."""
    raise TokenError(reason, detail) from None  # what failed in a library leads to frames that hold the token


def kind_of(claims: Mapping[str, Any]) -> Kind:
    """Tell the kinds apart, by the claims that only one of them has and by whose id the subject is."""
    person = PERSON.match(claims["sub"])
    if SESSION in claims:
        is_member = ORGANIZATION in claims or (person is not None and person[1] == "member")
        return Kind.MEMBER_SESSION if is_member else Kind.USER_SESSION
    is_own = claims.get("client_id") in (None, claims["sub"])
    return Kind.MACHINE if is_own and person is None and ORGANIZATION not in claims else Kind.CONNECTED_APP


def check_registered(claims: Mapping[str, Any]) -> None:
    """Refuse a token that lacks what every token has."""
    for name in ("iss", "sub"):
        text(claims, name)
    for name in ("exp", "iat", "nbf"):
        if not is_seconds(_present(claims, name)):
            refuse(TokenReason.MALFORMED, f"its {name} claim is not a time")
    audience = _present(claims, "aud")
    if not isinstance(audience, str) and not (
        isinstance(audience, list) and all(isinstance(one, str) for one in audience)  # pyright: ignore[reportUnknownVariableType] - JSON
    ):
        refuse(TokenReason.MALFORMED, "its aud claim is neither a text nor a list of texts")


def check_issued_for(claims: Mapping[str, Any], project_id: str, issuers: frozenset[str]) -> None:
    """Refuse a token of another project."""
    if claims["iss"] not in issuers:
        refuse(TokenReason.WRONG_ISSUER, "it was issued by somebody else")
    audience = claims["aud"]
    if audience != project_id and (isinstance(audience, str) or project_id not in audience):
        refuse(TokenReason.WRONG_AUDIENCE, "it is meant for another project")


def text(claims: Mapping[str, Any], name: str) -> str:
    """Return a claim that must be there and be a text."""
    value = _present(claims, name)
    if not isinstance(value, str):
        refuse(TokenReason.MALFORMED, f"its {name} claim is not a text")
    return value


def optional_text(claims: Mapping[str, Any], name: str) -> str | None:
    """Return a claim that may be missing and is otherwise a text."""
    return None if claims.get(name) is None else text(claims, name)


def _present(claims: Mapping[str, Any], name: str) -> Any:
    value = claims.get(name)
    if value is None:
        refuse(TokenReason.MISSING_CLAIM, f"it has no {name} claim")
    return value


def is_seconds(value: object) -> bool:
    """Whether a value is a number that times can be reckoned with: neither NaN nor infinite, nor huge."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= FURTHEST


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
    try:
        return copy.deepcopy(own)
    except RecursionError:
        refuse(TokenReason.MALFORMED, "its claims are nested too deeply")
