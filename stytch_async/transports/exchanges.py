"""How an exchange over aiohttp ends: in an answer of bounded size, or in a failure."""

import sys
from typing import Final

import aiohttp

from stytch_async.errors import ConfigurationError, NotSentError, ReplyLostError, RequestTimeoutError, TransportError

__all__ = ["FAILURES", "LARGEST", "check_bounds", "failure_of", "read_body"]

LARGEST: Final = 16 * 2**20
"""Bytes of an answer that are read, unless a transport is told otherwise."""

FAILURES: Final = (aiohttp.ClientError, TimeoutError, OSError)
"""What aiohttp raises where an exchange fails."""

NOT_SENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.ServerFingerprintMismatch,
)


def check_bounds(*, limit: int, connect_timeout: float | None, largest_answer: int) -> None:
    """Raise `ConfigurationError` for a bound that makes no sense."""
    if limit < 0 or (connect_timeout is not None and not 0 < connect_timeout <= sys.float_info.max):
        raise ConfigurationError("limit must not be negative, and connect_timeout must be positive and finite")
    if largest_answer < 1:
        raise ConfigurationError("largest_answer must be at least 1")


def failure_of(error: Exception, *, sent: bool = True) -> TransportError:
    """Return our error for one of aiohttp's, ``sent`` being whether there was a connection for the request.

    Raise it outside of the ``except`` block: aiohttp's error leads to frames that hold the whole request.
    """
    if not sent or isinstance(error, NOT_SENT):
        return NotSentError(f"no connection: {_reason(error)}")
    if isinstance(error, TimeoutError):
        return RequestTimeoutError("no complete answer within the timeout")
    return ReplyLostError(f"the answer was lost: {_reason(error)}")


def _reason(error: Exception) -> str:
    """Describe a failure by its kind and, where the system gave one, its reason; never by data that came in."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else None
    return f"{type(cause).__name__} ({reason})" if reason else type(cause).__name__


async def read_body(stream: aiohttp.StreamReader, largest: int) -> tuple[bytes, bool]:
    """Return the body, and whether it is too large; then only its beginning was read and unpacked."""
    parts = [await stream.readany()]
    size = len(parts[0])
    while size <= largest and not stream.at_eof():
        parts.append(await stream.readany())
        size += len(parts[-1])
    return b"".join(parts), size > largest
