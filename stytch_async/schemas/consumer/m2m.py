"""TODO"""

import enum
from typing import Any

import attrs

from stytch_async.schemas.markers import Metadata, PageLimit
from stytch_async.schemas.shared import SearchOperator

__all__ = [
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
    "M2MClient",
    "M2MClientWithClientSecret",
    "M2MClientWithNextClientSecret",
    "M2MSearchQuery",
    "ResultsMetadata",
    "Status",
]


@attrs.define(kw_only=True)
class M2MClient:
    """TODO"""

    __schema__ = "api_m2m_v1_M2MClient"

    client_id: str
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    client_secret_last_four: str
    trusted_metadata: dict[str, Any] | None = None
    next_client_secret_last_four: str | None = None


@attrs.define(kw_only=True)
class M2MClientWithClientSecret:
    """TODO"""

    __schema__ = "api_m2m_v1_M2MClientWithClientSecret"

    client_id: str
    client_secret: str = attrs.field(repr=False)
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    client_secret_last_four: str
    trusted_metadata: dict[str, Any] | None = None
    next_client_secret_last_four: str | None = None


@attrs.define(kw_only=True)
class M2MClientWithNextClientSecret:
    """TODO"""

    __schema__ = "api_m2m_v1_M2MClientWithNextClientSecret"

    client_id: str
    next_client_secret: str = attrs.field(repr=False)
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    client_secret_last_four: str
    trusted_metadata: dict[str, Any] | None = None
    next_client_secret_last_four: str | None = None


@attrs.define(kw_only=True)
class M2MSearchQuery:
    """TODO"""

    __schema__ = "api_m2m_v1_M2MSearchQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


@attrs.define(kw_only=True)
class ResultsMetadata:
    """TODO"""

    __schema__ = "api_m2m_v1_ResultsMetadata"

    total: int
    next_cursor: str | None = None


class Status(enum.StrEnum):
    """TODO"""

    __schema__ = "api_m2m_v1_UpdateRequestStatus"

    ACTIVE = "active"
    INACTIVE = "inactive"


@attrs.define(kw_only=True)
class ClientsGetRequest:
    """TODO

    Source: `GET /v1/m2m/clients/{client_id} <TODO>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsGetResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_GetResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int


@attrs.define(kw_only=True)
class ClientsUpdateRequest:
    """TODO

    Source: `PUT /v1/m2m/clients/{client_id} <TODO>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_UpdateRequest"

    client_id: str
    client_name: str | None = None
    client_description: str | None = None
    status: Status | str | None = None
    scopes: list[str] | None = None
    trusted_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class ClientsUpdateResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_UpdateResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int


@attrs.define(kw_only=True)
class ClientsDeleteRequest:
    """TODO

    Source: `DELETE /v1/m2m/clients/{client_id} <TODO>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsDeleteResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_DeleteResponse"

    request_id: str
    client_id: str
    status_code: int


@attrs.define(kw_only=True)
class ClientsSearchRequest:
    """TODO

    Source: `POST /v1/m2m/clients/search <TODO>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: M2MSearchQuery | None = None


@attrs.define(kw_only=True)
class ClientsSearchResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_SearchResponse"

    request_id: str
    m2m_clients: list[M2MClient]
    results_metadata: ResultsMetadata
    status_code: int


@attrs.define(kw_only=True)
class ClientsCreateRequest:
    """TODO

    Source: `POST /v1/m2m/clients <TODO>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_CreateRequest"

    scopes: list[str]
    client_id: str | None = None
    client_secret: str | None = attrs.field(default=None, repr=False)
    client_name: str | None = None
    client_description: str | None = None
    trusted_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class ClientsCreateResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_CreateResponse"

    request_id: str
    m2m_client: M2MClientWithClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartRequest:
    """TODO

    Source: `POST /v1/m2m/clients/{client_id}/secrets/rotate/start <TODO>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateStartRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateStartResponse"

    request_id: str
    m2m_client: M2MClientWithNextClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelRequest:
    """TODO

    Source: `POST /v1/m2m/clients/{client_id}/secrets/rotate/cancel <TODO>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateCancelRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateCancelResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateRequest:
    """TODO

    Source: `POST /v1/m2m/clients/{client_id}/secrets/rotate <TODO>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateResponse:
    """TODO"""

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int
