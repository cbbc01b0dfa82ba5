"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import impersonation as schemas


class Impersonation(Resource):
    """TODO"""

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/impersonation/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
