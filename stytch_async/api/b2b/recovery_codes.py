"""Recovery codes of members."""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import recovery_codes as schemas

__all__ = ["RecoveryCodes"]


class RecoveryCodes(Resource):
    """Log members in who have lost their authenticator app."""

    recover: Final = endpoint(
        "POST", "/v1/b2b/recovery_codes/recover", schemas.RecoverRequest, schemas.RecoverResponse, ONCE
    )
    get: Final = endpoint(
        "GET", "/v1/b2b/recovery_codes/{organization_id}/{member_id}", schemas.GetRequest, schemas.GetResponse, SAFE
    )
    rotate: Final = endpoint(
        "POST", "/v1/b2b/recovery_codes/rotate", schemas.RotateRequest, schemas.RotateResponse, ONCE
    )
