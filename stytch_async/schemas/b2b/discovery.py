"""TODO"""

from typing import Any

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import ConnectedAppsAllowedType, EmailImplicitRoleAssignment, Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, ExternalID, Metadata, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, SMSLocale

__all__ = [
    "DiscoveredOrganization",
    "IntermediateSessionsExchangeRequest",
    "IntermediateSessionsExchangeResponse",
    "ListResponse",
    "Membership",
    "OrganizationsCreateRequest",
    "OrganizationsCreateResponse",
    "OrganizationsListRequest",
]


@attrs.define(kw_only=True)
class Membership:
    """TODO"""

    __schema__ = "api_discovery_v1_Membership"

    type: str
    details: dict[str, Any] | None = None
    member: Member | None = None


@attrs.define(kw_only=True)
class DiscoveredOrganization:
    """TODO"""

    __schema__ = "api_discovery_v1_DiscoveredOrganization"

    member_authenticated: bool
    organization: Organization | None = None
    membership: Membership | None = None
    primary_required: PrimaryRequired | None = None
    mfa_required: MfaRequired | None = None


@attrs.define(kw_only=True)
class IntermediateSessionsExchangeRequest:
    """TODO

    Source: `POST /v1/b2b/discovery/intermediate_sessions/exchange <TODO>`_
    """

    __schema__ = "api_discovery_v1_discovery_intermediate_sessions_ExchangeRequest"

    intermediate_session_token: str = attrs.field(repr=False)
    organization_id: str
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: SMSLocale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class IntermediateSessionsExchangeResponse:
    """TODO"""

    __schema__ = "api_discovery_v1_discovery_intermediate_sessions_ExchangeResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class OrganizationsCreateRequest:
    """TODO

    Source: `POST /v1/b2b/discovery/organizations/create <TODO>`_
    """

    __schema__ = "api_discovery_v1_discovery_organizations_CreateRequest"

    intermediate_session_token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    organization_name: str | None = None
    organization_slug: str | None = None
    organization_external_id: ExternalID | None = None
    organization_logo_url: str | None = None
    trusted_metadata: Metadata | None = None
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
    first_party_connected_apps_allowed_type: ConnectedAppsAllowedType | str | None = None
    allowed_first_party_connected_apps: list[str] | None = None
    third_party_connected_apps_allowed_type: ConnectedAppsAllowedType | str | None = None
    allowed_third_party_connected_apps: list[str] | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class OrganizationsCreateResponse:
    """TODO"""

    __schema__ = "api_discovery_v1_discovery_organizations_CreateResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class OrganizationsListRequest:
    """TODO

    Source: `POST /v1/b2b/discovery/organizations <TODO>`_
    """

    __schema__ = "api_discovery_v1_discovery_ListRequest"

    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class ListResponse:
    """TODO"""

    __schema__ = "api_discovery_v1_discovery_ListResponse"

    request_id: str
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
    organization_id_hint: str | None = None
