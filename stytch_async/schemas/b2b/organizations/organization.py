"""An organization, and its settings."""

import datetime as dt
from typing import Any, Literal

import attrs

__all__ = [
    "ActiveSCIMConnection",
    "ActiveSSOConnection",
    "Allowance",
    "AuthMethod",
    "CustomRole",
    "CustomRolePermission",
    "EmailImplicitRoleAssignment",
    "JITProvisioning",
    "MFAMethod",
    "MFAPolicy",
    "MethodAllowance",
    "Organization",
]


@attrs.define(kw_only=True)
class ActiveSSOConnection:
    """An SSO connection that members may log in through."""

    __schema__ = "api_organization_v1_ActiveSSOConnection"

    connection_id: str
    display_name: str
    identity_provider: str


@attrs.define(kw_only=True)
class ActiveSCIMConnection:
    """The SCIM connection that keeps an organization's members up to date."""

    __schema__ = "api_organization_v1_ActiveSCIMConnection"

    connection_id: str
    display_name: str
    bearer_token_last_four: str
    bearer_token_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class EmailImplicitRoleAssignment:
    """A role that every member with an address at a domain has."""

    __schema__ = "api_organization_v1_EmailImplicitRoleAssignment"

    domain: str
    role_id: str


@attrs.define(kw_only=True)
class CustomRolePermission:
    """Actions that a role permits on a resource."""

    __schema__ = "api_organization_v1_CustomRolePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class CustomRole:
    """A role that exists in one organization only."""

    __schema__ = "api_organization_v1_CustomRole"

    role_id: str
    description: str
    permissions: list[CustomRolePermission]


Allowance = Literal["ALL_ALLOWED", "RESTRICTED", "NOT_ALLOWED"]
"""What an organization allows: everything, what a list beside the setting names, or nothing."""

MethodAllowance = Literal["ALL_ALLOWED", "RESTRICTED"]
"""Which methods an organization's members may log in with: all, or those that a list beside the setting names."""

JITProvisioning = Literal["RESTRICTED", "NOT_ALLOWED"]
"""Whether a first login makes a member: where a list beside the setting allows it, or never."""

AuthMethod = Literal[
    "sso",
    "magic_link",
    "email_otp",
    "password",
    "google_oauth",
    "microsoft_oauth",
    "slack_oauth",
    "github_oauth",
    "hubspot_oauth",
]
"""A way for members to log in."""

MFAPolicy = Literal["OPTIONAL", "REQUIRED_FOR_ALL"]
"""Who has to prove a second factor: members who are enrolled, or all."""

MFAMethod = Literal["sms_otp", "totp"]
"""A second factor."""


@attrs.define(kw_only=True)
class Organization:
    """An organization: who may join it, and how its members log in.

    Attributes:
        organization_slug: Its short name; any call takes it in place of ``organization_id``, as it does
            ``organization_external_id``.
        organization_logo_url: Empty where there is none.
        sso_jit_provisioning: Whether a first login by SSO makes a member: ``ALL_ALLOWED``, ``RESTRICTED`` to
            ``sso_jit_provisioning_allowed_connections``, or ``NOT_ALLOWED``.
        sso_default_connection_id: Which SSO connection is used where none is named.
        email_allowed_domains: The domains that ``RESTRICTED`` means in ``email_invites`` and
            ``email_jit_provisioning``.
        email_jit_provisioning: Whether a first login by email or OAuth makes a member: ``RESTRICTED`` or
            ``NOT_ALLOWED``.
        email_invites: Who may be invited by email: ``ALL_ALLOWED``, ``RESTRICTED`` or ``NOT_ALLOWED``.
        auth_methods: ``ALL_ALLOWED``, or ``RESTRICTED`` to ``allowed_auth_methods``. Break-glass members are exempt.
        mfa_policy: ``OPTIONAL``, or ``REQUIRED_FOR_ALL``.
        mfa_methods: ``ALL_ALLOWED``, or ``RESTRICTED`` to ``allowed_mfa_methods``.
        oauth_tenant_jit_provisioning: Whether a first login from an OAuth tenant makes a member: ``RESTRICTED`` to
            ``allowed_oauth_tenants``, or ``NOT_ALLOWED``.
        claimed_email_domains: Domains whose addresses may join only organizations that claim them.
        scim_active_connections: Not in Stytch's reference; answers have it.
        allowed_oauth_tenants: Lists of tenant ids under ``slack``, ``hubspot`` and ``github``.

    """

    __schema__ = "api_organization_v1_Organization"

    organization_id: str
    organization_name: str
    organization_logo_url: str
    organization_slug: str
    sso_jit_provisioning: Allowance | str
    sso_jit_provisioning_allowed_connections: list[str]
    sso_active_connections: list[ActiveSSOConnection]
    email_allowed_domains: list[str]
    email_jit_provisioning: JITProvisioning | str
    email_invites: Allowance | str
    auth_methods: MethodAllowance | str
    allowed_auth_methods: list[AuthMethod | str]
    mfa_policy: MFAPolicy | str
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment]
    mfa_methods: MethodAllowance | str
    allowed_mfa_methods: list[MFAMethod | str]
    oauth_tenant_jit_provisioning: JITProvisioning | str
    claimed_email_domains: list[str]
    first_party_connected_apps_allowed_type: Allowance | str
    allowed_first_party_connected_apps: list[str]
    third_party_connected_apps_allowed_type: Allowance | str
    allowed_third_party_connected_apps: list[str]
    custom_roles: list[CustomRole]
    trusted_metadata: dict[str, Any] | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    organization_external_id: str | None = None
    sso_default_connection_id: str | None = None
    scim_active_connection: ActiveSCIMConnection | None = None
    scim_active_connections: list[ActiveSCIMConnection] | None = None
    allowed_oauth_tenants: dict[str, Any] | None = None
