"""What a member still lacks for a session: one rule for every way to log in."""

from collections.abc import Sequence
from typing import Final

import attrs

from stytch_async.emulator.rules.b2b.settings import allows_method, allows_mfa_method
from stytch_async.emulator.rules.b2b.verifying import at_home, is_doubtful
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.totps import TOTP
from stytch_async.schemas.b2b.sessions import MemberOptions, MfaRequired, PrimaryRequired

__all__ = [
    "MFA_FACTORS",
    "Missing",
    "asked_methods",
    "has_second",
    "is_asked",
    "is_second",
    "method_of",
    "missing",
    "settled",
]

VERIFYING_METHODS: Final = ("sso", "magic_link", "password", "google_oauth", "microsoft_oauth", "email_otp")
"""The methods that can prove an email address; a password does so when it is set by email."""

MFA_FACTORS: Final = frozenset({("otp", "sms"), ("totp", "authenticator_app"), ("recovery_codes", "recovery_code")})
"""The second factors, by type and how they arrive (behaviour-more L15)."""


@attrs.frozen
class Missing:
    """What is missing for a session; both may be, and then the primary factor comes first (behaviour-more K6)."""

    primary: PrimaryRequired | None
    mfa: MfaRequired | None


def is_second(factor: Factor) -> bool:
    """Whether a factor is a second one; texted codes never are a first (behaviour-more L10)."""
    return (factor.type, factor.delivery_method) in MFA_FACTORS


def _is_doubtful_throughout(factors: Sequence[Factor]) -> bool:
    """Whether all that somebody has shown is accounts that may be a stranger's."""
    first = [one for one in factors if not is_second(one)]
    return bool(first) and all(map(is_doubtful, first))


def settled(member: Member, factors: Sequence[Factor]) -> list[Factor]:
    """Return factors as they count for a member: any other first factor shows that an account is the member's."""
    own = at_home(member, factors)
    if all(is_second(one) or is_doubtful(one) for one in own):
        return own
    known = {"email_id": member.email.id}
    return [attrs.evolve(one, details={**one.details, **known}) if is_doubtful(one) else one for one in own]


def method_of(factor: Factor) -> str:
    """Return what ``allowed_auth_methods`` calls the method that a factor came by."""
    if factor.type == "oauth":
        return f"{factor.delivery_method.removeprefix('oauth_').removeprefix('exchange_')}_oauth"
    return factor.type


def missing(
    organization: Organization,
    member: Member | None,
    factors: Sequence[Factor],
    *,
    verified: bool,
    stepped_up: bool = False,
    in_session: bool = False,
) -> Missing:
    """Tell what somebody lacks in an organization.

    Args:
        organization: Where they log in.
        member: Who they are there, if they are a member already.
        factors: What they have shown.
        verified: Whether their email address is proven.
        stepped_up: Whether they have proven it because the login asked for that; the method counts then (J16).
        in_session: Whether a valid session of theirs was passed, which spares them the second factor (L2).

    """
    primary = None
    if not stepped_up and not (verified and _has_primary(organization, member, factors)):
        is_safe = verified and not _is_doubtful_throughout(factors)
        primary = PrimaryRequired(allowed_auth_methods=asked_methods(organization, verified=is_safe))
    return Missing(primary, None if in_session else _missing_mfa(organization, member, factors))


def _has_primary(organization: Organization, member: Member | None, factors: Sequence[Factor]) -> bool:
    return any(
        not is_second(one) and not is_doubtful(one) and allows_method(organization, member, method_of(one))
        for one in factors
    )


def asked_methods(organization: Organization, *, verified: bool) -> list[str]:
    """Return the methods that an organization asks for; for an address that is not proven, those that prove one.

    Where none of the methods that it allows proves an address, any that does will do (behaviour-more J16).
    """
    settings = organization.settings
    restricted = settings.auth_methods == "RESTRICTED"
    if verified:
        return list(settings.allowed_auth_methods if restricted else VERIFYING_METHODS)
    methods = [method for method in VERIFYING_METHODS if not restricted or method in settings.allowed_auth_methods]
    return list(VERIFYING_METHODS) if methods in ([], ["password"]) else methods


def is_asked(organization: Organization, member: Member, method: str, factors: Sequence[Factor] = ()) -> bool:
    """Whether a login of a member asks for a method to prove the address, even where it is no way in (J16).

    ``factors`` are what the login holds.
    """
    is_safe = member.email.verified and not _is_doubtful_throughout(factors)
    return not is_safe and method in asked_methods(organization, verified=False)


def _missing_mfa(organization: Organization, member: Member | None, factors: Sequence[Factor]) -> MfaRequired | None:
    enrolled = member is not None and member.mfa_enrolled
    if (organization.settings.mfa_policy != "REQUIRED_FOR_ALL" and not enrolled) or any(map(is_second, factors)):
        return None
    return MfaRequired(member_options=_options(organization, member) if member is not None else None)


def _options(organization: Organization, member: Member) -> MemberOptions | None:
    """Return what a member can give as a second factor, ``None`` for one who has to enrol first."""
    phone, totp = _phone(organization, member), _totp(organization, member)
    if phone is None and totp is None:
        return None
    return MemberOptions(mfa_phone_number=phone.value if phone else "", totp_registration_id=totp.id if totp else "")


def _phone(organization: Organization, member: Member) -> Address | None:
    return member.phone if allows_mfa_method(organization, member, "sms_otp") else None


def _totp(organization: Organization, member: Member) -> TOTP | None:
    is_usable = member.totp is not None and member.totp.verified and allows_mfa_method(organization, member, "totp")
    return member.totp if is_usable else None


def has_second(organization: Organization, member: Member) -> bool:
    """Whether a member has proven a second factor that the organization allows (behaviour-more L5, L7)."""
    phone = _phone(organization, member)
    return _totp(organization, member) is not None or (phone is not None and phone.verified)
