"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import idp as schemas


class Oauth(Resource):
    """TODO"""

    authorize_start: Final = endpoint(
        "POST",
        "/v1/idp/oauth/authorize/start",
        schemas.OauthAuthorizeStartRequest,
        schemas.OauthAuthorizeStartResponse,
        ONCE,
    )
    authorize: Final = endpoint(
        "POST", "/v1/idp/oauth/authorize", schemas.OauthAuthorizeRequest, schemas.OauthAuthorizeResponse, ONCE
    )


class Idp(Resource):
    """TODO"""

    oauth: Oauth
