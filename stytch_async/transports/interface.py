"""The seam between the library and whatever carries its requests."""

from collections.abc import Mapping
from typing import Protocol
from urllib.parse import urlsplit

import attrs

__all__ = ["HTTPRequest", "HTTPResponse", "Transport"]


def _without_query(url: str) -> str:
    return repr(urlsplit(url)._replace(query="").geturl())


@attrs.frozen
class HTTPRequest:
    """One request, ready to be sent.

    Attributes:
        method: ``GET``, ``POST``, ``PUT`` or ``DELETE``.
        url: Absolute, with its path and query already percent-encoded.
        headers: Complete, authentication included.
        content: The body, or ``None`` for no body.
        timeout: Seconds that the whole attempt may take, or ``None`` for no bound.

    """

    method: str
    url: str = attrs.field(repr=_without_query)
    headers: Mapping[str, str] = attrs.field(repr=False)
    content: bytes | None = attrs.field(repr=False)
    timeout: float | None


@attrs.frozen
class HTTPResponse:
    """One complete answer, whatever its status.

    Attributes:
        status: The HTTP status.
        headers: Looked up without regard to case.
        content: The whole body.
        oversized: Whether the transport has read only the beginning of the body, because the whole is too large.

    """

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    content: bytes = attrs.field(repr=False)
    oversized: bool = False


class Transport(Protocol):
    """Carries one request to Stytch, once, and brings back what came.

    An implementation maps each failure of its HTTP library to `NotSentError`, `ReplyLostError` or
    `RequestTimeoutError`. It follows no redirect, repeats nothing, and raises no error for a status.
    """

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer, or raise a `TransportError`."""
        ...

    async def aclose(self) -> None:
        """Release what the transport holds; harmless when called again."""
        ...
