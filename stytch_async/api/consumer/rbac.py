"""The role-based access policy of Consumer projects."""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.consumer import rbac as schemas

__all__ = ["RBAC"]


class RBAC(Resource):
    """Read which roles and scopes permit what."""

    policy: Final = endpoint("GET", "/v1/rbac/policy", schemas.PolicyRequest, schemas.PolicyResponse, SAFE)
