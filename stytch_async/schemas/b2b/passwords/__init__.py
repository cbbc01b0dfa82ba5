"""Passwords of the B2B API."""

from stytch_async.schemas.b2b.passwords.discovery import (
    DiscoveryAuthenticateRequest,
    DiscoveryAuthenticateResponse,
    DiscoveryEmailResetRequest,
    DiscoveryEmailResetResponse,
    DiscoveryEmailResetStartRequest,
    DiscoveryEmailResetStartResponse,
)
from stytch_async.schemas.b2b.passwords.email import (
    EmailRequireResetRequest,
    EmailRequireResetResponse,
    EmailResetRequest,
    EmailResetResponse,
    EmailResetStartRequest,
    EmailResetStartResponse,
)
from stytch_async.schemas.b2b.passwords.existing_password import (
    ExistingPasswordResetRequest,
    ExistingPasswordResetResponse,
)
from stytch_async.schemas.b2b.passwords.password import (
    AuthenticateRequest,
    AuthenticateResponse,
    MigrateRequest,
    MigrateResponse,
    StrengthCheckRequest,
    StrengthCheckResponse,
    ZxcvbnFeedback,
)
from stytch_async.schemas.b2b.passwords.session import SessionResetRequest, SessionResetResponse

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "DiscoveryAuthenticateRequest",
    "DiscoveryAuthenticateResponse",
    "DiscoveryEmailResetRequest",
    "DiscoveryEmailResetResponse",
    "DiscoveryEmailResetStartRequest",
    "DiscoveryEmailResetStartResponse",
    "EmailRequireResetRequest",
    "EmailRequireResetResponse",
    "EmailResetRequest",
    "EmailResetResponse",
    "EmailResetStartRequest",
    "EmailResetStartResponse",
    "ExistingPasswordResetRequest",
    "ExistingPasswordResetResponse",
    "MigrateRequest",
    "MigrateResponse",
    "SessionResetRequest",
    "SessionResetResponse",
    "StrengthCheckRequest",
    "StrengthCheckResponse",
    "ZxcvbnFeedback",
]
