"""Passwords of members."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import passwords as schemas

__all__ = ["Discovery", "DiscoveryEmail", "Email", "ExistingPassword", "Passwords", "Sessions"]


class Email(Resource):
    """Reset passwords by emailed link."""

    reset_start: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/email/reset/start",
        schemas.EmailResetStartRequest,
        schemas.EmailResetStartResponse,
        ONCE,
    )
    reset: Final = endpoint(
        "POST", "/v1/b2b/passwords/email/reset", schemas.EmailResetRequest, schemas.EmailResetResponse, ONCE
    )
    require_reset: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/email/require_reset",
        schemas.EmailRequireResetRequest,
        schemas.EmailRequireResetResponse,
        IDEMPOTENT,
    )


class Sessions(Resource):
    """Reset passwords with a fresh session."""

    reset: Final = endpoint(
        "POST", "/v1/b2b/passwords/session/reset", schemas.SessionResetRequest, schemas.SessionResetResponse, ONCE
    )


class ExistingPassword(Resource):
    """Reset passwords with the present one."""

    reset: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/existing_password/reset",
        schemas.ExistingPasswordResetRequest,
        schemas.ExistingPasswordResetResponse,
        ONCE,
    )


class DiscoveryEmail(Resource):
    """Reset passwords by emailed link, before an organization is chosen."""

    reset_start: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/discovery/email/reset/start",
        schemas.DiscoveryEmailResetStartRequest,
        schemas.DiscoveryEmailResetStartResponse,
        ONCE,
    )
    reset: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/discovery/email/reset",
        schemas.DiscoveryEmailResetRequest,
        schemas.DiscoveryEmailResetResponse,
        ONCE,
    )


class Discovery(Resource):
    """Use passwords that are shared across organizations, before one is chosen."""

    email: DiscoveryEmail

    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/passwords/discovery/authenticate",
        schemas.DiscoveryAuthenticateRequest,
        schemas.DiscoveryAuthenticateResponse,
        ONCE,
    )


class Passwords(Resource):
    """Log members in with passwords, and manage them."""

    email: Email
    sessions: Sessions
    existing_password: ExistingPassword
    discovery: Discovery

    strength_check: Final = endpoint(
        "POST", "/v1/b2b/passwords/strength_check", schemas.StrengthCheckRequest, schemas.StrengthCheckResponse, SAFE
    )
    migrate: Final = endpoint(
        "POST", "/v1/b2b/passwords/migrate", schemas.MigrateRequest, schemas.MigrateResponse, ONCE
    )
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/passwords/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
