"""What carries the requests: the interface, aiohttp, and a Stytch in memory."""

from typing import TYPE_CHECKING, Final

from stytch_async.lazy import lazy_names
from stytch_async.transports.interface import Emulated, HTTPRequest, HTTPResponse, Transport, Wrapper

if TYPE_CHECKING:
    from stytch_async.transports.aiohttp import AiohttpTransport
    from stytch_async.transports.direct import DirectTransport
    from stytch_async.transports.memory import InMemoryTransport

__all__ = [
    "AiohttpTransport",
    "DirectTransport",
    "Emulated",
    "HTTPRequest",
    "HTTPResponse",
    "InMemoryTransport",
    "Transport",
    "Wrapper",
]

__getattr__: Final = lazy_names(
    __name__,
    AiohttpTransport="stytch_async.transports.aiohttp",
    DirectTransport="stytch_async.transports.direct",
    InMemoryTransport="stytch_async.transports.memory",
)
