"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import oauth as schemas


class Discovery(Resource):
    """TODO"""

    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/oauth/discovery/authenticate",
        schemas.DiscoveryAuthenticateRequest,
        schemas.DiscoveryAuthenticateResponse,
        ONCE,
    )


class Oauth(Resource):
    """TODO"""

    discovery: Discovery

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/oauth/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
