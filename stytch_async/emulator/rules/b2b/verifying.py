"""Which factors prove an email address, and how they stand in a member's session."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from stytch_async.emulator.rules.oauth import details_of
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import IntermediateSession

__all__ = [
    "at_home",
    "is_doubtful",
    "proven_address",
    "proven_before",
    "proves_email",
    "verifies_email",
]

PROVING: Final = frozenset(
    {
        ("magic_link", "email"),
        ("email_otp", "email"),
        ("oauth", "oauth_google"),
        ("oauth", "oauth_microsoft"),
        ("sso", "sso_saml"),
        ("sso", "sso_oidc"),
    }
)


def is_doubtful(factor: Factor) -> bool:
    """Whether a factor is an account whose address nobody vouches for, so that it may be a stranger's."""
    return factor.type == "oauth" and not factor.details.get("email_id")


def verifies_email(factor: Factor) -> bool:
    """Whether a factor proves the email address that it came with."""
    return (factor.type, factor.delivery_method) in PROVING and not is_doubtful(factor)


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


def at_home(member: Member, factors: Sequence[Factor]) -> list[Factor]:
    """Return factors as they stand in a member's session: they name the member's own address and accounts.

    Otherwise the same proof would stand there twice (inferred).
    """
    return [attrs.evolve(one, details=_details_at_home(member, one)) for one in factors]


def _details_at_home(member: Member, factor: Factor) -> Mapping[str, Any]:
    email, details = member.email, factor.details
    if details.get("email_address") == email.value:
        return {"email_id": email.id, "email_address": email.value}
    for registration in member.sso:
        if details.get("provider_id") == registration.connection_id:
            return {**details, "id": registration.id}
    for one in member.oauth:
        if (factor.delivery_method, details.get("provider_subject")) == (f"oauth_{one.provider}", one.subject):
            return details_of(one)
    return {**details, "email_id": email.id} if factor.type == "oauth" and not is_doubtful(factor) else details
