"""What the settings of connections have in common."""

from collections.abc import Mapping, Sequence
from typing import Final, get_args
from urllib.parse import urlsplit

from stytch_async.emulator.refusals.connections import (
    INVALID_SSO_IDP,
    SAML_CONNECTION_ATTRIBUTE_MAPPING_MISSING_GROUPS_KEY,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.b2b.access import OrganizationName, named_organization
from stytch_async.emulator.rules.b2b.organizations import policy_of
from stytch_async.emulator.rules.rbac import assignable
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import GroupRole
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b.sso import (
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    SSOIdentityProvider,
)

__all__ = ["check_groups", "checked_provider", "checked_url", "read_groups", "read_roles", "sso_organization"]

PROVIDERS: Final = frozenset(get_args(SSOIdentityProvider))


def sso_organization(project: Project, arguments: OrganizationName, action: str) -> Organization:
    """Return the organization whose connections a call is about, or refuse a caller who may not do that to them."""
    return named_organization(project, arguments, action, resource="stytch.sso")


def checked_provider(name: str) -> str:
    """Return which product an identity provider is, or refuse one that is not known."""
    if name not in PROVIDERS:
        raise Refusal(INVALID_SSO_IDP)
    return name


def checked_url(url: str, malformed: Reason, insecure: Reason | None = None) -> str:
    """Return a URL, or refuse a text that is not one, and one without TLS where that matters."""
    try:
        parts = urlsplit(url)
    except ValueError:
        raise Refusal(malformed) from None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        raise Refusal(malformed)
    if insecure is not None and parts.scheme != "https":
        raise Refusal(insecure)
    return url


def read_roles(
    project: Project, organization: Organization, assignments: Sequence[ConnectionImplicitRoleAssignment]
) -> list[str]:
    """Return the roles for everybody who logs in through a connection, or refuse one that cannot be assigned."""
    return assignable(policy_of(project, organization), [one.role_id for one in assignments])


def read_groups(
    project: Project, organization: Organization, assignments: Sequence[GroupImplicitRoleAssignment]
) -> list[GroupRole]:
    """Return the roles for groups of an identity provider, or refuse one that cannot be assigned."""
    assignable(policy_of(project, organization), [one.role_id for one in assignments])
    return [GroupRole(one.role_id, one.group) for one in assignments]


def check_groups(roles: Sequence[GroupRole], attribute_mapping: Mapping[str, str]) -> None:
    """Refuse roles for groups where the connection does not say what names the groups (behaviour-more N10)."""
    if roles and "groups" not in attribute_mapping:
        raise Refusal(SAML_CONNECTION_ATTRIBUTE_MAPPING_MISSING_GROUPS_KEY)
