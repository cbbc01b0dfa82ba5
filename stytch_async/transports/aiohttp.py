"""The transport over aiohttp."""

import asyncio
import functools
import ssl
import warnings
from collections.abc import AsyncGenerator
from typing import Final

import aiohttp
import attrs
from yarl import URL

from stytch_async.errors import ConfigurationError, NotSentError, ReplyLostError, RequestTimeoutError, TransportError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["AiohttpTransport"]

NOT_SENT: Final = (
    aiohttp.ClientConnectorError,
    aiohttp.ConnectionTimeoutError,
    aiohttp.ClientHttpProxyError,
    aiohttp.InvalidURL,
    aiohttp.ServerFingerprintMismatch,
)


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
    ) -> None:
        """Configure the transport; this opens nothing.

        Args:
            session: A session of the app's own. It is used as it is and never closed here, so the options of the
                connection pool below have no effect on it.
            limit: How many connections may be open at once; 0 for no bound.
            connect_timeout: Seconds to open one connection, or ``None`` for no bound but that of the whole attempt.
            proxy: The URL of a proxy to go through.
            tls: Takes the place of the default TLS context, for instance with a CA bundle.
            trust_env: Whether to obey the proxy variables of the environment. A netrc entry for Stytch's host would
                clash with the credentials of the project.

        Raises:
            ConfigurationError: A number is negative.

        """
        self._closed = False
        self._homes: dict[asyncio.AbstractEventLoop, _Home] = {}
        if limit < 0 or (connect_timeout is not None and connect_timeout <= 0):
            raise ConfigurationError("limit must not be negative, and connect_timeout must be positive")
        self._own = session
        self._limit = limit
        self._connect_timeout = connect_timeout
        self._proxy = proxy
        self._tls: ssl.SSLContext | bool = True if tls is None else tls
        self._trust_env = trust_env

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer."""
        if self._closed or (self._own is not None and self._own.closed):
            closed = "this AiohttpTransport" if self._closed else "the session of this AiohttpTransport"
            raise ConfigurationError(f"{closed} is closed: its client cannot be used any more")
        session = self._own or await self._session()
        try:
            async with session.request(
                request.method,
                URL(request.url, encoded=True),
                headers=request.headers,
                data=request.content,
                timeout=_timeout(request.timeout, self._connect_timeout),
                allow_redirects=False,
                proxy=self._proxy,
                ssl=self._tls,
            ) as response:
                content = await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise _mapped(error) from error
        return HTTPResponse(response.status, response.headers, content)

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
        home = self._homes.get(loop)
        if home is None:
            session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._limit),
                cookie_jar=aiohttp.DummyCookieJar(),
                trust_env=self._trust_env,
            )
            # aiohttp would send some methods again by itself; here the retry policy alone decides.
            session._retry_connection = False  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            # A session holds its loop: without this, each loop that ever used the transport would stay in memory.
            self._homes = {other: home for other, home in self._homes.items() if not other.is_closed()}
            home = self._homes[loop] = _Home(session, _keep(session))
            await anext(home.keeper)
        return home.session


@functools.lru_cache(maxsize=64)
def _timeout(total: float | None, connect: float | None) -> aiohttp.ClientTimeout:
    return aiohttp.ClientTimeout(total=total, sock_connect=connect)


def _mapped(error: BaseException) -> TransportError:
    if isinstance(error, NOT_SENT):
        return NotSentError(f"no connection: {_reason(error)}")
    if isinstance(error, TimeoutError):
        return RequestTimeoutError("no complete answer within the timeout")
    return ReplyLostError(f"the answer was lost: {_reason(error)}")


def _reason(error: BaseException) -> str:
    """Describe a failure by its kind and, where the system gave one, its reason; never by data that came in."""
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    reason = cause.strerror if isinstance(cause, OSError) and cause.strerror else None
    return f"{type(cause).__name__} ({reason})" if reason else type(cause).__name__
