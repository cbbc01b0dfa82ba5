"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import discovery as schemas


class IntermediateSessions(Resource):
    """TODO"""

    exchange: Final = endpoint(
        "POST",
        "/v1/b2b/discovery/intermediate_sessions/exchange",
        schemas.IntermediateSessionsExchangeRequest,
        schemas.IntermediateSessionsExchangeResponse,
        ONCE,
    )


class Organizations(Resource):
    """TODO"""

    create: Final = endpoint(
        "POST",
        "/v1/b2b/discovery/organizations/create",
        schemas.OrganizationsCreateRequest,
        schemas.OrganizationsCreateResponse,
        ONCE,
    )
    list: Final = endpoint(
        "POST", "/v1/b2b/discovery/organizations", schemas.OrganizationsListRequest, schemas.ListResponse, SAFE
    )


class Discovery(Resource):
    """TODO"""

    intermediate_sessions: IntermediateSessions
    organizations: Organizations
