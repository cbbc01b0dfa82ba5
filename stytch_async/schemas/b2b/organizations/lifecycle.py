"""Organizations created, read, changed and deleted."""

from typing import Annotated, Any

import attrs

from stytch_async.schemas.b2b.organizations.organization import (
    Allowance,
    AuthMethod,
    EmailImplicitRoleAssignment,
    JITProvisioning,
    MethodAllowance,
    MFAMethod,
    MFAPolicy,
    Organization,
)
from stytch_async.schemas.markers import ExternalID, Longest, Metadata, Spelt
from stytch_async.schemas.shared import Authorization

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetRequest",
    "GetResponse",
    "MetricsRequest",
    "MetricsResponse",
    "UpdateRequest",
    "UpdateResponse",
]


OrganizationName = Annotated[str, Longest(128, least=1)]
"""What an organization is called: 1 to 128 characters."""

OrganizationSlug = Annotated[str, Spelt(r"[A-Za-z0-9._~-]{2,128}", "2 to 128 letters, digits or characters of - . _ ~")]
"""An organization's short name, fit for a URL."""


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
            ``invalid_organization_*`` (the name, the slug, the external id, or a setting),
            ``allowed_*_methods_required_for_restricted`` and ``invalid_restricted_*_setting`` (a setting lacks the list
            that it is restricted to), ``invalid_oauth_allowed_tenants_format``, ``organization_settings_*`` (a domain
            is not one, is common or disposable, or is named twice), ``rbac_invalid_domain``,
            ``rbac_domain_too_common``, ``invalid_rbac_role_id``.

    Source: `POST /v1/b2b/organizations
    <https://stytch.com/docs/api-reference/b2b/api/organizations/create-organization>`_
    """

    __schema__ = "api_organization_v1_CreateRequest"

    organization_name: OrganizationName
    organization_slug: OrganizationSlug | None = None
    organization_logo_url: str | None = None
    trusted_metadata: Metadata | None = None
    organization_external_id: ExternalID | None = None
    sso_jit_provisioning: Allowance | str | None = None
    email_allowed_domains: list[str] | None = None
    email_jit_provisioning: JITProvisioning | str | None = None
    email_invites: Allowance | str | None = None
    auth_methods: MethodAllowance | str | None = None
    allowed_auth_methods: list[AuthMethod | str] | None = None
    mfa_policy: MFAPolicy | str | None = None
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment] | None = None
    mfa_methods: MethodAllowance | str | None = None
    allowed_mfa_methods: list[MFAMethod | str] | None = None
    oauth_tenant_jit_provisioning: JITProvisioning | str | None = None
    allowed_oauth_tenants: dict[str, Any] | None = None
    claimed_email_domains: list[str] | None = None
    first_party_connected_apps_allowed_type: Allowance | str | None = None
    allowed_first_party_connected_apps: list[str] | None = None
    third_party_connected_apps_allowed_type: Allowance | str | None = None
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
class UpdateRequest:
    """Change an organization; what is left out stays as it is.

    A list takes the place of the old one. Members must still have a way in: at least one of the settings for
    provisioning has to be ``ALL_ALLOWED`` or ``RESTRICTED``. A new ``mfa_policy`` does not end running sessions. The
    settings mean what they do in ``Organization``, which also lists their values.

    Args:
        organization_id: Or its slug or external id.
        organization_name: 1 to 128 characters.
        organization_slug: Its short name, unique in the project: 2 to 128 letters, digits or characters of ``- . _ ~``.
        organization_external_id: The app's own id, unique in the project; any call takes it in place of
            ``organization_id``.
        email_allowed_domains: Public mail domains such as gmail.com are refused.
        allowed_auth_methods: Of ``sso``, ``magic_link``, ``email_otp``, ``password``, ``google_oauth``,
            ``microsoft_oauth``, ``slack_oauth``, ``github_oauth`` and ``hubspot_oauth``.
        rbac_email_implicit_role_assignments: Roles that follow from the domain of a member's address.
        allowed_mfa_methods: Of ``sms_otp`` and ``totp``.
        allowed_first_party_connected_apps: The apps that ``RESTRICTED`` means, by client id.
        allowed_third_party_connected_apps: The apps that ``RESTRICTED`` means, by client id.
        authorization: Make the call as this member, who needs the permission for each field that is given.

    Raises:
        AuthenticationError: ``cannot_update_trusted_metadata`` (no member may set it).
        BadRequestError: ``organization_slug_already_used``, ``organization_external_id_already_used``,
            ``invalid_organization_*`` (the name, the slug, the external id, or a setting),
            ``allowed_*_methods_required_for_restricted`` and ``invalid_restricted_*_setting`` (a setting lacks the list
            that it is restricted to), ``invalid_oauth_allowed_tenants_format``, ``organization_settings_*`` (a domain
            is not one, is common or disposable, or is named twice), ``rbac_invalid_domain``,
            ``rbac_domain_too_common``, ``invalid_rbac_role_id``, ``invalid_sso_default_connection_id``.
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/organizations/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/organizations/update-organization>`_
    """

    __schema__ = "api_organization_v1_UpdateRequest"

    organization_id: str
    organization_name: OrganizationName | None = None
    organization_slug: OrganizationSlug | None = None
    organization_logo_url: str | None = None
    trusted_metadata: Metadata | None = None
    organization_external_id: ExternalID | None = None
    sso_default_connection_id: str | None = None
    sso_jit_provisioning: Allowance | str | None = None
    sso_jit_provisioning_allowed_connections: list[str] | None = None
    email_allowed_domains: list[str] | None = None
    email_jit_provisioning: JITProvisioning | str | None = None
    email_invites: Allowance | str | None = None
    auth_methods: MethodAllowance | str | None = None
    allowed_auth_methods: list[AuthMethod | str] | None = None
    mfa_policy: MFAPolicy | str | None = None
    rbac_email_implicit_role_assignments: list[EmailImplicitRoleAssignment] | None = None
    mfa_methods: MethodAllowance | str | None = None
    allowed_mfa_methods: list[MFAMethod | str] | None = None
    oauth_tenant_jit_provisioning: JITProvisioning | str | None = None
    allowed_oauth_tenants: dict[str, Any] | None = None
    claimed_email_domains: list[str] | None = None
    first_party_connected_apps_allowed_type: Allowance | str | None = None
    allowed_first_party_connected_apps: list[str] | None = None
    third_party_connected_apps_allowed_type: Allowance | str | None = None
    allowed_third_party_connected_apps: list[str] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The organization after the change."""

    __schema__ = "api_organization_v1_UpdateResponse"

    request_id: str
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete an organization with all its members; there is no way back.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete the organization.

    Raises:
        NotFoundError: ``organization_not_found``, also the second time.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/organizations/delete-organization>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteResponse:
    """Which organization is gone."""

    __schema__ = "api_organization_v1_DeleteResponse"

    request_id: str
    organization_id: str
    status_code: int


@attrs.define(kw_only=True)
class MetricsRequest:
    """Count the members of an organization.

    Args:
        organization_id: Or its slug or external id.

    Raises:
        NotFoundError: ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/metrics
    <https://stytch.com/docs/api-reference/b2b/api/organizations/overview>`_
    """

    organization_id: str


@attrs.define(kw_only=True)
class MetricsResponse:
    """How many members there are."""

    __schema__ = "api_organization_v1_MetricsResponse"

    request_id: str
    member_count: int
    status_code: int


@attrs.define(kw_only=True)
class DeleteExternalIdRequest:
    """Take the app's own id from an organization.

    Args:
        organization_id: Or its slug or that external id.
        authorization: Make the call as this member, who needs the permission to change the organization.

    Raises:
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/organizations/{organization_id}/external_id
    <https://stytch.com/docs/api-reference/b2b/api/organizations/delete-organization-external-id>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteExternalIdResponse:
    """The organization, without the id."""

    __schema__ = "api_organization_v1_DeleteExternalIdResponse"

    request_id: str
    organization: Organization
    status_code: int
