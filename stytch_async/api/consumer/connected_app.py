"""TODO"""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import connected_app as schemas


class ClientsSecrets(Resource):
    """TODO"""

    rotate_start: Final = endpoint(
        "POST",
        "/v1/connected_apps/clients/{client_id}/secrets/rotate/start",
        schemas.ClientsSecretsRotateStartRequest,
        schemas.ClientsSecretsRotateStartResponse,
        ONCE,
    )
    rotate_cancel: Final = endpoint(
        "POST",
        "/v1/connected_apps/clients/{client_id}/secrets/rotate/cancel",
        schemas.ClientsSecretsRotateCancelRequest,
        schemas.ClientsSecretsRotateCancelResponse,
        ONCE,
    )
    rotate: Final = endpoint(
        "POST",
        "/v1/connected_apps/clients/{client_id}/secrets/rotate",
        schemas.ClientsSecretsRotateRequest,
        schemas.ClientsSecretsRotateResponse,
        ONCE,
    )


class Clients(Resource):
    """TODO"""

    secrets: ClientsSecrets

    get: Final = endpoint(
        "GET", "/v1/connected_apps/clients/{client_id}", schemas.ClientsGetRequest, schemas.ClientsGetResponse, SAFE
    )
    update: Final = endpoint(
        "PUT",
        "/v1/connected_apps/clients/{client_id}",
        schemas.ClientsUpdateRequest,
        schemas.ClientsUpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/v1/connected_apps/clients/{client_id}",
        schemas.ClientsDeleteRequest,
        schemas.ClientsDeleteResponse,
        IDEMPOTENT,
    )
    search: Final = endpoint(
        "POST", "/v1/connected_apps/clients/search", schemas.ClientsSearchRequest, schemas.ClientsSearchResponse, SAFE
    )
    create: Final = endpoint(
        "POST", "/v1/connected_apps/clients", schemas.ClientsCreateRequest, schemas.ClientsCreateResponse, ONCE
    )


class ConnectedApp(Resource):
    """TODO"""

    clients: Clients
