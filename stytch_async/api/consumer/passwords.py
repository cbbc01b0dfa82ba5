"""Passwords of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer import passwords as schemas

__all__ = ["Email", "ExistingPassword", "Passwords", "Sessions"]


class Email(Resource):
    """Reset passwords by emailed link."""

    reset_start: Final = endpoint(
        "POST", "/v1/passwords/email/reset/start", schemas.EmailResetStartRequest, schemas.EmailResetStartResponse, ONCE
    )
    reset: Final = endpoint(
        "POST", "/v1/passwords/email/reset", schemas.EmailResetRequest, schemas.EmailResetResponse, ONCE
    )


class ExistingPassword(Resource):
    """Reset passwords with the present one."""

    reset: Final = endpoint(
        "POST",
        "/v1/passwords/existing_password/reset",
        schemas.ExistingPasswordResetRequest,
        schemas.ExistingPasswordResetResponse,
        ONCE,
    )


class Sessions(Resource):
    """Reset passwords with a fresh session."""

    reset: Final = endpoint(
        "POST", "/v1/passwords/session/reset", schemas.SessionResetRequest, schemas.SessionResetResponse, ONCE
    )


class Passwords(Resource):
    """Log in with passwords, and manage them."""

    email: Email
    existing_password: ExistingPassword
    sessions: Sessions

    create: Final = endpoint("POST", "/v1/passwords", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/passwords/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
    strength_check: Final = endpoint(
        "POST", "/v1/passwords/strength_check", schemas.StrengthCheckRequest, schemas.StrengthCheckResponse, SAFE
    )
    migrate: Final = endpoint("POST", "/v1/passwords/migrate", schemas.MigrateRequest, schemas.MigrateResponse, ONCE)
