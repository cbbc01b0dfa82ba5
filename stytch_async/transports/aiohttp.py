"""The transport over aiohttp."""

import asyncio
import functools
import math
import ssl
import sys
import warnings
from collections.abc import AsyncGenerator
from typing import Final

import aiohttp
import attrs
from yarl import URL

from stytch_async.errors import ConfigurationError, StytchError, TransportError
from stytch_async.transports.exchanges import FAILURES, LARGEST, failure_of, read_body
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["AiohttpTransport"]

RESENT: Final = (aiohttp.ClientOSError, aiohttp.ServerDisconnectedError)
"""The failures after which aiohttp sends some methods again by itself."""


class _FinalError(Exception):
    """Carries a failure past aiohttp, which would send the request again; the retry policy alone decides that."""

    def __init__(self, failure: TransportError) -> None:
        super().__init__(failure)
        self.failure = failure


async def _send_once(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
    try:
        return await handler(request)
    except RESENT as error:
        raise _FinalError(failure_of(error)) from None


@attrs.frozen
class _Home:
    """One event loop's session, and the generator whose end closes it.

    An event loop finalizes its asynchronous generators when it shuts down, and so does the garbage collector with one
    that is dropped: either way the session is closed while its loop can still do so.
    """

    session: aiohttp.ClientSession
    keeper: AsyncGenerator[None, None]


async def _keep(session: aiohttp.ClientSession) -> AsyncGenerator[None, None]:
    try:
        yield
    finally:
        await session.close()


class AiohttpTransport:
    """Sends requests with aiohttp.

    A session is made for each event loop when it is first needed, so a transport may be built anywhere and used under
    one `asyncio.run` after another.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession | None = None,
        *,
        limit: int = 100,
        connect_timeout: float | None = 3.0,
        proxy: str | None = None,
        tls: ssl.SSLContext | None = None,
        trust_env: bool = False,
        largest_answer: int = LARGEST,
    ) -> None:
        """Configure the transport; this opens nothing.

        Args:
            session: A session of the app's own. It is used as it is and never closed here, so the options of the
                connection pool below have no effect on it. It belongs to the event loop that it was made in.
            limit: How many connections may be open at once; 0 for no bound.
            connect_timeout: Seconds to open one connection, or ``None`` for no bound but that of the whole attempt.
            proxy: The URL of a proxy to go through.
            tls: Takes the place of the default TLS context, for instance with a CA bundle.
            trust_env: Whether to obey the proxy variables of the environment. A netrc entry for Stytch's host would
                clash with the credentials of the project.
            largest_answer: Bytes of an answer, unpacked, that are read; a longer one is a `DecodeError`.

        Raises:
            ConfigurationError: A number makes no sense.

        """
        self._closed = False
        self._homes: dict[asyncio.AbstractEventLoop, _Home] = {}
        if limit < 0 or (connect_timeout is not None and not 0 < connect_timeout <= sys.float_info.max):
            raise ConfigurationError("limit must not be negative, and connect_timeout must be positive and finite")
        if largest_answer < 1:
            raise ConfigurationError("largest_answer must be at least 1")
        self._own = session
        # The middlewares of a request take the place of its session's.
        self._middlewares = (*getattr(session, "_middlewares", ()), _send_once)
        self._limit = limit
        self._connect_timeout = connect_timeout
        self._proxy = proxy
        self._tls: ssl.SSLContext | bool = True if tls is None else tls
        self._trust_env = trust_env
        self._largest = largest_answer

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer."""
        if self._closed or (self._own is not None and self._own.closed):
            closed = "this AiohttpTransport" if self._closed else "the session of this AiohttpTransport"
            raise ConfigurationError(f"{closed} is closed: its client cannot be used any more")
        outcome = await self._exchange(await self._session(), request)
        if isinstance(outcome, StytchError):
            raise outcome
        return outcome

    async def _exchange(self, session: aiohttp.ClientSession, request: HTTPRequest) -> HTTPResponse | StytchError:
        """Return the answer or our error; raised from here, it would drag along what aiohttp knows of the request."""
        try:
            async with session.request(
                request.method,
                URL(request.url, encoded=True),
                headers=request.headers,
                data=request.content,
                timeout=_timeout(request.timeout, self._connect_timeout),
                allow_redirects=False,
                raise_for_status=False,
                proxy=self._proxy,
                ssl=self._tls,
                middlewares=self._middlewares,
            ) as response:
                content, oversized = await read_body(response.content, self._largest)
                if oversized:
                    response.close()
        except _FinalError as error:
            return error.failure
        except FAILURES as error:
            return failure_of(error)
        except ValueError:
            return ConfigurationError(
                "aiohttp refuses the request: the proxy cannot be used, or the session's auth or a netrc entry clashes"
                " with the project's credentials"
            )
        return HTTPResponse(response.status, response.headers, content, oversized)

    async def aclose(self) -> None:
        """Close the session of the running loop; the sessions of other loops went with them."""
        self._closed = True
        home = self._homes.pop(asyncio.get_running_loop(), None)
        self._homes.clear()
        if home is not None:
            await home.keeper.aclose()

    def __del__(self) -> None:
        """Warn of a forgotten `aclose`."""
        if not self._closed and any(not home.session.closed for home in self._homes.values()):
            message = f"unclosed {self!r}: call aclose() of it or of its client"
            warnings.warn(message, ResourceWarning, stacklevel=1, source=self)

    def __repr__(self) -> str:
        """Tell whether the transport can be used."""
        return f"<{type(self).__name__} {'closed' if self._closed else 'open'} at {id(self):#x}>"

    async def _session(self) -> aiohttp.ClientSession:
        loop = asyncio.get_running_loop()
        if self._own is not None:
            if getattr(self._own, "_loop", loop) is not loop:
                raise ConfigurationError("the session of this AiohttpTransport belongs to another event loop")
            return self._own
        home = self._homes.get(loop)
        if home is None:
            session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._limit),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._trust_env,
            )
            home = _Home(session, _keep(session))
            await anext(home.keeper)
            # A session holds its loop: without this, each loop that ever used the transport would stay in memory.
            # Other threads may be here with loops of their own, so each step is one that Python does not interrupt.
            for other in list(self._homes):
                if other.is_closed():
                    self._homes.pop(other, None)
            self._homes[loop] = home
        return home.session


@functools.lru_cache(maxsize=64)
def _timeout(total: float | None, connect: float | None) -> aiohttp.ClientTimeout:
    """Bound an attempt, and a little closer the wait for a connection: where that ends it, nothing was sent."""
    waiting = None if total is None else 0.9 * total
    return aiohttp.ClientTimeout(total=total, connect=waiting, sock_connect=connect, ceil_threshold=math.inf)
