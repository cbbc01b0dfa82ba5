"""A transport on httpx, for an app that has its connections there already."""

import asyncio

import httpx

from stytch_async import HTTPRequest, HTTPResponse, NotSentError, ReplyLostError, RequestTimeoutError

NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError, httpx.UnsupportedProtocol)


class HttpxTransport:
    """Sends requests with an `httpx.AsyncClient`, which stays with the event loop that it is first used in."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Send the request once and return the whole answer."""
        try:
            # The timeouts of httpx are for one step each; the bound of the whole attempt is set around them.
            async with asyncio.timeout(request.timeout):
                response = await self._client.request(
                    request.method,
                    request.url,
                    headers=request.headers,
                    content=request.content,
                    timeout=httpx.Timeout(None, connect=3.0, pool=3.0),
                    follow_redirects=False,
                )
        except NOT_SENT as error:
            raise NotSentError(f"no connection: {type(error).__name__}") from error
        except (TimeoutError, httpx.TimeoutException) as error:
            raise RequestTimeoutError("no complete answer within the timeout") from error
        except httpx.RequestError as error:
            raise ReplyLostError(f"the answer was lost: {type(error).__name__}") from error
        return HTTPResponse(response.status_code, response.headers, response.content)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._client.aclose()
