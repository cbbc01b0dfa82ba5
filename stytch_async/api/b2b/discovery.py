"""Discovery: log in first, choose the organization second."""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import discovery as schemas

__all__ = ["Discovery", "IntermediateSessions", "Organizations"]


class IntermediateSessions(Resource):
    """Use a login that is bound to no organization yet."""

    exchange: Final = endpoint(
        "POST",
        "/v1/b2b/discovery/intermediate_sessions/exchange",
        schemas.IntermediateSessionsExchangeRequest,
        schemas.IntermediateSessionsExchangeResponse,
        ONCE,
    )


class Organizations(Resource):
    """List the organizations that a person may log in to, or found one."""

    create: Final = endpoint(
        "POST",
        "/v1/b2b/discovery/organizations/create",
        schemas.OrganizationsCreateRequest,
        schemas.OrganizationsCreateResponse,
        ONCE,
    )
    list: Final = endpoint(
        "POST",
        "/v1/b2b/discovery/organizations",
        schemas.OrganizationsListRequest,
        schemas.OrganizationsListResponse,
        SAFE,
    )


class Discovery(Resource):
    """Find the organizations of a person, and log in to one."""

    intermediate_sessions: IntermediateSessions
    organizations: Organizations
