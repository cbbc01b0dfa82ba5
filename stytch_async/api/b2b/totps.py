"""Authenticator apps (TOTP) of members."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import totps as schemas

__all__ = ["TOTPs"]


class TOTPs(Resource):
    """Take the codes of authenticator apps as a second factor."""

    create: Final = endpoint("POST", "/v1/b2b/totp", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/totp/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
    migrate: Final = endpoint("POST", "/v1/b2b/totp/migrate", schemas.MigrateRequest, schemas.MigrateResponse, ONCE)
