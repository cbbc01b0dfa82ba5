"""TODO"""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import scim as schemas


class Connection(Resource):
    """TODO"""

    update: Final = endpoint(
        "PUT",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        schemas.ConnectionUpdateRequest,
        schemas.ConnectionUpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        schemas.ConnectionDeleteRequest,
        schemas.ConnectionDeleteResponse,
        IDEMPOTENT,
    )
    get_groups: Final = endpoint(
        "GET",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        schemas.ConnectionGetGroupsRequest,
        schemas.ConnectionGetGroupsResponse,
        SAFE,
    )
    rotate_start: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start",
        schemas.ConnectionRotateStartRequest,
        schemas.ConnectionRotateStartResponse,
        ONCE,
    )
    rotate_complete: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete",
        schemas.ConnectionRotateCompleteRequest,
        schemas.ConnectionRotateCompleteResponse,
        ONCE,
    )
    rotate_cancel: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel",
        schemas.ConnectionRotateCancelRequest,
        schemas.ConnectionRotateCancelResponse,
        ONCE,
    )
    create: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection",
        schemas.ConnectionCreateRequest,
        schemas.ConnectionCreateResponse,
        ONCE,
    )
    get: Final = endpoint(
        "GET",
        "/v1/b2b/scim/{organization_id}/connection",
        schemas.ConnectionGetRequest,
        schemas.ConnectionGetResponse,
        SAFE,
    )


class Scim(Resource):
    """TODO"""

    connection: Connection
