"""Email domains that an organization names as its own."""

import re
from collections.abc import Sequence
from typing import Final

from stytch_async.emulator.refusals.organizations import ORGANIZATION_SETTINGS_DISPOSABLE_DOMAIN
from stytch_async.emulator.refusals.refusal import Reason, Refusal

__all__ = ["check_domain", "is_common", "refuse_disposable", "refuse_duplicates"]

DOMAIN: Final = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)

OPERATOR: Final = re.compile(r"([^.]+)(\.(ac|co|com|edu|gov|ne|net|or|org))?\.[^.]+")
"""A domain directly below a public suffix; the group is the name of whoever operates it."""

COMMON: Final = frozenset(
    {
        *("aol", "att", "bol", "comcast", "earthlink", "free", "gmail", "gmx", "googlemail", "hey", "hotmail"),
        *("icloud", "ig", "laposte", "libero", "live", "mac", "mail", "me", "msn", "orange", "outlook"),
        *("rediffmail", "sbcglobal", "uol", "verizon", "wanadoo", "yahoo", "yandex", "ymail"),
    }
)
"""Who gives addresses to anybody, under any top-level domain (behaviour-more R4)."""

DISPOSABLE: Final = frozenset(
    {
        *("10minutemail", "discard", "dispostable", "fakeinbox", "getnada", "guerrillamail", "maildrop", "mailinator"),
        *("mailnesia", "moakt", "mohmal", "sharklasers", "temp-mail", "tempmail", "throwawaymail", "trashmail"),
        "yopmail",
    }
)
"""Who gives addresses that nobody keeps (behaviour 17); the names are inferred."""


def _operator_of(domain: str) -> str | None:
    """Return the name before the top-level domain, ``None`` where there are others before it."""
    found = OPERATOR.fullmatch(domain.lower())
    return found and found[1]


def is_common(domain: str) -> bool:
    """Whether anybody can have an address at a domain."""
    return _operator_of(domain) in COMMON


def check_domain(domain: str, *, invalid: Reason, common: Reason) -> None:
    """Refuse a text that is not a domain, and a domain where anybody can have an address."""
    if DOMAIN.fullmatch(domain) is None:
        raise Refusal(invalid)
    if is_common(domain):
        raise Refusal(common)


def refuse_disposable(domain: str) -> None:
    """Refuse a domain of addresses that nobody keeps."""
    if _operator_of(domain) in DISPOSABLE:
        raise Refusal(ORGANIZATION_SETTINGS_DISPOSABLE_DOMAIN)


def refuse_duplicates(domains: Sequence[str], reason: Reason) -> None:
    """Refuse a list that names a domain twice."""
    if len({domain.lower() for domain in domains}) < len(domains):
        raise Refusal(reason)
