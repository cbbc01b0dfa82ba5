"""Impersonation of members by the people who run the app."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import impersonation as schemas

__all__ = ["Impersonation"]


class Impersonation(Resource):
    """Log in as a member, to help them."""

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/impersonation/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
