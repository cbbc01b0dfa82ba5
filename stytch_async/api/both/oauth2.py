"""The OAuth2 endpoints of a project, the same for Consumer and B2B ones."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.both import oauth2 as schemas

__all__ = ["OAuth2"]


class OAuth2(Resource):
    """Get, check and revoke the tokens of machines and Connected Apps."""

    # An authorization code and a refresh token are good once.
    token: Final = endpoint(
        "POST",
        "/v1/public/{project_id}/oauth2/token",
        schemas.TokenRequest,
        schemas.TokenResponse,
        ONCE,
        dialect="oauth2",
        public=True,
    )
    introspect: Final = endpoint(
        "POST",
        "/v1/public/{project_id}/oauth2/introspect",
        schemas.IntrospectRequest,
        schemas.IntrospectResponse,
        SAFE,
        dialect="oauth2",
        public=True,
    )
    revoke: Final = endpoint(
        "POST",
        "/v1/public/{project_id}/oauth2/revoke",
        schemas.RevokeRequest,
        schemas.RevokeResponse,
        IDEMPOTENT,
        dialect="oauth2",
        public=True,
    )
