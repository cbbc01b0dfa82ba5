"""Logins of Consumer users to Connected Apps: the project as an identity provider."""

from typing import Final

from stytch_async.api.both.introspection import Introspection
from stytch_async.api.both.oauth2 import OAuth2
from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import idp as schemas
from stytch_async.schemas.consumer.sessions import AuthorizationCheck

__all__ = ["IDP", "OAuth"]


class OAuth(Resource):
    """Answer the authorization requests of Connected Apps."""

    # It only judges the request; nothing is granted before `authorize`.
    authorize_start: Final = endpoint(
        "POST",
        "/v1/idp/oauth/authorize/start",
        schemas.OAuthAuthorizeStartRequest,
        schemas.OAuthAuthorizeStartResponse,
        SAFE,
    )
    authorize: Final = endpoint(
        "POST", "/v1/idp/oauth/authorize", schemas.OAuthAuthorizeRequest, schemas.OAuthAuthorizeResponse, ONCE
    )


class IDP(Introspection[AuthorizationCheck]):
    """Let users grant Connected Apps access to their accounts."""

    oauth: OAuth
    oauth2: OAuth2

    refusal = "consumer_session_authorization_error"
