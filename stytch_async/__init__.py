"""Stytch for asyncio: every endpoint a typed coroutine, and a Stytch in memory to test against."""

import logging
from typing import TYPE_CHECKING, Final

from stytch_async.clients import B2BClient, Client
from stytch_async.documents import as_json
from stytch_async.errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    CallbackError,
    ConfigurationError,
    DecodeError,
    InvalidRequestError,
    NotFoundError,
    NotSentError,
    PermissionDeniedError,
    RateLimitError,
    ReplyLostError,
    RequestTimeoutError,
    ServerError,
    StytchError,
    TenancyError,
    TokenError,
    TokenReason,
    TransportError,
    UnavailableError,
    WebhookError,
    WebhookReason,
)
from stytch_async.lazy import lazy_names
from stytch_async.retries import NO_RETRY, Repetition, RetryPolicy
from stytch_async.transports.interface import HTTPRequest, HTTPResponse, Transport
from stytch_async.version import __version__

if TYPE_CHECKING:
    from stytch_async.callbacks import Callback, read_callback
    from stytch_async.clients import ManagementClient, SAMLShieldClient
    from stytch_async.logins import Login, is_signed_out
    from stytch_async.pkce import PKCE
    from stytch_async.transports.aiohttp import AiohttpTransport
    from stytch_async.transports.direct import DirectTransport
    from stytch_async.transports.memory import InMemoryTransport

__all__ = [
    "NO_RETRY",
    "PKCE",
    "APIError",
    "AiohttpTransport",
    "AuthenticationError",
    "B2BClient",
    "BadRequestError",
    "Callback",
    "CallbackError",
    "Client",
    "ConfigurationError",
    "DecodeError",
    "DirectTransport",
    "HTTPRequest",
    "HTTPResponse",
    "InMemoryTransport",
    "InvalidRequestError",
    "Login",
    "ManagementClient",
    "NotFoundError",
    "NotSentError",
    "PermissionDeniedError",
    "RateLimitError",
    "Repetition",
    "ReplyLostError",
    "RequestTimeoutError",
    "RetryPolicy",
    "SAMLShieldClient",
    "ServerError",
    "StytchError",
    "TenancyError",
    "TokenError",
    "TokenReason",
    "Transport",
    "TransportError",
    "UnavailableError",
    "WebhookError",
    "WebhookReason",
    "__version__",
    "as_json",
    "is_signed_out",
    "read_callback",
]

# An app that configures no logging is not bothered: without a handler, Python prints warnings by itself.
logging.getLogger(__name__).addHandler(logging.NullHandler())

__getattr__: Final = lazy_names(
    __name__,
    PKCE="stytch_async.pkce",
    AiohttpTransport="stytch_async.transports.aiohttp",
    Callback="stytch_async.callbacks",
    DirectTransport="stytch_async.transports.direct",
    InMemoryTransport="stytch_async.transports.memory",
    Login="stytch_async.logins",
    ManagementClient="stytch_async.clients.management",
    SAMLShieldClient="stytch_async.clients.saml_shield",
    is_signed_out="stytch_async.logins",
    read_callback="stytch_async.callbacks",
)
