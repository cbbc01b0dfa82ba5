"""Passwords of the Consumer API."""

from stytch_async.schemas.consumer.passwords.email import (
    EmailResetRequest,
    EmailResetResponse,
    EmailResetStartRequest,
    EmailResetStartResponse,
)
from stytch_async.schemas.consumer.passwords.existing_password import (
    ExistingPasswordResetRequest,
    ExistingPasswordResetResponse,
)
from stytch_async.schemas.consumer.passwords.password import (
    AuthenticateRequest,
    AuthenticateResponse,
    CreateRequest,
    CreateResponse,
    Feedback,
    MigrateRequest,
    MigrateResponse,
    StrengthCheckRequest,
    StrengthCheckResponse,
)
from stytch_async.schemas.consumer.passwords.session import (
    SessionResetRequest,
    SessionResetResponse,
)

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "EmailResetRequest",
    "EmailResetResponse",
    "EmailResetStartRequest",
    "EmailResetStartResponse",
    "ExistingPasswordResetRequest",
    "ExistingPasswordResetResponse",
    "Feedback",
    "MigrateRequest",
    "MigrateResponse",
    "SessionResetRequest",
    "SessionResetResponse",
    "StrengthCheckRequest",
    "StrengthCheckResponse",
]
