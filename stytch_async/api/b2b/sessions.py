"""Sessions of members."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import sessions as schemas

__all__ = ["Sessions"]


class Sessions(Resource):
    """List, check and end the sessions of members."""

    get: Final = endpoint("GET", "/v1/b2b/sessions", schemas.GetRequest, schemas.GetResponse, SAFE)
    # Sent twice, it sets the same expiry (now plus minutes) and merges the same claims again: no harm in a repeat.
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/sessions/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, SAFE
    )
    revoke: Final = endpoint(
        "POST", "/v1/b2b/sessions/revoke", schemas.RevokeRequest, schemas.RevokeResponse, IDEMPOTENT
    )
    exchange: Final = endpoint(
        "POST", "/v1/b2b/sessions/exchange", schemas.ExchangeRequest, schemas.ExchangeResponse, ONCE
    )
    exchange_access_token: Final = endpoint(
        "POST",
        "/v1/b2b/sessions/exchange_access_token",
        schemas.ExchangeAccessTokenRequest,
        schemas.ExchangeAccessTokenResponse,
        ONCE,
    )
    attest: Final = endpoint("POST", "/v1/b2b/sessions/attest", schemas.AttestRequest, schemas.AttestResponse, ONCE)
    migrate: Final = endpoint("POST", "/v1/b2b/sessions/migrate", schemas.MigrateRequest, schemas.MigrateResponse, ONCE)
    get_jwks: Final = endpoint(
        "GET", "/v1/b2b/sessions/jwks/{project_id}", schemas.GetJWKSRequest, schemas.GetJWKSResponse, SAFE
    )
