"""Which factors prove an email address, and which go along to another organization."""

from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member

__all__ = ["proven_address", "transferred", "verifies_email"]

PROVING: Final = frozenset(
    {
        ("magic_link", "email"),
        ("email_otp", "email"),
        ("oauth", "oauth_google"),
        ("oauth", "oauth_microsoft"),
        ("oauth", "oauth_exchange_google"),
        ("sso", "sso_saml"),
        ("sso", "sso_oidc"),
    }
)

EXCHANGED: Final = frozenset({"oauth_github", "oauth_slack", "oauth_hubspot"})
"""How OAuth factors arrive that go along under another name, since they prove no address (behaviour-more K13)."""


def verifies_email(factor: Factor) -> bool:
    """Whether a factor proves the email address that it came with."""
    return (factor.type, factor.delivery_method) in PROVING


def proven_address(member: Member, factors: Sequence[Factor]) -> Address | None:
    """Return a member's email address if a factor proves it."""
    return member.email if any(map(verifies_email, factors)) else None


def transferred(factors: list[Factor]) -> list[Factor]:
    """Return what goes along to another organization: neither passwords nor SSO, nor second factors (K11, K13)."""
    return [_exchanged(one) for one in factors if one.type in {"magic_link", "email_otp", "oauth"}]


def _exchanged(factor: Factor) -> Factor:
    if factor.delivery_method not in EXCHANGED:
        return factor
    provider = factor.delivery_method.removeprefix("oauth_")
    return attrs.evolve(
        factor,
        delivery_method=f"oauth_exchange_{provider}",
        name=f"{provider}_oauth_exchange_factor",
        details={"email_id": factor.details.get("email_id", "")},
    )
