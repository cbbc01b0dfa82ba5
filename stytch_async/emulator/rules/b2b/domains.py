"""Email domains that an organization names as its own."""

import re
from collections.abc import Sequence
from typing import Final

from stytch_async.emulator.refusals.refusal import Reason, Refusal

__all__ = ["check_domain", "refuse_duplicates"]

DOMAIN: Final = re.compile(r"([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)

COMMON: Final = frozenset(
    {f"{name}.com" for name in ("aol", "gmail", "googlemail", "hey", "hotmail", "icloud", "live", "mac", "mail", "me")}
    | {f"{name}.com" for name in ("msn", "outlook", "yahoo")}
    | {f"{name}.net" for name in ("att", "comcast", "earthlink", "sbcglobal", "verizon")}
)
"""Domains where anybody can have an address, so that they cannot tell who belongs to an organization."""


def check_domain(domain: str, *, invalid: Reason, common: Reason) -> None:
    """Refuse a text that is not a domain, and a domain where anybody can have an address."""
    if DOMAIN.fullmatch(domain) is None:
        raise Refusal(invalid)
    if domain.lower() in COMMON:
        raise Refusal(common)


def refuse_duplicates(domains: Sequence[str], reason: Reason) -> None:
    """Refuse a list that names a domain twice."""
    if len({domain.lower() for domain in domains}) < len(domains):
        raise Refusal(reason)
