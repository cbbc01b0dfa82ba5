"""Passwords of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer.passwords import (
    AuthenticateRequest,
    AuthenticateResponse,
    CreateRequest,
    CreateResponse,
    EmailResetRequest,
    EmailResetResponse,
    EmailResetStartRequest,
    EmailResetStartResponse,
    ExistingPasswordResetRequest,
    ExistingPasswordResetResponse,
    MigrateRequest,
    MigrateResponse,
    SessionResetRequest,
    SessionResetResponse,
    StrengthCheckRequest,
    StrengthCheckResponse,
)

__all__ = ["Email", "ExistingPassword", "Passwords", "Sessions"]


class Email(Resource):
    """Reset passwords by emailed link."""

    reset_start: Final = endpoint(
        "POST", "/v1/passwords/email/reset/start", EmailResetStartRequest, EmailResetStartResponse, ONCE
    )
    reset: Final = endpoint("POST", "/v1/passwords/email/reset", EmailResetRequest, EmailResetResponse, ONCE)


class ExistingPassword(Resource):
    """Reset passwords with the present one."""

    reset: Final = endpoint(
        "POST",
        "/v1/passwords/existing_password/reset",
        ExistingPasswordResetRequest,
        ExistingPasswordResetResponse,
        ONCE,
    )


class Sessions(Resource):
    """Reset passwords with a fresh session."""

    reset: Final = endpoint("POST", "/v1/passwords/session/reset", SessionResetRequest, SessionResetResponse, ONCE)


class Passwords(Resource):
    """Log in with passwords, and manage them."""

    email: Email
    existing_password: ExistingPassword
    sessions: Sessions

    create: Final = endpoint("POST", "/v1/passwords", CreateRequest, CreateResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/passwords/authenticate", AuthenticateRequest, AuthenticateResponse, ONCE
    )
    strength_check: Final = endpoint(
        "POST", "/v1/passwords/strength_check", StrengthCheckRequest, StrengthCheckResponse, SAFE
    )
    migrate: Final = endpoint("POST", "/v1/passwords/migrate", MigrateRequest, MigrateResponse, ONCE)
