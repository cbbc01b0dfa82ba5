"""TODO"""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import m2m as schemas


class ClientsSecrets(Resource):
    """TODO"""

    rotate_start: Final = endpoint(
        "POST",
        "/v1/m2m/clients/{client_id}/secrets/rotate/start",
        schemas.ClientsSecretsRotateStartRequest,
        schemas.ClientsSecretsRotateStartResponse,
        ONCE,
    )
    rotate_cancel: Final = endpoint(
        "POST",
        "/v1/m2m/clients/{client_id}/secrets/rotate/cancel",
        schemas.ClientsSecretsRotateCancelRequest,
        schemas.ClientsSecretsRotateCancelResponse,
        ONCE,
    )
    rotate: Final = endpoint(
        "POST",
        "/v1/m2m/clients/{client_id}/secrets/rotate",
        schemas.ClientsSecretsRotateRequest,
        schemas.ClientsSecretsRotateResponse,
        ONCE,
    )


class Clients(Resource):
    """TODO"""

    secrets: ClientsSecrets

    get: Final = endpoint(
        "GET", "/v1/m2m/clients/{client_id}", schemas.ClientsGetRequest, schemas.ClientsGetResponse, SAFE
    )
    update: Final = endpoint(
        "PUT", "/v1/m2m/clients/{client_id}", schemas.ClientsUpdateRequest, schemas.ClientsUpdateResponse, IDEMPOTENT
    )
    delete: Final = endpoint(
        "DELETE", "/v1/m2m/clients/{client_id}", schemas.ClientsDeleteRequest, schemas.ClientsDeleteResponse, IDEMPOTENT
    )
    search: Final = endpoint(
        "POST", "/v1/m2m/clients/search", schemas.ClientsSearchRequest, schemas.ClientsSearchResponse, SAFE
    )
    create: Final = endpoint(
        "POST", "/v1/m2m/clients", schemas.ClientsCreateRequest, schemas.ClientsCreateResponse, ONCE
    )


class M2m(Resource):
    """TODO"""

    clients: Clients
