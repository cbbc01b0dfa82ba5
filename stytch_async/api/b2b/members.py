"""Members of organizations."""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b.members import CreateRequest, CreateResponse, GetRequest, GetResponse

__all__ = ["Members"]


class Members(Resource):
    """Create and read the members of an organization."""

    create: Final = endpoint(
        "POST", "/v1/b2b/organizations/{organization_id}/members", CreateRequest, CreateResponse, ONCE
    )
    get: Final = endpoint("GET", "/v1/b2b/organizations/{organization_id}/member", GetRequest, GetResponse, SAFE)
