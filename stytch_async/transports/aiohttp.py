"""The transport over aiohttp."""

import asyncio
import functools
import math
import ssl
from typing import Final

import aiohttp
from yarl import URL

from stytch_async.errors import ConfigurationError, StytchError, TransportError
from stytch_async.transports.exchanges import FAILURES, LARGEST, check_bounds, failure_of, read_body
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from stytch_async.transports.loops import PerLoop

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
        check_bounds(limit=limit, connect_timeout=connect_timeout, largest_answer=largest_answer)
        self._sessions = PerLoop(type(self).__name__, functools.partial(_open, limit, trust_env), _close)
        self._own = session
        # The middlewares of a request take the place of its session's.
        self._middlewares = (*getattr(session, "_middlewares", ()), _send_once)
        self._connect_timeout = connect_timeout
        self._proxy = proxy
        self._tls: ssl.SSLContext | bool = True if tls is None else tls
        self._largest = largest_answer

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer."""
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
                # aiohttp never sends a POST again, and a middleware has its price.
                middlewares=None if request.method == "POST" else self._middlewares,
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
        await self._sessions.aclose()

    def __repr__(self) -> str:
        """Tell whether the transport can be used."""
        return repr(self._sessions)

    async def _session(self) -> aiohttp.ClientSession:
        if self._own is None or self._sessions.closed:
            return await self._sessions.here()
        if self._own.closed:
            raise ConfigurationError(
                "the session of this AiohttpTransport is closed: its client cannot be used any more"
            )
        if getattr(self._own, "_loop", None) not in {None, asyncio.get_running_loop()}:
            raise ConfigurationError("the session of this AiohttpTransport belongs to another event loop")
        return self._own


def _open(limit: int, trust_env: bool) -> aiohttp.ClientSession:  # noqa: FBT001 - as it was given to the transport
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=limit), cookie_jar=aiohttp.DummyCookieJar(), trust_env=trust_env
    )


async def _close(session: aiohttp.ClientSession) -> None:
    await session.close()


@functools.lru_cache(maxsize=64)
def _timeout(total: float | None, connect: float | None) -> aiohttp.ClientTimeout:
    """Bound an attempt, and a little closer the wait for a connection: where that ends it, nothing was sent."""
    waiting = None if total is None else 0.9 * total
    return aiohttp.ClientTimeout(total=total, connect=waiting, sock_connect=connect, ceil_threshold=math.inf)
