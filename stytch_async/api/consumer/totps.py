"""Authenticator apps of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import totps as schemas

__all__ = ["TOTPs"]


class TOTPs(Resource):
    """Log in with the codes of an authenticator app (TOTP), and with its recovery codes."""

    create: Final = endpoint("POST", "/v1/totps", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/totps/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
    # It only reads: the codes stay the same until one is used.
    recovery_codes: Final = endpoint(
        "POST", "/v1/totps/recovery_codes", schemas.RecoveryCodesRequest, schemas.RecoveryCodesResponse, SAFE
    )
    recover: Final = endpoint("POST", "/v1/totps/recover", schemas.RecoverRequest, schemas.RecoverResponse, ONCE)
