"""Organizations."""

from typing import Final

from stytch_async.api.b2b.members import Members
from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b.organizations import CreateRequest, CreateResponse, GetRequest, GetResponse

__all__ = ["Organizations"]


class Organizations(Resource):
    """Create and read organizations, and manage their members."""

    members: Members

    create: Final = endpoint("POST", "/v1/b2b/organizations", CreateRequest, CreateResponse, ONCE)
    get: Final = endpoint("GET", "/v1/b2b/organizations/{organization_id}", GetRequest, GetResponse, SAFE)
