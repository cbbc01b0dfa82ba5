"""Organizations of the B2B API."""

import datetime as dt
import enum
from typing import Annotated, Any

import attrs

from stytch_async.schemas.markers import ExternalID, Longest, Metadata, PageLimit, Spelt
from stytch_async.schemas.shared import Authorization, SearchOperator

__all__ = [
    "ActiveSCIMConnection",
    "ActiveSSOConnection",
    "ConnectedAppsAllowedType",
    "ConnectedAppsRequest",
    "ConnectedAppsResponse",
    "CreateRequest",
    "CreateResponse",
    "CustomRole",
    "CustomRolePermission",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteRequest",
    "DeleteResponse",
    "EmailImplicitRoleAssignment",
    "GetConnectedAppRequest",
    "GetConnectedAppResponse",
    "GetRequest",
    "GetResponse",
    "MetricsRequest",
    "MetricsResponse",
    "Organization",
    "OrganizationConnectedApp",
    "OrganizationConnectedAppActiveMember",
    "ResultsMetadata",
    "SearchQuery",
    "SearchRequest",
    "SearchResponse",
    "UpdateRequest",
    "UpdateResponse",
]


OrganizationName = Annotated[str, Longest(128, least=1)]
"""What an organization is called: 1 to 128 characters."""

OrganizationSlug = Annotated[str, Spelt(r"[A-Za-z0-9._~-]{2,128}", "2 to 128 letters, digits or characters of - . _ ~")]
"""An organization's short name, fit for a URL."""


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
        allowed_oauth_tenants: Lists of tenant ids under ``slack``, ``hubspot`` and ``github``.

    """

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
    """Which Connected Apps the members of an organization may use."""

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
    """Add an organization.

    Where no setting is given, ``email_invites`` becomes ``ALL_ALLOWED``, so that there is a way to add members; as soon
    as one is given, it defaults to ``NOT_ALLOWED``. The settings mean what they do in ``Organization``, which also
    lists their values.

    Args:
        organization_name: 1 to 128 characters.
        organization_slug: Its short name, unique in the project: 2 to 128 letters, digits or characters of ``- . _ ~``.
            Derived from the name if left out.
        organization_external_id: The app's own id, unique in the project; any call takes it in place of
            ``organization_id``.
        sso_jit_provisioning: ``ALL_ALLOWED`` by default.
        email_allowed_domains: Public mail domains such as gmail.com are refused.
        email_jit_provisioning: ``NOT_ALLOWED`` by default.
        auth_methods: ``ALL_ALLOWED`` by default.
        allowed_auth_methods: Of ``sso``, ``magic_link``, ``email_otp``, ``password``, ``google_oauth``,
            ``microsoft_oauth``, ``slack_oauth``, ``github_oauth`` and ``hubspot_oauth``.
        mfa_policy: ``OPTIONAL`` by default.
        rbac_email_implicit_role_assignments: Roles that follow from the domain of a member's address.
        mfa_methods: ``ALL_ALLOWED`` by default.
        allowed_mfa_methods: Of ``sms_otp`` and ``totp``.
        oauth_tenant_jit_provisioning: ``NOT_ALLOWED`` by default.
        first_party_connected_apps_allowed_type: ``ALL_ALLOWED`` by default.
        allowed_first_party_connected_apps: The apps that ``RESTRICTED`` means, by client id.
        third_party_connected_apps_allowed_type: ``ALL_ALLOWED`` by default.
        allowed_third_party_connected_apps: The apps that ``RESTRICTED`` means, by client id.

    Raises:
        BadRequestError: ``organization_slug_already_used``, ``organization_external_id_already_used``,
            ``invalid_organization_auth_factor_setting``, ``organization_settings_domain_too_common``.

    Source: `POST /v1/b2b/organizations
    <https://stytch.com/docs/api-reference/b2b/api/organizations/create-organization>`_
    """

    __schema__ = "api_organization_v1_CreateRequest"

    organization_name: OrganizationName
    organization_slug: OrganizationSlug | None = None
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
    """The new organization."""

    __schema__ = "api_organization_v1_CreateResponse"

    request_id: str
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look an organization up.

    Args:
        organization_id: Or its slug or external id.

    Raises:
        NotFoundError: ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/organizations/get-organization>`_
    """

    organization_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The organization."""

    __schema__ = "api_organization_v1_GetResponse"

    request_id: str
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class OrganizationConnectedApp:
    """TODO"""

    __schema__ = "api_organization_v1_OrganizationConnectedApp"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class OrganizationConnectedAppActiveMember:
    """TODO"""

    __schema__ = "api_organization_v1_OrganizationConnectedAppActiveMember"

    member_id: str
    granted_scopes: list[str]


@attrs.define(kw_only=True)
class ResultsMetadata:
    """TODO"""

    __schema__ = "api_organization_v1_ResultsMetadata"

    total: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class SearchQuery:
    """TODO"""

    __schema__ = "api_organization_v1_SearchQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /v1/b2b/organizations/{organization_id} <TODO>`_
    """

    __schema__ = "api_organization_v1_UpdateRequest"

    organization_id: str
    organization_name: str | None = None
    organization_slug: str | None = None
    organization_logo_url: str | None = None
    trusted_metadata: Metadata | None = None
    organization_external_id: ExternalID | None = None
    sso_default_connection_id: str | None = None
    sso_jit_provisioning: str | None = None
    sso_jit_provisioning_allowed_connections: list[str] | None = None
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
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "api_organization_v1_UpdateResponse"

    request_id: str
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id} <TODO>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "api_organization_v1_DeleteResponse"

    request_id: str
    organization_id: str
    status_code: int


@attrs.define(kw_only=True)
class SearchRequest:
    """TODO

    Source: `POST /v1/b2b/organizations/search <TODO>`_
    """

    __schema__ = "api_organization_v1_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchQuery | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """TODO"""

    __schema__ = "api_organization_v1_SearchResponse"

    request_id: str
    organizations: list[Organization]
    results_metadata: ResultsMetadata
    status_code: int


@attrs.define(kw_only=True)
class MetricsRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/metrics <TODO>`_
    """

    organization_id: str


@attrs.define(kw_only=True)
class MetricsResponse:
    """TODO"""

    __schema__ = "api_organization_v1_MetricsResponse"

    request_id: str
    member_count: int
    status_code: int


@attrs.define(kw_only=True)
class ConnectedAppsRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/connected_apps <TODO>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectedAppsResponse:
    """TODO"""

    __schema__ = "api_organization_v1_ConnectedAppsResponse"

    request_id: str
    connected_apps: list[OrganizationConnectedApp]
    status_code: int


@attrs.define(kw_only=True)
class GetConnectedAppRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id} <TODO>`_
    """

    organization_id: str
    connected_app_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectedAppResponse:
    """TODO"""

    __schema__ = "api_organization_v1_GetConnectedAppResponse"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    active_members: list[OrganizationConnectedAppActiveMember]
    status_code: int
    logo_url: str | None = None


@attrs.define(kw_only=True)
class DeleteExternalIdRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id}/external_id <TODO>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteExternalIdResponse:
    """TODO"""

    __schema__ = "api_organization_v1_DeleteExternalIdResponse"

    request_id: str
    organization: Organization
    status_code: int
