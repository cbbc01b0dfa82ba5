"""Sessions of the B2B API."""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_modules

if TYPE_CHECKING:
    from stytch_async.schemas.b2b.sessions.exchange import (
        AttestRequest,
        AttestResponse,
        ExchangeAccessTokenRequest,
        ExchangeAccessTokenResponse,
        ExchangeRequest,
        ExchangeResponse,
        MigrateRequest,
        MigrateResponse,
    )
    from stytch_async.schemas.b2b.sessions.lifecycle import (
        AuthenticateRequest,
        AuthenticateResponse,
        AuthorizationCheck,
        GetJWKSRequest,
        GetJWKSResponse,
        GetRequest,
        GetResponse,
        RevokeRequest,
        RevokeResponse,
    )
    from stytch_async.schemas.b2b.sessions.session import MemberOptions, MemberSession, MfaRequired, PrimaryRequired

__all__ = [
    "AttestRequest",
    "AttestResponse",
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthorizationCheck",
    "ExchangeAccessTokenRequest",
    "ExchangeAccessTokenResponse",
    "ExchangeRequest",
    "ExchangeResponse",
    "GetJWKSRequest",
    "GetJWKSResponse",
    "GetRequest",
    "GetResponse",
    "MemberOptions",
    "MemberSession",
    "MfaRequired",
    "MigrateRequest",
    "MigrateResponse",
    "PrimaryRequired",
    "RevokeRequest",
    "RevokeResponse",
]

__getattr__: Final = lazy_modules(__name__, "session", "exchange", "lifecycle")
