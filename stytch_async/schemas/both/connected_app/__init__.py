"""Connected Apps."""

from stytch_async.schemas.both.connected_app.apps import (
    ClientType,
    ConnectedApp,
    ConnectedAppPublic,
    ConnectedAppWithClientSecret,
    ConnectedAppWithNextClientSecret,
)
from stytch_async.schemas.both.connected_app.clients import (
    ClientsCreateRequest,
    ClientsCreateResponse,
    ClientsDeleteRequest,
    ClientsDeleteResponse,
    ClientsGetRequest,
    ClientsGetResponse,
    ClientsSearchRequest,
    ClientsSearchResponse,
    ClientsUpdateRequest,
    ClientsUpdateResponse,
)
from stytch_async.schemas.both.connected_app.secrets import (
    ClientsSecretsRotateCancelRequest,
    ClientsSecretsRotateCancelResponse,
    ClientsSecretsRotateRequest,
    ClientsSecretsRotateResponse,
    ClientsSecretsRotateStartRequest,
    ClientsSecretsRotateStartResponse,
)

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
]
