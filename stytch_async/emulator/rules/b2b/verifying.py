"""Which factors prove an email address, and which go along to another organization."""

from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = ["at_home", "proven_address", "proven_before", "proves_email", "transferred", "verifies_email"]

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


def proves_email(begun: IntermediateSession) -> bool:
    """Whether what somebody has shown proves their email address."""
    return begun.verified or any(map(verifies_email, begun.factors))


def proven_address(member: Member, factors: Sequence[Factor]) -> Address | None:
    """Return a member's email address if a factor proves it."""
    return member.email if any(map(verifies_email, factors)) else None


def proven_before(member: Member, begun: IntermediateSession | None) -> Address | None:
    """Return a member's email address if the login that goes on has proven it."""
    if begun is None or begun.email != member.email.value:
        return None
    return member.email if proves_email(begun) else None


def transferred(project: Project, factors: Sequence[Factor]) -> list[Factor]:
    """Return what goes along to another organization: neither SSO nor second factors (behaviour-more K11, K13).

    Nor do passwords, unless the organizations of the project share them (K12).
    """
    shared = {"password"} if project.settings.cross_org_passwords_enabled else set[str]()
    return [_exchanged(one) for one in factors if one.type in {"magic_link", "email_otp", "oauth", *shared}]


def at_home(member: Member, factors: Sequence[Factor]) -> list[Factor]:
    """Return factors as they stand in a member's session: a mail that came elsewhere names the member's own address.

    Otherwise the same proof would stand there twice (inferred).
    """
    email = member.email
    known = {"email_id": email.id, "email_address": email.value}
    return [
        attrs.evolve(one, details=known) if one.details.get("email_address") == email.value else one for one in factors
    ]


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
