"""Filters for searches, checked by type.

A filter is called with what to look for, and makes an operand: a plain map, which may stand in a query next to others
that were written by hand::

    query = SearchUsersQuery(
        operator="AND",
        operands=[UserFilter.email_verified(), UserFilter.created_at_greater_than(last_week)],
    )
"""

import datetime as dt
import inspect
from collections.abc import Callable
from typing import Any, Final, Generic, Literal, ParamSpec

import attrs

__all__ = ["Filter", "M2MFilter", "MemberFilter", "MemberStatus", "OrganizationFilter", "UserFilter", "UserStatus"]

P = ParamSpec("P")

UserStatus = Literal["active", "pending"]
"""Whether a user has logged in yet."""

MemberStatus = Literal["active", "pending", "invited", "deleted"]
"""How far a member has come."""


@attrs.define(eq=False)
class Filter(Generic[P]):
    """One filter of a search, under the name that Stytch gives it."""

    value: Callable[P, Any]
    """Makes the filter's value from the arguments of a call."""
    name: str = attrs.field(init=False)

    def __set_name__(self, owner: type, name: str) -> None:
        """Take the name of the attribute that holds the filter."""
        self.name = name

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> dict[str, Any]:
        """Make an operand of a query."""
        return {"filter_name": self.name, "filter_value": self.value(*args, **kwargs)}

    @property
    def __signature__(self) -> inspect.Signature:
        """Show what the filter takes."""
        return inspect.signature(self.value).replace(return_annotation=dict[str, Any])


def any_of(value: str, /, *others: str) -> list[str]:
    """Look for one of these texts, as a whole."""
    return [value, *others]


def any_status(status: MemberStatus, /, *others: MemberStatus) -> list[str]:
    """Look for one of these statuses."""
    return [status, *others]


def status(status: UserStatus, /) -> str:
    """Look for this status."""
    return status


def exactly(text: str, /) -> str:
    """Look for this text, as a whole."""
    return text


def part(text: str, /) -> str:
    """Look for this within a text; Stytch wants at least 3 characters."""
    return text


def whether(*, value: bool = True) -> bool:
    """Look for those it holds for, or for the others."""
    return value


def moment(time: dt.datetime, /) -> str:
    """Compare with a time; Stytch wants it with a time zone."""
    return time.isoformat()


def span(*, greater_than: dt.datetime, less_than: dt.datetime) -> dict[str, str]:
    """Compare with two times; Stytch wants them with a time zone."""
    return {"greater_than": greater_than.isoformat(), "less_than": less_than.isoformat()}


class UserFilter:
    """The filters of ``users.search``."""

    user_id: Final = Filter(any_of)
    """Stytch's ids or the app's own, not mixed."""
    status: Final = Filter(status)
    created_at_greater_than: Final = Filter(moment)
    created_at_less_than: Final = Filter(moment)
    created_at_between: Final = Filter(span)
    full_name_fuzzy: Final = Filter(part)
    email_address: Final = Filter(any_of)
    email_address_fuzzy: Final = Filter(part)
    email_id: Final = Filter(any_of)
    email_verified: Final = Filter(whether)
    phone_number: Final = Filter(any_of)
    phone_number_fuzzy: Final = Filter(part)
    phone_id: Final = Filter(any_of)
    phone_verified: Final = Filter(whether)
    oauth_provider: Final = Filter(any_of)
    password_exists: Final = Filter(whether)
    totp_id: Final = Filter(any_of)
    totp_verified: Final = Filter(whether)
    webauthn_registration_id: Final = Filter(any_of)
    webauthn_registration_verified: Final = Filter(whether)
    crypto_wallet_id: Final = Filter(any_of)
    crypto_wallet_address: Final = Filter(any_of)
    crypto_wallet_verified: Final = Filter(whether)


class OrganizationFilter:
    """The filters of ``organizations.search``."""

    organization_ids: Final = Filter(any_of)
    organization_slugs: Final = Filter(any_of)
    organization_slug_fuzzy: Final = Filter(part)
    organization_name_fuzzy: Final = Filter(part)
    member_emails: Final = Filter(any_of)
    """Organizations that have one of these members."""
    member_email_fuzzy: Final = Filter(part)
    allowed_domains: Final = Filter(any_of)
    """Organizations that take members from one of these domains."""
    allowed_domain_fuzzy: Final = Filter(part)
    claimed_email_domains: Final = Filter(any_of)
    has_active_sso_connection: Final = Filter(whether)
    sso_connection_id: Final = Filter(exactly)


class MemberFilter:
    """The filters of ``organizations.members.search``."""

    member_ids: Final = Filter(any_of)
    """Stytch's ids or the app's own, not mixed."""
    member_emails: Final = Filter(any_of)
    member_email_fuzzy: Final = Filter(part)
    member_mfa_phone_numbers: Final = Filter(any_of)
    member_mfa_phone_number_fuzzy: Final = Filter(part)
    member_is_breakglass: Final = Filter(whether)
    member_password_exists: Final = Filter(whether)
    member_roles: Final = Filter(any_of)
    """Members who hold one of the roles with these ids."""
    statuses: Final = Filter(any_status)


class M2MFilter:
    """The filters of ``m2m.clients.search``."""

    client_id: Final = Filter(any_of)
    client_name: Final = Filter(any_of)
    scopes: Final = Filter(any_of)
    """Clients that have one of these scopes."""
