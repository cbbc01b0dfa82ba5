"""TODO"""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.consumer import rbac as schemas


class Rbac(Resource):
    """TODO"""

    policy: Final = endpoint("GET", "/v1/rbac/policy", schemas.PolicyRequest, schemas.PolicyResponse, SAFE)
