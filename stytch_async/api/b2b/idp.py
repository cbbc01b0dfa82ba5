"""Logins of members to Connected Apps: the project as an identity provider."""

from typing import Final

from stytch_async.api.both.introspection import Introspection
from stytch_async.api.both.oauth2 import OAuth2
from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import idp as schemas
from stytch_async.schemas.b2b.sessions import AuthorizationCheck

__all__ = ["IDP", "OAuth"]


class OAuth(Resource):
    """Answer the authorization requests of Connected Apps."""

    # It only judges the request; nothing is granted before `authorize`.
    authorize_start: Final = endpoint(
        "POST",
        "/v1/b2b/idp/oauth/authorize/start",
        schemas.OAuthAuthorizeStartRequest,
        schemas.OAuthAuthorizeStartResponse,
        SAFE,
    )
    authorize: Final = endpoint(
        "POST", "/v1/b2b/idp/oauth/authorize", schemas.OAuthAuthorizeRequest, schemas.OAuthAuthorizeResponse, ONCE
    )


class IDP(Introspection[AuthorizationCheck]):
    """Let members grant Connected Apps access to their accounts."""

    oauth: OAuth
    oauth2: OAuth2

    refusal = "session_authorization_error"
