"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import crypto_wallets as schemas


class CryptoWallets(Resource):
    """TODO"""

    authenticate_start: Final = endpoint(
        "POST",
        "/v1/crypto_wallets/authenticate/start",
        schemas.AuthenticateStartRequest,
        schemas.AuthenticateStartResponse,
        ONCE,
    )
    authenticate: Final = endpoint(
        "POST", "/v1/crypto_wallets/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
