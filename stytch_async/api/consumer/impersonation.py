"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import impersonation as schemas


class Impersonation(Resource):
    """TODO"""

    authenticate: Final = endpoint(
        "POST", "/v1/impersonation/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
