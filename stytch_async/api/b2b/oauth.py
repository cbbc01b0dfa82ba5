"""OAuth logins of members."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import oauth as schemas

__all__ = ["Discovery", "OAuth"]


class Discovery(Resource):
    """Find somebody's organizations by an OAuth login."""

    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/oauth/discovery/authenticate",
        schemas.DiscoveryAuthenticateRequest,
        schemas.DiscoveryAuthenticateResponse,
        ONCE,
    )


class OAuth(Resource):
    """Log members in with their account at Google, Microsoft, GitHub, HubSpot or Slack."""

    discovery: Discovery

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/oauth/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
