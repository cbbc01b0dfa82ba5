"""Passwords of members."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b.passwords import (
    AuthenticateRequest,
    AuthenticateResponse,
    EmailRequireResetRequest,
    EmailRequireResetResponse,
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
        "POST", "/v1/b2b/passwords/email/reset/start", EmailResetStartRequest, EmailResetStartResponse, ONCE
    )
    reset: Final = endpoint("POST", "/v1/b2b/passwords/email/reset", EmailResetRequest, EmailResetResponse, ONCE)
    require_reset: Final = endpoint(
        "POST", "/v1/b2b/passwords/email/require_reset", EmailRequireResetRequest, EmailRequireResetResponse, IDEMPOTENT
    )


class Sessions(Resource):
    """Reset passwords with a fresh session."""

    reset: Final = endpoint("POST", "/v1/b2b/passwords/session/reset", SessionResetRequest, SessionResetResponse, ONCE)


class ExistingPassword(Resource):
    """Reset passwords with the present one."""

    reset: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/existing_password/reset",
        ExistingPasswordResetRequest,
        ExistingPasswordResetResponse,
        ONCE,
    )


class Passwords(Resource):
    """Log members in with passwords, and manage them."""

    email: Email
    sessions: Sessions
    existing_password: ExistingPassword

    strength_check: Final = endpoint(
        "POST", "/v1/b2b/passwords/strength_check", StrengthCheckRequest, StrengthCheckResponse, SAFE
    )
    migrate: Final = endpoint("POST", "/v1/b2b/passwords/migrate", MigrateRequest, MigrateResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/passwords/authenticate", AuthenticateRequest, AuthenticateResponse, ONCE
    )
