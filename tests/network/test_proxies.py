"""Requests that go through a proxy."""

from typing import Final

import pytest

from stytch_async import NO_RETRY, AiohttpTransport, NotSentError
from tests.network.conftest import AIOHTTP, ClientFactory
from tests.network.misbehaving import answer, document, serving

pytestmark = AIOHTTP

DONE: Final = document({"request_id": "request-id-test-1", "sessions": [], "status_code": 200})


async def test_a_proxy_gets_the_request(connect: ClientFactory) -> None:
    """With a proxy, the whole URL stands in the first line and the host is not contacted."""
    async with serving(DONE) as proxy:
        client = connect("http://127.0.0.1:9", transport=AiohttpTransport(proxy=proxy.url))
        await client.sessions.revoke(session_id="session-test-1")
        await client.aclose()

    assert [request.target for request in proxy.received] == ["http://127.0.0.1:9/v1/sessions/revoke"]


async def test_a_proxy_of_the_environment_is_obeyed_when_asked(
    connect: ClientFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`trust_env` makes the usual variables count; without it they do not."""
    async with serving(DONE) as proxy, serving(DONE) as server:
        monkeypatch.setenv("http_proxy", proxy.url)
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        for trust_env in (True, False):
            async with connect(server.url, transport=AiohttpTransport(trust_env=trust_env)) as client:
                await client.sessions.revoke(session_id="session-test-1")

    assert [request.target for request in proxy.received] == [f"{server.url}/v1/sessions/revoke"]
    assert [request.target for request in server.received] == ["/v1/sessions/revoke"]


async def test_a_proxy_that_refuses_means_that_nothing_was_sent(connect: ClientFactory) -> None:
    """The credentials stay here when a proxy does not open the way to the host."""
    async with serving(answer(407)) as proxy:
        transport = AiohttpTransport(proxy=proxy.url)
        async with connect("https://stytch.invalid", transport=transport, retry=NO_RETRY) as client:
            with pytest.raises(NotSentError, match="no connection: ClientHttpProxyError"):
                await client.sessions.revoke(session_id="session-test-1")

    (request,) = proxy.received
    assert (request.method, request.target) == ("CONNECT", "stytch.invalid:443")
    assert "authorization" not in request.headers
