"""The transport that exchanges messages over aiohttp's connections, without its sessions."""

import asyncio
import functools
import math
import re
import ssl
from collections.abc import Callable
from typing import Final

import aiohttp
import attrs
from aiohttp.http_exceptions import HttpProcessingError
from multidict import CIMultiDict
from yarl import URL

from stytch_async.errors import ConfigurationError, StytchError
from stytch_async.transports.deadlines import Deadlines
from stytch_async.transports.exchanges import FAILURES, LARGEST, check_bounds, failure_of, read_body
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.transports.loops import PerLoop

__all__ = ["DirectTransport"]

START: Final = re.compile(r'([A-Z]+) (https?://[^/?#\s]+)(/[!"$-~]*)')
"""The method, where to connect, and what to ask for there."""
UNSAFE: Final = re.compile(r"[\r\n\0]")

Headers = tuple[tuple[str, str], ...]


@attrs.frozen
class _Lane:
    """What one event loop has.

    Attributes:
        loop: The event loop.
        connector: Its connections.
        deadlines: Of the exchanges over them.
        route: Returns what the connector has to know of a request, by origin.
        head: Returns the header lines of a request, by route and by the headers that were given.

    """

    loop: asyncio.AbstractEventLoop
    connector: aiohttp.TCPConnector
    deadlines: Deadlines
    route: Callable[[str], aiohttp.ClientRequest]
    head: Callable[[aiohttp.ClientRequest, Headers], str]


class DirectTransport:
    """Sends requests over aiohttp's connections, without the session that aiohttp puts before them.

    A call costs about half as much. In return there is no proxy, no tracing and no session of the app's own. Like an
    `AiohttpTransport`, it may be built anywhere and used under one `asyncio.run` after another.
    """

    def __init__(
        self,
        *,
        limit: int = 100,
        connect_timeout: float | None = 3.0,
        tls: ssl.SSLContext | None = None,
        largest_answer: int = LARGEST,
    ) -> None:
        """Configure the transport; this opens nothing.

        Args:
            limit: How many connections may be open at once; 0 for no bound.
            connect_timeout: Seconds to open one connection, or ``None`` for no bound but that of the whole attempt.
            tls: Takes the place of the default TLS context, for instance with a CA bundle.
            largest_answer: Bytes of an answer, unpacked, that are read; a longer one is a `DecodeError`.

        Raises:
            ConfigurationError: A number makes no sense.

        """
        check_bounds(limit=limit, connect_timeout=connect_timeout, largest_answer=largest_answer)
        self._lanes = PerLoop(type(self).__name__, functools.partial(_open, limit, tls), _close)
        self._connecting = aiohttp.ClientTimeout(total=None, sock_connect=connect_timeout, ceil_threshold=math.inf)
        self._largest = largest_answer

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer."""
        outcome = await self._exchange(await self._lanes.here(), request)
        if isinstance(outcome, StytchError):
            raise outcome
        return outcome

    async def aclose(self) -> None:
        """Close the connections of the running loop; those of other loops went with them."""
        await self._lanes.aclose()

    def __repr__(self) -> str:
        """Tell whether the transport can be used."""
        return repr(self._lanes)

    async def _exchange(self, lane: _Lane, request: HTTPRequest) -> HTTPResponse | StytchError:
        """Return the answer or our error; raised from here, it would drag along what aiohttp knows of the request."""
        connection = None
        try:
            route, message = _message(lane, request)
            with lane.deadlines.within(request.timeout):
                connection = await lane.connector.connect(route, [], self._connecting)
                return await self._converse(lane, connection, message)
        except (*FAILURES, HttpProcessingError) as error:
            return failure_of(error, sent=connection is not None)
        except ValueError:
            return ConfigurationError("the URL or a header of the request holds what HTTP has no way to write")

    async def _converse(self, lane: _Lane, connection: aiohttp.connector.Connection, message: bytes) -> HTTPResponse:
        """Write the request and read the answer."""
        try:
            protocol = connection.protocol
            if protocol is None or protocol.transport is None:
                raise aiohttp.ServerDisconnectedError  # noqa: TRY301 - the connection has gone, as below
            protocol.set_response_params(read_until_eof=True)
            # What several tasks send in one turn of the loop leaves at its end, when all their servers can answer.
            lane.loop.call_soon(_write, protocol.transport, message)
            head, body = await protocol.read()
            while head.code // 100 == 1 and head.code != 101:
                head, body = await protocol.read()
            content, oversized = await read_body(body, self._largest)
        except BaseException:
            connection.close()
            raise
        if oversized:
            connection.close()
        else:
            connection.release()
        return HTTPResponse(head.code, head.headers, content, oversized)


def _open(limit: int, tls: ssl.SSLContext | None) -> _Lane:
    loop = asyncio.get_running_loop()
    return _Lane(
        loop,
        aiohttp.TCPConnector(limit=limit),
        Deadlines(loop),
        functools.lru_cache(maxsize=64)(functools.partial(_route, tls)),
        functools.lru_cache(maxsize=8)(_head),
    )


async def _close(lane: _Lane) -> None:
    lane.deadlines.close()
    await lane.connector.close()


def _route(tls: ssl.SSLContext | None, origin: str) -> aiohttp.ClientRequest:
    return aiohttp.ClientRequest("GET", URL(origin), ssl=True if tls is None else tls)


def _head(route: aiohttp.ClientRequest, headers: Headers) -> str:
    complete = CIMultiDict(route.headers)
    complete.update(headers)
    lines = [f"{name}: {value}" for name, value in complete.items()]
    if any(UNSAFE.search(line) for line in lines):
        raise ValueError
    return "".join(f"{line}\r\n" for line in lines)


def _message(lane: _Lane, request: HTTPRequest) -> tuple[aiohttp.ClientRequest, bytes]:
    start = START.fullmatch(f"{request.method} {request.url}")
    if start is None:
        raise ValueError
    method, origin, target = start.groups()
    route = lane.route(origin)
    head = lane.head(route, tuple(request.headers.items()))
    if request.content is None and method == "GET":
        return route, f"{method} {target} HTTP/1.1\r\n{head}\r\n".encode()
    content = request.content or b""
    return route, f"{method} {target} HTTP/1.1\r\n{head}Content-Length: {len(content)}\r\n\r\n".encode() + content


def _write(transport: asyncio.Transport, message: bytes) -> None:
    if not transport.is_closing():
        transport.write(message)
