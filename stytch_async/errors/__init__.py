"""Everything the library raises.

::

    StytchError
    ├── ConfigurationError      a client was built with something that cannot work (also a ValueError)
    ├── InvalidRequestError     an argument breaks a stated limit; nothing was sent (also a ValueError)
    ├── TransportError          no complete answer arrived
    │   ├── NotSentError        no connection was made: the request never left
    │   ├── ReplyLostError      the request left, the answer did not arrive whole
    │   └── RequestTimeoutError the time allowed for the attempt ran out (also a TimeoutError)
    ├── DecodeError             an answer arrived and cannot be read
    ├── CallbackError           a browser came back with something that is not from Stytch (also a ValueError)
    ├── TokenError              a token was verified on this machine and refused
    ├── WebhookError            a webhook was verified on this machine and refused
    ├── UnavailableError        what a check on this machine needs could not be fetched: nobody was refused
    └── APIError                Stytch refused
        ├── BadRequestError         400
        ├── AuthenticationError     401
        ├── PermissionDeniedError   403, from Stytch or from a check on this machine
        │   └── TenancyError        it concerns another organization
        ├── NotFoundError           404
        ├── RateLimitError          429
        └── ServerError             5xx

Each of them pickles, and its text is one line that carries no secret.
"""

from stytch_async.errors.callback import CallbackError
from stytch_async.errors.exchange import (
    APIError,
    AuthenticationError,
    BadRequestError,
    DecodeError,
    InvalidRequestError,
    NotFoundError,
    NotSentError,
    PermissionDeniedError,
    RateLimitError,
    ReplyLostError,
    RequestTimeoutError,
    ServerError,
    TenancyError,
    TransportError,
)
from stytch_async.errors.root import (
    ConfigurationError,
    StytchError,
)
from stytch_async.errors.verification import (
    TokenError,
    TokenReason,
    UnavailableError,
    WebhookError,
    WebhookReason,
)

__all__ = [
    "APIError",
    "AuthenticationError",
    "BadRequestError",
    "CallbackError",
    "ConfigurationError",
    "DecodeError",
    "InvalidRequestError",
    "NotFoundError",
    "NotSentError",
    "PermissionDeniedError",
    "RateLimitError",
    "ReplyLostError",
    "RequestTimeoutError",
    "ServerError",
    "StytchError",
    "TenancyError",
    "TokenError",
    "TokenReason",
    "TransportError",
    "UnavailableError",
    "WebhookError",
    "WebhookReason",
]
