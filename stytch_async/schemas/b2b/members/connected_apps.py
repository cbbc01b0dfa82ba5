"""The Connected Apps of members."""

import attrs

from stytch_async.schemas.shared import Authorization

__all__ = [
    "ConnectedAppsRevokeRequest",
    "ConnectedAppsRevokeResponse",
    "GetConnectedAppsRequest",
    "GetConnectedAppsResponse",
    "MemberConnectedApp",
]


@attrs.define(kw_only=True)
class MemberConnectedApp:
    """A Connected App that a member has authorized.

    Attributes:
        client_type: ``first_party``, ``first_party_public``, ``third_party`` or ``third_party_public``.
        scopes_granted: What the last authorization granted, separated by spaces.

    """

    __schema__ = "api_organization_v1_MemberConnectedApp"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    scopes_granted: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class GetConnectedAppsRequest:
    """List the Connected Apps that a member has authorized.

    An app is listed until its access is revoked, by the member or because the organization no longer allows it.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        authorization: Make the call as this member, who needs the permission to see Connected Apps.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps
    <https://stytch.com/docs/api-reference/b2b/api/connected-apps/consent-management/get-connected-apps-member>`_
    """

    organization_id: str
    member_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectedAppsResponse:
    """The apps that have access."""

    __schema__ = "api_organization_v1_organizations_members_GetConnectedAppsResponse"

    request_id: str
    connected_apps: list[MemberConnectedApp]
    status_code: int


@attrs.define(kw_only=True)
class ConnectedAppsRevokeRequest:
    """End a Connected App's access to a member.

    All tokens that the app has for this member stop working. It gets new ones only when the member authorizes it again.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        authorization: Make the call as this member, who needs the permission to revoke Connected Apps.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``, ``connected_app_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke
    <https://stytch.com/docs/api-reference/b2b/api/connected-apps/consent-management/revoke-connected-app-access-to-member>`_
    """

    __schema__ = "api_organization_v1_organizations_members_connected_apps_RevokeRequest"

    organization_id: str
    member_id: str
    connected_app_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectedAppsRevokeResponse:
    """The access is over."""

    __schema__ = "api_organization_v1_organizations_members_connected_apps_RevokeResponse"

    request_id: str
    status_code: int
