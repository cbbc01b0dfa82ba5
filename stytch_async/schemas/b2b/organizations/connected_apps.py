"""The Connected Apps of organizations."""

import attrs

from stytch_async.schemas.shared import Authorization

__all__ = [
    "ConnectedAppsRequest",
    "ConnectedAppsResponse",
    "GetConnectedAppRequest",
    "GetConnectedAppResponse",
    "OrganizationConnectedApp",
    "OrganizationConnectedAppActiveMember",
]


@attrs.define(kw_only=True)
class OrganizationConnectedApp:
    """A Connected App that members of an organization have installed.

    Attributes:
        client_type: ``first_party``, ``first_party_public``, ``third_party`` or ``third_party_public``.

    """

    __schema__ = "api_organization_v1_OrganizationConnectedApp"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class OrganizationConnectedAppActiveMember:
    """A member who has installed a Connected App.

    Attributes:
        granted_scopes: What the last authorization granted.

    """

    __schema__ = "api_organization_v1_OrganizationConnectedAppActiveMember"

    member_id: str
    granted_scopes: list[str]


@attrs.define(kw_only=True)
class ConnectedAppsRequest:
    """List the Connected Apps that members of an organization have installed.

    An app is installed when a member has authorized it, until that is revoked. It may also be uninstalled when the
    organization changes ``first_party_connected_apps_allowed_type`` or ``third_party_connected_apps_allowed_type``.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to see Connected Apps.

    Raises:
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/organizations/{organization_id}/connected_apps
    <https://stytch.com/docs/api-reference/b2b/api/connected-apps/consent-management/get-connected-apps-organization>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ConnectedAppsResponse:
    """The apps that are installed."""

    __schema__ = "api_organization_v1_ConnectedAppsResponse"

    request_id: str
    connected_apps: list[OrganizationConnectedApp]
    status_code: int


@attrs.define(kw_only=True)
class GetConnectedAppRequest:
    """Look up a Connected App, and the members who have installed it.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to see Connected Apps.

    Raises:
        NotFoundError: ``connected_app_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}
    <https://stytch.com/docs/api-reference/b2b/api/connected-apps/consent-management/get-connected-app-details>`_
    """

    organization_id: str
    connected_app_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectedAppResponse:
    """The app and its members; the fields mean what they do in `OrganizationConnectedApp`."""

    __schema__ = "api_organization_v1_GetConnectedAppResponse"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    active_members: list[OrganizationConnectedAppActiveMember]
    status_code: int
    logo_url: str | None = None
