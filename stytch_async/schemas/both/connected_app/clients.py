"""Management of Connected Apps."""

import attrs

from stytch_async.schemas.both.connected_app.apps import ClientType, ConnectedApp, ConnectedAppWithClientSecret
from stytch_async.schemas.markers import PageLimit
from stytch_async.schemas.shared import ResultsMetadata

__all__ = [
    "ClientsCreateRequest",
    "ClientsCreateResponse",
    "ClientsDeleteRequest",
    "ClientsDeleteResponse",
    "ClientsGetRequest",
    "ClientsGetResponse",
    "ClientsSearchRequest",
    "ClientsSearchResponse",
    "ClientsUpdateRequest",
    "ClientsUpdateResponse",
]


@attrs.define(kw_only=True)
class ClientsGetRequest:
    """Look a Connected App up.

    Raises:
        NotFoundError: ``connected_app_not_found``.

    Source: `GET /v1/connected_apps/clients/{client_id}
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/application-management/get-connected-app>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsGetResponse:
    """The app."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_GetResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int


@attrs.define(kw_only=True)
class ClientsUpdateRequest:
    """Change a Connected App; what is left out stays as it is.

    Its type, id and secrets cannot be changed here.

    Args:
        redirect_urls: Where the app may send users back to.
        full_access_allowed: Let its access token be exchanged for a session. First-party apps only.
        access_token_expiry_minutes: How long an access token lasts; 60 by default.
        access_token_custom_audience: Stands in the ``aud`` claim next to the project id.
        access_token_template_content: A JSON template of claims to add to access tokens.
        post_logout_redirect_urls: Where the app may send users after they log out.
        logo_url: A picture for the consent page.
        bypass_consent_for_offline_access: Hand out refresh tokens without asking the user. First-party apps only.

    Raises:
        BadRequestError: ``connected_app_invalid_redirect_url``,
            ``connected_app_redirect_url_*``, ``idp_invalid_access_token_expiry_minutes``,
            ``idp_invalid_access_token_jwt_template``,
            ``idp_invalid_access_token_custom_audience``, ``third_party_clients_cannot_use_full_access``,
            ``third_party_clients_require_consent_for_offline_access``.
        NotFoundError: ``connected_app_not_found``.

    Source: `PUT /v1/connected_apps/clients/{client_id}
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/application-management/update-connected-app>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_UpdateRequest"

    client_id: str
    client_name: str | None = None
    client_description: str | None = None
    redirect_urls: list[str] | None = None
    full_access_allowed: bool | None = None
    access_token_expiry_minutes: int | None = None
    access_token_custom_audience: str | None = None
    access_token_template_content: str | None = None
    post_logout_redirect_urls: list[str] | None = None
    logo_url: str | None = None
    bypass_consent_for_offline_access: bool | None = None


@attrs.define(kw_only=True)
class ClientsUpdateResponse:
    """The app after the change."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_UpdateResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int


@attrs.define(kw_only=True)
class ClientsDeleteRequest:
    """Delete a Connected App.

    Raises:
        NotFoundError: ``connected_app_not_found``, also the second time.

    Source: `DELETE /v1/connected_apps/clients/{client_id}
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/application-management/delete-connected-app>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsDeleteResponse:
    """Which app is gone."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_DeleteResponse"

    request_id: str
    client_id: str
    status_code: int


@attrs.define(kw_only=True)
class ClientsSearchRequest:
    """List the Connected Apps, a page at a time; there are no filters.

    Args:
        cursor: ``next_cursor`` of the page before.
        limit: Results on a page, at most 1000; 100 by default.

    Source: `POST /v1/connected_apps/clients/search
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/application-management/search-connected-apps>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None


@attrs.define(kw_only=True)
class ClientsSearchResponse:
    """One page of apps."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_SearchResponse"

    request_id: str
    connected_apps: list[ConnectedApp]
    results_metadata: ResultsMetadata
    status_code: int


@attrs.define(kw_only=True)
class ClientsCreateRequest:
    """Add a Connected App.

    An app of a type that is not public gets a secret; the answer is the only one that ever shows it.

    Args:
        redirect_urls: Where the app may send users back to.
        full_access_allowed: Let its access token be exchanged for a session. First-party apps only.
        access_token_expiry_minutes: How long an access token lasts; 60 by default.
        access_token_custom_audience: Stands in the ``aud`` claim next to the project id.
        access_token_template_content: A JSON template of claims to add to access tokens.
        post_logout_redirect_urls: Where the app may send users after they log out.
        logo_url: A picture for the consent page.
        bypass_consent_for_offline_access: Hand out refresh tokens without asking the user. First-party apps only.

    Raises:
        BadRequestError: ``invalid_connected_app_type``, ``connected_app_invalid_redirect_url``,
            ``connected_app_redirect_url_*``, ``idp_invalid_access_token_expiry_minutes``,
            ``idp_invalid_access_token_jwt_template``,
            ``idp_invalid_access_token_custom_audience``, ``third_party_clients_cannot_use_full_access``,
            ``third_party_clients_require_consent_for_offline_access``, ``too_many_connected_apps``.

    Source: `POST /v1/connected_apps/clients
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/application-management/create-connected-app>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_CreateRequest"

    client_type: ClientType | str
    client_name: str | None = None
    client_description: str | None = None
    redirect_urls: list[str] | None = None
    full_access_allowed: bool | None = None
    access_token_expiry_minutes: int | None = None
    access_token_custom_audience: str | None = None
    access_token_template_content: str | None = None
    post_logout_redirect_urls: list[str] | None = None
    logo_url: str | None = None
    bypass_consent_for_offline_access: bool | None = None


@attrs.define(kw_only=True)
class ClientsCreateResponse:
    """The new app, with its secret if it has one."""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_CreateResponse"

    request_id: str
    connected_app: ConnectedAppWithClientSecret
    status_code: int
