"""A transport on httpx, for an app that has its connections there already."""

import asyncio

import httpx

from stytch_async import (
    HTTPRequest,
    HTTPResponse,
    NotSentError,
    ReplyLostError,
    RequestTimeoutError,
    TransportError,
)

LARGEST = 16 * 2**20
NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class HttpxTransport:
    """Sends requests with an `httpx.AsyncClient`, which stays with the event loop that it is first used in."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer."""
        outcome = await self._exchange(request)
        if isinstance(outcome, TransportError):
            raise outcome
        return outcome

    async def _exchange(self, request: HTTPRequest) -> HTTPResponse | TransportError:
        """Return the answer or our error; raised from here, it would drag along what httpx knows of the request."""
        try:
            # The timeouts of httpx are for one step each; the bound of the whole attempt is set around them.
            async with (
                asyncio.timeout(request.timeout),
                self._client.stream(
                    request.method,
                    request.url,
                    headers=request.headers,
                    content=request.content,
                    timeout=httpx.Timeout(None, connect=3.0, pool=3.0),
                    follow_redirects=False,
                ) as response,
            ):
                content = b""
                async for part in response.aiter_bytes():
                    content += part
                    if len(content) > LARGEST:
                        break
        except NOT_SENT as error:
            return NotSentError(f"no connection: {type(error).__name__}")
        except (TimeoutError, httpx.TimeoutException):
            return RequestTimeoutError("no complete answer within the timeout")
        except httpx.RequestError as error:
            return ReplyLostError(f"the answer was lost: {type(error).__name__}")
        return HTTPResponse(response.status_code, response.headers, content, oversized=len(content) > LARGEST)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
