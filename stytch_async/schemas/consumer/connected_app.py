"""TODO"""

import enum

import attrs

from stytch_async.schemas.markers import PageLimit

__all__ = [
    "ClientType",
    "ClientsCreateRequest",
    "ClientsCreateResponse",
    "ClientsDeleteRequest",
    "ClientsDeleteResponse",
    "ClientsGetRequest",
    "ClientsGetResponse",
    "ClientsSearchRequest",
    "ClientsSearchResponse",
    "ClientsSecretsRotateCancelRequest",
    "ClientsSecretsRotateCancelResponse",
    "ClientsSecretsRotateRequest",
    "ClientsSecretsRotateResponse",
    "ClientsSecretsRotateStartRequest",
    "ClientsSecretsRotateStartResponse",
    "ClientsUpdateRequest",
    "ClientsUpdateResponse",
    "ConnectedApp",
    "ConnectedAppPublic",
    "ConnectedAppWithClientSecret",
    "ConnectedAppWithNextClientSecret",
    "ResultsMetadata",
]


@attrs.define(kw_only=True)
class ConnectedApp:
    """TODO"""

    __schema__ = "api_connectedapps_v1_ConnectedApp"

    client_id: str
    client_name: str
    client_description: str
    status: str
    full_access_allowed: bool
    client_type: str
    redirect_urls: list[str]
    access_token_expiry_minutes: int
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    bypass_consent_for_offline_access: bool
    creation_method: str
    client_secret_last_four: str | None = None
    next_client_secret_last_four: str | None = None
    access_token_custom_audience: str | None = None
    logo_url: str | None = None
    client_id_metadata_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppPublic:
    """TODO"""

    __schema__ = "api_connectedapps_v1_ConnectedAppPublic"

    client_id: str
    client_name: str
    client_description: str
    client_type: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppWithClientSecret:
    """TODO"""

    __schema__ = "api_connectedapps_v1_ConnectedAppWithClientSecret"

    client_id: str
    client_name: str
    client_description: str
    status: str
    full_access_allowed: bool
    client_type: str
    redirect_urls: list[str]
    access_token_expiry_minutes: int
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    bypass_consent_for_offline_access: bool
    client_secret_last_four: str | None = None
    next_client_secret_last_four: str | None = None
    client_secret: str | None = attrs.field(default=None, repr=False)
    access_token_custom_audience: str | None = None
    logo_url: str | None = None
    client_id_metadata_url: str | None = None


@attrs.define(kw_only=True)
class ConnectedAppWithNextClientSecret:
    """TODO"""

    __schema__ = "api_connectedapps_v1_ConnectedAppWithNextClientSecret"

    client_id: str
    client_name: str
    client_description: str
    status: str
    client_secret_last_four: str
    full_access_allowed: bool
    client_type: str
    redirect_urls: list[str]
    next_client_secret: str = attrs.field(repr=False)
    access_token_expiry_minutes: int
    access_token_template_content: str
    post_logout_redirect_urls: list[str]
    bypass_consent_for_offline_access: bool
    next_client_secret_last_four: str | None = None
    access_token_custom_audience: str | None = None
    logo_url: str | None = None
    client_id_metadata_url: str | None = None


class ClientType(enum.StrEnum):
    """TODO"""

    __schema__ = "api_connectedapps_v1_CreateRequestClientType"

    FIRST_PARTY = "first_party"
    FIRST_PARTY_PUBLIC = "first_party_public"
    THIRD_PARTY = "third_party"
    THIRD_PARTY_PUBLIC = "third_party_public"


@attrs.define(kw_only=True)
class ResultsMetadata:
    """TODO"""

    __schema__ = "api_connectedapps_v1_ResultsMetadata"

    total: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class ClientsGetRequest:
    """TODO

    Source: `GET /v1/connected_apps/clients/{client_id} <TODO>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsGetResponse:
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_GetResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int


@attrs.define(kw_only=True)
class ClientsUpdateRequest:
    """TODO

    Source: `PUT /v1/connected_apps/clients/{client_id} <TODO>`_
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
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_UpdateResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int


@attrs.define(kw_only=True)
class ClientsDeleteRequest:
    """TODO

    Source: `DELETE /v1/connected_apps/clients/{client_id} <TODO>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsDeleteResponse:
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_DeleteResponse"

    request_id: str
    client_id: str
    status_code: int


@attrs.define(kw_only=True)
class ClientsSearchRequest:
    """TODO

    Source: `POST /v1/connected_apps/clients/search <TODO>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None


@attrs.define(kw_only=True)
class ClientsSearchResponse:
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_SearchResponse"

    request_id: str
    connected_apps: list[ConnectedApp]
    results_metadata: ResultsMetadata
    status_code: int


@attrs.define(kw_only=True)
class ClientsCreateRequest:
    """TODO

    Source: `POST /v1/connected_apps/clients <TODO>`_
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
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_CreateResponse"

    request_id: str
    connected_app: ConnectedAppWithClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartRequest:
    """TODO

    Source: `POST /v1/connected_apps/clients/{client_id}/secrets/rotate/start <TODO>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateStartRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartResponse:
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateStartResponse"

    request_id: str
    connected_app: ConnectedAppWithNextClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelRequest:
    """TODO

    Source: `POST /v1/connected_apps/clients/{client_id}/secrets/rotate/cancel <TODO>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateCancelRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelResponse:
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateCancelResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateRequest:
    """TODO

    Source: `POST /v1/connected_apps/clients/{client_id}/secrets/rotate <TODO>`_
    """

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateResponse:
    """TODO"""

    __schema__ = "api_connectedapps_v1_connected_apps_clients_secrets_RotateResponse"

    request_id: str
    connected_app: ConnectedApp
    status_code: int
