"""Impersonation of Consumer users by the people who run the app."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import impersonation as schemas

__all__ = ["Impersonation"]


class Impersonation(Resource):
    """Log in as somebody else, to help them."""

    authenticate: Final = endpoint(
        "POST", "/v1/impersonation/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
