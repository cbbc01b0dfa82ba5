"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import totps as schemas


class Totps(Resource):
    """TODO"""

    create: Final = endpoint("POST", "/v1/totps", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/totps/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
    recovery_codes: Final = endpoint(
        "POST", "/v1/totps/recovery_codes", schemas.RecoveryCodesRequest, schemas.RecoveryCodesResponse, ONCE
    )
    recover: Final = endpoint("POST", "/v1/totps/recover", schemas.RecoverRequest, schemas.RecoverResponse, ONCE)
