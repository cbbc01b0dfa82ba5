"""Members of the organizations of the B2B API."""

import datetime as dt
import enum
from typing import Any

import attrs

from stytch_async.schemas.b2b.organizations import Organization, ResultsMetadata, SearchQuery
from stytch_async.schemas.b2b.scim import SCIMAttributes
from stytch_async.schemas.markers import ExternalID, Metadata, PageLimit
from stytch_async.schemas.shared import Authorization, Locale

__all__ = [
    "ConnectedAppsRevokeRequest",
    "ConnectedAppsRevokeResponse",
    "CreateRequest",
    "CreateResponse",
    "DangerouslyGetRequest",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteMFAPhoneNumberRequest",
    "DeleteMFAPhoneNumberResponse",
    "DeletePasswordRequest",
    "DeletePasswordResponse",
    "DeleteRequest",
    "DeleteResponse",
    "DeleteTOTPRequest",
    "DeleteTOTPResponse",
    "DeliveryMethod",
    "GetConnectedAppsRequest",
    "GetConnectedAppsResponse",
    "GetRequest",
    "GetResponse",
    "GithubProviderInfo",
    "HubspotProviderInfo",
    "Member",
    "MemberConnectedApp",
    "MemberRole",
    "MemberRoleSource",
    "OAuthRegistration",
    "OIDCProviderInfo",
    "OIDCProvidersRequest",
    "OIDCProvidersResponse",
    "OauthProvidersGithubRequest",
    "OauthProvidersGithubResponse",
    "OauthProvidersGoogleRequest",
    "OauthProvidersGoogleResponse",
    "OauthProvidersHubspotRequest",
    "OauthProvidersHubspotResponse",
    "OauthProvidersMicrosoftRequest",
    "OauthProvidersMicrosoftResponse",
    "OauthProvidersSlackRequest",
    "OauthProvidersSlackResponse",
    "ReactivateRequest",
    "ReactivateResponse",
    "RetiredEmail",
    "SCIMRegistration",
    "SSORegistration",
    "SearchRequest",
    "SearchResponse",
    "SlackProviderInfo",
    "StartEmailUpdateRequest",
    "StartEmailUpdateResponse",
    "UnlinkRetiredEmailRequest",
    "UnlinkRetiredEmailResponse",
    "UpdateRequest",
    "UpdateResponse",
]


@attrs.define(kw_only=True)
class SSORegistration:
    """An SSO connection that a member logs in through.

    Attributes:
        external_id: Who the member is to the identity provider.
        sso_attributes: What the identity provider tells of the member.

    """

    __schema__ = "api_organization_v1_SSORegistration"

    connection_id: str
    external_id: str
    registration_id: str
    sso_attributes: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class OAuthRegistration:
    """Another service that a member logs in with.

    Attributes:
        provider_subject: Who the member is to the service: its ``sub``.

    """

    __schema__ = "api_organization_v1_OAuthRegistration"

    provider_type: str
    provider_subject: str
    member_oauth_registration_id: str
    profile_picture_url: str | None = None
    locale: str | None = None


@attrs.define(kw_only=True)
class RetiredEmail:
    """An address that a member used to have. Nobody else may take it until it is unlinked."""

    __schema__ = "api_organization_v1_RetiredEmail"

    email_id: str
    email_address: str


@attrs.define(kw_only=True)
class MemberRoleSource:
    """Why a member has a role.

    Attributes:
        type: ``direct_assignment``, ``email_assignment``, ``sso_connection``, ``sso_connection_group`` or
            ``scim_connection_group``.
        details: Names what the role comes from: the ``email_domain``, the ``connection_id``, or that and the ``group``
            or ``group_id``. Empty for a direct assignment.

    """

    __schema__ = "api_organization_v1_MemberRoleSource"

    type: str
    details: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class MemberRole:
    """A role of a member, and every reason for it.

    A role that comes from an SSO connection counts only in sessions with a login through that connection.
    """

    __schema__ = "api_organization_v1_MemberRole"

    role_id: str
    sources: list[MemberRoleSource]


@attrs.define(kw_only=True)
class SCIMRegistration:
    """The entry of an identity provider that a member comes from."""

    __schema__ = "api_organization_v1_SCIMRegistration"

    connection_id: str
    registration_id: str
    external_id: str | None = None
    scim_attributes: SCIMAttributes | None = None


@attrs.define(kw_only=True)
class Member:
    """A member of an organization. The same person is another member in each organization.

    Attributes:
        status: ``pending``, ``invited``, ``active`` or ``deleted``.
        name: Empty where none was given, as are ``mfa_phone_number``, ``member_password_id``, ``totp_registration_id``
            and ``default_mfa_method``.
        is_breakglass: Whether the member may log in around the organization's ``auth_methods`` and ``mfa_methods``.
        is_admin: Whether the member has the role ``stytch_admin``.
        mfa_enrolled: Whether the member needs a second factor even where ``mfa_policy`` is ``OPTIONAL``.
        mfa_phone_number: In E.164 form.
        default_mfa_method: ``sms_otp`` or ``totp``: which second factor comes first where there are both.
        is_locked: Whether too many failed logins in a row keep the member out until ``lock_expires_at``.
        external_id: The app's own id; most calls take it in place of ``member_id``.

    """

    __schema__ = "api_organization_v1_Member"

    organization_id: str
    member_id: str
    email_address: str
    status: str
    name: str
    sso_registrations: list[SSORegistration]
    is_breakglass: bool
    member_password_id: str
    oauth_registrations: list[OAuthRegistration]
    email_address_verified: bool
    mfa_phone_number_verified: bool
    is_admin: bool
    totp_registration_id: str
    retired_email_addresses: list[RetiredEmail]
    is_locked: bool
    mfa_enrolled: bool
    mfa_phone_number: str
    default_mfa_method: str
    roles: list[MemberRole]
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    created_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None
    scim_registration: SCIMRegistration | None = None
    external_id: str | None = None
    lock_created_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a member to an organization, without an invitation.

    The address stays unverified until the member logs in.

    Args:
        organization_id: Or its slug or external id.
        create_member_as_pending: Keep the member ``pending`` until the first login; by default the member is ``active``
            at once.
        is_breakglass: Let the member log in around the organization's ``auth_methods`` and ``mfa_methods``.
        mfa_phone_number: In E.164 form.
        mfa_enrolled: Ask the member for a second factor even where ``mfa_policy`` is ``OPTIONAL``.
        roles: Ids of roles to assign. Everybody has ``stytch_member``; it cannot be assigned.
        external_id: The app's own id, unique in the organization; most calls take it in place of ``member_id``.
        authorization: Make the call as this member, who needs the permission to create members.

    Raises:
        BadRequestError: ``duplicate_member_email``, ``duplicate_member_external_id``,
            ``duplicate_member_phone_number``, ``action_not_allowed_email_domain_is_claimed``,
            ``cannot_assign_default_rbac_role_id``.
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/organizations/{organization_id}/members
    <https://stytch.com/docs/api-reference/b2b/api/members/create-member>`_
    """

    __schema__ = "api_organization_v1_organizations_members_CreateRequest"

    organization_id: str
    email_address: str
    name: str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    create_member_as_pending: bool | None = None
    is_breakglass: bool | None = None
    mfa_phone_number: str | None = None
    mfa_enrolled: bool | None = None
    roles: list[str] | None = None
    external_id: ExternalID | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new member and the organization."""

    __schema__ = "api_organization_v1_organizations_members_CreateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look a member up, by id or by address.

    Deleted members are not found.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id. Give this or ``email_address``.

    Raises:
        BadRequestError: ``invalid_member_get_fields`` (neither, or both).
        NotFoundError: ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/organizations/{organization_id}/member
    <https://stytch.com/docs/api-reference/b2b/api/members/get-member>`_
    """

    organization_id: str
    member_id: str | None = None
    email_address: str | None = None


@attrs.define(kw_only=True)
class GetResponse:
    """The member and the organization."""

    __schema__ = "api_organization_v1_organizations_members_GetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GithubProviderInfo:
    """TODO"""

    __schema__ = "api_organization_v1_GithubProviderInfo"

    provider_subject: str
    provider_tenant_ids: list[str]
    access_token: str = attrs.field(repr=False)
    scopes: list[str]


@attrs.define(kw_only=True)
class HubspotProviderInfo:
    """TODO"""

    __schema__ = "api_organization_v1_HubspotProviderInfo"

    provider_subject: str
    provider_tenant_id: str
    access_token: str = attrs.field(repr=False)
    access_token_expires_in: int
    scopes: list[str]
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class MemberConnectedApp:
    """TODO"""

    __schema__ = "api_organization_v1_MemberConnectedApp"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    scopes_granted: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class OIDCProviderInfo:
    """TODO"""

    __schema__ = "api_organization_v1_OIDCProviderInfo"

    provider_subject: str
    id_token: str = attrs.field(repr=False)
    access_token: str = attrs.field(repr=False)
    access_token_expires_in: int
    scopes: list[str]
    connection_id: str
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class SlackProviderInfo:
    """TODO"""

    __schema__ = "api_organization_v1_SlackProviderInfo"

    provider_subject: str
    provider_tenant_id: str
    access_token: str = attrs.field(repr=False)
    scopes: list[str]
    bot_access_token: str = attrs.field(repr=False)
    bot_scopes: list[str]


class DeliveryMethod(enum.StrEnum):
    """TODO"""

    __schema__ = "api_organization_v1_StartEmailUpdateRequestDeliveryMethod"

    EMAIL_MAGIC_LINK = "EMAIL_MAGIC_LINK"
    EMAIL_OTP = "EMAIL_OTP"


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /v1/b2b/organizations/{organization_id}/members/{member_id} <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_UpdateRequest"

    organization_id: str
    member_id: str
    name: str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    is_breakglass: bool | None = None
    mfa_phone_number: str | None = None
    mfa_enrolled: bool | None = None
    roles: list[str] | None = None
    preserve_existing_sessions: bool | None = None
    default_mfa_method: str | None = None
    email_address: str | None = None
    external_id: ExternalID | None = None
    unlink_email: bool | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_UpdateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id} <TODO>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_DeleteResponse"

    request_id: str
    member_id: str
    status_code: int


@attrs.define(kw_only=True)
class ReactivateRequest:
    """TODO

    Source: `PUT /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_ReactivateRequest"

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ReactivateResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_ReactivateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DeleteMFAPhoneNumberRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id} <TODO>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteMFAPhoneNumberResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_DeleteMFAPhoneNumberResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DeleteTOTPRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp <TODO>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteTOTPResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_DeleteTOTPResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class SearchRequest:
    """TODO

    Source: `POST /v1/b2b/organizations/members/search <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_SearchRequest"

    organization_ids: list[str]
    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchQuery | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_SearchResponse"

    request_id: str
    members: list[Member]
    results_metadata: ResultsMetadata
    organizations: dict[str, Any]
    status_code: int


@attrs.define(kw_only=True)
class DeletePasswordRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id} <TODO>`_
    """

    organization_id: str
    member_password_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeletePasswordResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_DeletePasswordResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class DangerouslyGetRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/members/dangerously_get/{member_id} <TODO>`_
    """

    member_id: str
    include_deleted: bool | None = None


@attrs.define(kw_only=True)
class OIDCProvidersRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers <TODO>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OIDCProvidersResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_OIDCProvidersResponse"

    request_id: str
    registrations: list[OIDCProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class UnlinkRetiredEmailRequest:
    """TODO

    Source: `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_UnlinkRetiredEmailRequest"

    organization_id: str
    member_id: str
    email_id: str | None = None
    email_address: str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class UnlinkRetiredEmailResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_UnlinkRetiredEmailResponse"

    request_id: str
    member_id: str
    organization_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class StartEmailUpdateRequest:
    """TODO

    Source: `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_StartEmailUpdateRequest"

    organization_id: str
    member_id: str
    email_address: str
    login_redirect_url: str | None = None
    locale: Locale | str | None = None
    login_template_id: str | None = None
    delivery_method: DeliveryMethod | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class StartEmailUpdateResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_StartEmailUpdateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class GetConnectedAppsRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps <TODO>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectedAppsResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_GetConnectedAppsResponse"

    request_id: str
    connected_apps: list[MemberConnectedApp]
    status_code: int


@attrs.define(kw_only=True)
class DeleteExternalIdRequest:
    """TODO

    Source: `DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id <TODO>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteExternalIdResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_DeleteExternalIdResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class OauthProvidersGoogleRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google <TODO>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OauthProvidersGoogleResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_GoogleResponse"

    request_id: str
    provider_type: str
    provider_subject: str
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    status_code: int
    access_token: str | None = attrs.field(default=None, repr=False)
    access_token_expires_in: int | None = None
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OauthProvidersMicrosoftRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft <TODO>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OauthProvidersMicrosoftResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_MicrosoftResponse"

    request_id: str
    provider_type: str
    provider_subject: str
    access_token: str = attrs.field(repr=False)
    access_token_expires_in: int
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    status_code: int
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OauthProvidersSlackRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack <TODO>`_
    """

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class OauthProvidersSlackResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_SlackResponse"

    request_id: str
    provider_type: str
    registrations: list[SlackProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class OauthProvidersHubspotRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot <TODO>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OauthProvidersHubspotResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_HubspotResponse"

    request_id: str
    provider_type: str
    registrations: list[HubspotProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class OauthProvidersGithubRequest:
    """TODO

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github <TODO>`_
    """

    organization_id: str
    member_id: str
    include_refresh_token: bool | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class OauthProvidersGithubResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_oauth_providers_GithubResponse"

    request_id: str
    provider_type: str
    registrations: list[GithubProviderInfo]
    status_code: int


@attrs.define(kw_only=True)
class ConnectedAppsRevokeRequest:
    """TODO

    Source: `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke <TODO>`_
    """

    __schema__ = "api_organization_v1_organizations_members_connected_apps_RevokeRequest"

    organization_id: str
    member_id: str
    connected_app_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectedAppsRevokeResponse:
    """TODO"""

    __schema__ = "api_organization_v1_organizations_members_connected_apps_RevokeResponse"

    request_id: str
    status_code: int
