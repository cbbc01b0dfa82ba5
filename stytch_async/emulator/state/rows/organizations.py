"""The organizations of a B2B project."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import attrs

from stytch_async.emulator.state.roles import Role
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["DomainRole", "Organization", "OrganizationSettings", "Organizations"]


@attrs.frozen
class DomainRole:
    """A role that everybody with an email address at a domain has."""

    domain: str
    role_id: str


@attrs.define(kw_only=True, eq=False)
class OrganizationSettings:
    """Who may join an organization, and how its members log in: named as the API names it, with its defaults."""

    sso_jit_provisioning: str = "ALL_ALLOWED"
    sso_jit_provisioning_allowed_connections: list[str] = attrs.field(factory=list[str])
    email_allowed_domains: list[str] = attrs.field(factory=list[str])
    email_jit_provisioning: str = "NOT_ALLOWED"
    email_invites: str = "NOT_ALLOWED"
    auth_methods: str = "ALL_ALLOWED"
    allowed_auth_methods: list[str] = attrs.field(factory=list[str])
    mfa_policy: str = "OPTIONAL"
    rbac_email_implicit_role_assignments: list[DomainRole] = attrs.field(factory=list[DomainRole])
    mfa_methods: str = "ALL_ALLOWED"
    allowed_mfa_methods: list[str] = attrs.field(factory=list[str])
    oauth_tenant_jit_provisioning: str = "NOT_ALLOWED"
    allowed_oauth_tenants: dict[str, Any] = attrs.field(factory=dict[str, Any])
    claimed_email_domains: list[str] = attrs.field(factory=list[str])
    first_party_connected_apps_allowed_type: str = "ALL_ALLOWED"
    allowed_first_party_connected_apps: list[str] = attrs.field(factory=list[str])
    third_party_connected_apps_allowed_type: str = "ALL_ALLOWED"
    allowed_third_party_connected_apps: list[str] = attrs.field(factory=list[str])


@attrs.define(kw_only=True, eq=False)
class Organization:
    """A B2B organization.

    Attributes:
        roles: What it adds to the project's policy, by role.

    """

    id: str
    name: str
    slug: str
    created_at: dt.datetime
    updated_at: dt.datetime
    settings: OrganizationSettings
    logo_url: str = ""
    external_id: str | None = None
    default_connection_id: str | None = None
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
    roles: dict[str, Role] = attrs.field(factory=dict[str, Role])


class Organizations(Table[Organization]):
    """The organizations of a project, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda organization: organization.id)
        self.by_slug: Index[Organization] = self.index(lambda organization: [organization.slug])
        self.by_external_id: Index[Organization] = self.index(
            lambda organization: filter(None, [organization.external_id])
        )
        self.by_claimed_domain: Index[Organization] = self.index(
            lambda organization: (domain.lower() for domain in organization.settings.claimed_email_domains)
        )
        self.by_open_domain: Index[Organization] = self.index(_open_domains)
        self.by_open_tenant: Index[Organization] = self.index(_open_tenants)


def _open_domains(organization: Organization) -> Iterator[str]:
    """Name the email domains that people may join from."""
    if organization.settings.email_jit_provisioning == "RESTRICTED":
        yield from (domain.lower() for domain in organization.settings.email_allowed_domains)


def _open_tenants(organization: Organization) -> Iterator[tuple[str, str]]:
    """Name the OAuth tenants that people may join from, each with its provider."""
    if organization.settings.oauth_tenant_jit_provisioning == "RESTRICTED":
        for provider, tenants in organization.settings.allowed_oauth_tenants.items():
            yield from ((provider, str(tenant)) for tenant in tenants)
