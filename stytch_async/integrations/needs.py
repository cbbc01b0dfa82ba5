"""What a session has to have for a request, besides being there."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator
from typing import Final, Self, TypedDict, Unpack

import attrs

from stytch_async.integrations.refusals import StepUpError
from stytch_async.schemas.factors import AuthenticationFactor

__all__ = ["MFA", "Needs", "Requirements", "require_factors"]

MFA: Final = "mfa"
"""Stands for two factors of different kinds, whichever they are."""


class Requirements(TypedDict, total=False):
    """What can be required of a session.

    Attributes:
        role: A role, or several of which one will do.
        check: A resource and an action that one of the session's roles must permit, by the project's RBAC policy.
        factors: What must have been proven, by the names that Stytch has for it: ``totp``, ``sms_otp``, ``password``,
            ``webauthn_registration``, ``oauth_google``. ``mfa`` stands for two factors of different kinds. All of
            several are needed.
        within: How long ago a factor may have been proven to count; without ``factors`` any one will do.
        fresh: Ask Stytch now, whatever the JWT says: for what cannot be undone.

    """

    role: str | Collection[str]
    check: tuple[str, str]
    factors: str | Collection[str]
    within: dt.timedelta
    fresh: bool


@attrs.frozen(kw_only=True)
class Needs:
    """The same as a value, with the organization: equal needs have the same hash."""

    organization_id: str | None = None
    roles: frozenset[str] = frozenset()
    check: tuple[str, str] | None = None
    factors: frozenset[str] = frozenset()
    within: dt.timedelta | None = None
    fresh: bool = False

    @classmethod
    def of(cls, organization_id: str | None = None, /, **requirements: Unpack[Requirements]) -> Self:
        """Make the value of an organization and requirements."""
        return cls(
            organization_id=organization_id,
            roles=_names(requirements.get("role", ())),
            check=requirements.get("check"),
            factors=_names(requirements.get("factors", ())),
            within=requirements.get("within"),
            fresh=requirements.get("fresh", False),
        )


def _names(given: str | Collection[str]) -> frozenset[str]:
    return frozenset({given} if isinstance(given, str) else given)


def require_factors(factors: Iterable[AuthenticationFactor], needs: Needs, now: dt.datetime) -> None:
    """Refuse a session in which too little has been proven, or too long ago.

    Raises:
        StepUpError: That is so.

    """
    counting = [factor for factor in factors if needs.within is None or _is_recent(factor, now - needs.within)]
    proven = {name for factor in counting for name in _names_of(factor)}
    if _are_different(counting):
        proven.add(MFA)
    if not needs.factors <= proven or (needs.within is not None and not counting):
        raise StepUpError(needs.factors, needs.within)


def _is_recent(factor: AuthenticationFactor, since: dt.datetime) -> bool:
    return factor.last_authenticated_at is not None and factor.last_authenticated_at >= since


def _names_of(factor: AuthenticationFactor) -> Iterator[str]:
    """Name a factor by what it is, by how it came, and by both: ``otp``, ``sms`` and ``sms_otp``."""
    yield from (factor.type, factor.delivery_method, f"{factor.delivery_method}_{factor.type}")


def _are_different(factors: Collection[AuthenticationFactor]) -> bool:
    """Whether two of the factors differ in kind and in the way they came: a link and a code by email are one thing."""
    return len({factor.type for factor in factors}) > 1 and len({factor.delivery_method for factor in factors}) > 1
