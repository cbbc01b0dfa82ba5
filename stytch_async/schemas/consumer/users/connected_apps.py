"""The Connected Apps of users."""

import attrs

__all__ = ["ConnectedAppsRequest", "ConnectedAppsResponse", "RevokeRequest", "RevokeResponse", "UserConnectedApp"]


@attrs.define(kw_only=True)
class UserConnectedApp:
    """A Connected App that a user has authorized.

    Attributes:
        client_type: ``first_party``, ``first_party_public``, ``third_party`` or ``third_party_public``.
        scopes_granted: What the last authorization granted, separated by spaces.

    """

    __schema__ = "api_user_v1_UserConnectedApp"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    scopes_granted: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppsRequest:
    """List the Connected Apps that a user has authorized.

    An app is listed until its access is revoked.

    Args:
        user_id: Or the user's external id.

    Raises:
        NotFoundError: ``user_not_found``.

    Source: `GET /v1/users/{user_id}/connected_apps
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/consent-management/get-connected-apps-user>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class ConnectedAppsResponse:
    """The apps that have access."""

    __schema__ = "api_user_v1_ConnectedAppsResponse"

    request_id: str
    connected_apps: list[UserConnectedApp]
    status_code: int


@attrs.define(kw_only=True)
class RevokeRequest:
    """End a Connected App's access to a user.

    All tokens that the app has for this user stop working. It gets new ones only when the user authorizes it again.

    Args:
        user_id: Or the user's external id.

    Raises:
        NotFoundError: ``user_not_found``, ``connected_app_not_found``.

    Source: `POST /v1/users/{user_id}/connected_apps/{connected_app_id}/revoke
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/consent-management/revoke-connected-app-access>`_
    """

    __schema__ = "api_user_v1_RevokeRequest"

    user_id: str
    connected_app_id: str


@attrs.define(kw_only=True)
class RevokeResponse:
    """The access is over."""

    __schema__ = "api_user_v1_RevokeResponse"

    request_id: str
    status_code: int
