"""Crypto wallets of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import crypto_wallets as schemas

__all__ = ["CryptoWallets"]


class CryptoWallets(Resource):
    """Log in by signing a challenge with a crypto wallet."""

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
