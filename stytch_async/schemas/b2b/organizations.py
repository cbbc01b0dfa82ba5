"""TODO"""

import datetime as dt
import enum
from typing import Any

import attrs

from stytch_async.schemas.markers import ExternalID, Metadata

__all__ = [
    "ActiveSCIMConnection",
    "ActiveSSOConnection",
    "ConnectedAppsAllowedType",
    "CreateRequest",
    "CreateResponse",
    "CustomRole",
    "CustomRolePermission",
    "EmailImplicitRoleAssignment",
    "GetRequest",
    "GetResponse",
    "Organization",
]


@attrs.define(kw_only=True)
class ActiveSSOConnection:
    """TODO"""

    __schema__ = "api_organization_v1_ActiveSSOConnection"

    connection_id: str
    display_name: str
    identity_provider: str


@attrs.define(kw_only=True)
class ActiveSCIMConnection:
    """TODO"""

    __schema__ = "api_organization_v1_ActiveSCIMConnection"

    connection_id: str
    display_name: str
    bearer_token_last_four: str
    bearer_token_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class EmailImplicitRoleAssignment:
    """TODO"""

    __schema__ = "api_organization_v1_EmailImplicitRoleAssignment"

    domain: str
    role_id: str


@attrs.define(kw_only=True)
class CustomRolePermission:
    """TODO"""

    __schema__ = "api_organization_v1_CustomRolePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class CustomRole:
    """TODO"""

    __schema__ = "api_organization_v1_CustomRole"

    role_id: str
    description: str
    permissions: list[CustomRolePermission]


@attrs.define(kw_only=True)
class Organization:
    """TODO"""

    __schema__ = "api_organization_v1_Organization"

    organization_id: str
    organization_name: str
    organization_logo_url: str
    organization_slug: str
    sso_jit_provisioning: str
    sso_jit_provisioning_allowed_connections: list[str]
    sso_active_connections: list[ActiveSSOConnection]
    email_allowed_domains: list[str]
    email_jit_provisioning: str
    email_invites: str
    auth_methods: str
    allowed_auth_methods: list[str]
    mfa_policy: str
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment]
    mfa_methods: str
    allowed_mfa_methods: list[str]
    oauth_tenant_jit_provisioning: str
    claimed_email_domains: list[str]
    first_party_connected_apps_allowed_type: str
    allowed_first_party_connected_apps: list[str]
    third_party_connected_apps_allowed_type: str
    allowed_third_party_connected_apps: list[str]
    custom_roles: list[CustomRole]
    trusted_metadata: dict[str, Any] | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    organization_external_id: str | None = None
    sso_default_connection_id: str | None = None
    scim_active_connection: ActiveSCIMConnection | None = None
    allowed_oauth_tenants: dict[str, Any] | None = None


class ConnectedAppsAllowedType(enum.StrEnum):
    """TODO"""

    __schema__ = (
        "api_discovery_v1_CreateRequestFirstPartyConnectedAppsAllowedType",
        "api_discovery_v1_CreateRequestThirdPartyConnectedAppsAllowedType",
        "api_organization_v1_CreateRequestFirstPartyConnectedAppsAllowedType",
        "api_organization_v1_CreateRequestThirdPartyConnectedAppsAllowedType",
        "api_organization_v1_UpdateRequestFirstPartyConnectedAppsAllowedType",
        "api_organization_v1_UpdateRequestThirdPartyConnectedAppsAllowedType",
    )

    ALL_ALLOWED = "ALL_ALLOWED"
    RESTRICTED = "RESTRICTED"
    NOT_ALLOWED = "NOT_ALLOWED"


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/b2b/organizations <TODO>`_
    """

    __schema__ = "api_organization_v1_CreateRequest"

    organization_name: str
    organization_slug: str | None = None
    organization_logo_url: str | None = None
    trusted_metadata: Metadata | None = None
    organization_external_id: ExternalID | None = None
    sso_jit_provisioning: str | None = None
    email_allowed_domains: list[str] | None = None
    email_jit_provisioning: str | None = None
    email_invites: str | None = None
    auth_methods: str | None = None
    allowed_auth_methods: list[str] | None = None
    mfa_policy: str | None = None
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment] | None = None
    mfa_methods: str | None = None
    allowed_mfa_methods: list[str] | None = None
    oauth_tenant_jit_provisioning: str | None = None
    allowed_oauth_tenants: dict[str, Any] | None = None
    claimed_email_domains: list[str] | None = None
    first_party_connected_apps_allowed_type: ConnectedAppsAllowedType | str | None = None
    allowed_first_party_connected_apps: list[str] | None = None
    third_party_connected_apps_allowed_type: ConnectedAppsAllowedType | str | None = None
    allowed_third_party_connected_apps: list[str] | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "api_organization_v1_CreateResponse"

    request_id: str
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id} <TODO>`_
    """

    organization_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "api_organization_v1_GetResponse"

    request_id: str
    organization: Organization
    status_code: int
