"""Sessions of Consumer users."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import sessions as schemas

__all__ = ["Sessions"]


class Sessions(Resource):
    """List, check and end sessions, and get the keys that sign their JWTs."""

    get: Final = endpoint("GET", "/v1/sessions", schemas.GetRequest, schemas.GetResponse, SAFE)
    # Sent twice, it sets the same expiry (now plus minutes) and merges the same claims again: no harm in a repeat.
    authenticate: Final = endpoint(
        "POST", "/v1/sessions/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, SAFE
    )
    revoke: Final = endpoint("POST", "/v1/sessions/revoke", schemas.RevokeRequest, schemas.RevokeResponse, IDEMPOTENT)
    get_jwks: Final = endpoint(
        "GET", "/v1/sessions/jwks/{project_id}", schemas.GetJWKSRequest, schemas.GetJWKSResponse, SAFE
    )
    migrate: Final = endpoint("POST", "/v1/sessions/migrate", schemas.MigrateRequest, schemas.MigrateResponse, ONCE)
    exchange_access_token: Final = endpoint(
        "POST",
        "/v1/sessions/exchange_access_token",
        schemas.ExchangeAccessTokenRequest,
        schemas.ExchangeAccessTokenResponse,
        ONCE,
    )
    attest: Final = endpoint("POST", "/v1/sessions/attest", schemas.AttestRequest, schemas.AttestResponse, ONCE)
