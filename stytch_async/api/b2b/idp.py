"""TODO"""

from typing import Final

from stytch_async.api.introspection import Introspection
from stytch_async.api.oauth2 import OAuth2
from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import idp as schemas
from stytch_async.schemas.b2b.sessions import AuthorizationCheck


class OAuth(Resource):
    """TODO"""

    authorize_start: Final = endpoint(
        "POST",
        "/v1/b2b/idp/oauth/authorize/start",
        schemas.OauthAuthorizeStartRequest,
        schemas.OauthAuthorizeStartResponse,
        ONCE,
    )
    authorize: Final = endpoint(
        "POST", "/v1/b2b/idp/oauth/authorize", schemas.OauthAuthorizeRequest, schemas.OauthAuthorizeResponse, ONCE
    )


class IDP(Introspection[AuthorizationCheck]):
    """TODO"""

    oauth: OAuth
    oauth2: OAuth2

    refusal = "session_authorization_error"
