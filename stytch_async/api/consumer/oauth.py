"""OAuth logins of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import oauth as schemas

__all__ = ["OAuth"]


class OAuth(Resource):
    """Log in through Google, Apple, GitHub and other identity providers."""

    attach: Final = endpoint("POST", "/v1/oauth/attach", schemas.AttachRequest, schemas.AttachResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/oauth/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
