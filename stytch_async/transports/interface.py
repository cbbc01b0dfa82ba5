"""The seam between the library and whatever carries its requests."""

from collections.abc import Mapping
from typing import Protocol, runtime_checkable
from urllib.parse import urlsplit

import attrs

__all__ = ["Emulated", "HTTPRequest", "HTTPResponse", "Transport", "Wrapper", "emulated_by"]


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


@runtime_checkable
class Wrapper(Transport, Protocol):
    """A transport that stands before another one, which it names ``inner``.

    That is all it takes for a client to find what the inner one brings; see `Emulated`.
    """

    @property
    def inner(self) -> Transport:
        """The transport that the requests go on to."""
        ...


@runtime_checkable
class Emulated(Transport, Protocol):
    """A transport to an emulated Stytch, or to one that may be, which brings what belongs to that Stytch."""

    @property
    def credentials(self) -> tuple[str, str] | None:
        """The project id and secret that a client takes when it is given none."""
        ...

    @property
    def public_token(self) -> str | None:
        """The public token that a client takes along with them."""
        ...

    @property
    def emulates(self) -> bool:
        """Whether Stytch is known to be emulated. Policies are then fetched for each check, so that changes count."""
        ...

    async def time(self) -> float:
        """Return the seconds since the epoch by which tokens are verified."""
        ...

    def monotonic(self) -> float:
        """Count the seconds by which what a client keeps grows old."""
        ...


def emulated_by(transport: Transport) -> Emulated | None:
    """Return the transport, or the first behind it, that leads to an emulated Stytch; ``None`` where none does."""
    while not isinstance(transport, Emulated):
        if not isinstance(transport, Wrapper):
            return None
        transport = transport.inner
    return transport
