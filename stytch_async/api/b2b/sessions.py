"""Sessions of members."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.b2b.sessions import (
    AuthenticateRequest,
    AuthenticateResponse,
    GetRequest,
    GetResponse,
    RevokeRequest,
    RevokeResponse,
)

__all__ = ["Sessions"]


class Sessions(Resource):
    """List, check and end the sessions of members."""

    get: Final = endpoint("GET", "/v1/b2b/sessions", GetRequest, GetResponse, SAFE)
    # Sent twice, it sets the same expiry (now plus minutes) and merges the same claims again: no harm in a repeat.
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/sessions/authenticate", AuthenticateRequest, AuthenticateResponse, SAFE
    )
    revoke: Final = endpoint("POST", "/v1/b2b/sessions/revoke", RevokeRequest, RevokeResponse, IDEMPOTENT)
