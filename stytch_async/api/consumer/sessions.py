"""Sessions of Consumer users."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.consumer.sessions import (
    AuthenticateRequest,
    AuthenticateResponse,
    GetJWKSRequest,
    GetJWKSResponse,
    GetRequest,
    GetResponse,
    RevokeRequest,
    RevokeResponse,
)

__all__ = ["Sessions"]


class Sessions(Resource):
    """List, check and end sessions, and get the keys that sign their JWTs."""

    get: Final = endpoint("GET", "/v1/sessions", GetRequest, GetResponse, SAFE)
    # Sent twice, it sets the same expiry (now plus minutes) and merges the same claims again: no harm in a repeat.
    authenticate: Final = endpoint("POST", "/v1/sessions/authenticate", AuthenticateRequest, AuthenticateResponse, SAFE)
    revoke: Final = endpoint("POST", "/v1/sessions/revoke", RevokeRequest, RevokeResponse, IDEMPOTENT)
    get_jwks: Final = endpoint("GET", "/v1/sessions/jwks/{project_id}", GetJWKSRequest, GetJWKSResponse, SAFE)
