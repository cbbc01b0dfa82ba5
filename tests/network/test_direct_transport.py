"""What the direct transport writes by itself, where aiohttp's session would have done so."""

import asyncio
from collections.abc import AsyncIterator
from typing import Final

import pytest

from stytch_async import (
    NO_RETRY,
    AiohttpTransport,
    ConfigurationError,
    DirectTransport,
    HTTPRequest,
    ReplyLostError,
    Transport,
)
from tests.network.conftest import OURS, ClientFactory, MakeTransport
from tests.network.misbehaving import answer, document, never_answer, serving

DONE: Final = document({"request_id": "request-id-test-1", "sessions": [], "status_code": 200})


@pytest.fixture
async def direct() -> AsyncIterator[DirectTransport]:
    """Return a transport, and close it in the end."""
    transport = DirectTransport()
    yield transport
    await transport.aclose()


async def headers_over(transport: Transport, method: str, content: bytes | None) -> dict[str, str]:
    """Return the headers of a request as a server gets them, but for its own name."""
    async with serving(DONE) as server:
        given = {"User-Agent": "test", "Content-Type": "application/json"}
        await transport.send(HTTPRequest(method, f"{server.url}/x", given, content, 10))
        await transport.aclose()
    return {name: value for name, value in server.received[0].headers.items() if name != "host"}


@pytest.mark.parametrize(("method", "content"), [("GET", None), ("POST", b"{}"), ("PUT", b"{}"), ("DELETE", None)])
async def test_the_headers_are_those_of_a_session(method: str, content: bytes | None) -> None:
    """A server cannot tell the transports apart."""
    expected = await headers_over(AiohttpTransport(), method, content)

    actual = await headers_over(DirectTransport(), method, content)

    assert actual == expected


@pytest.mark.parametrize(
    "headers", [{"X-Note": f"a{mark}b"} for mark in ("\r", "\n", "\r\nX-Other: 1", "\0")] + [{"X-A\r\nX-B": "1"}]
)
@OURS
async def test_a_header_that_would_end_its_line_is_refused(
    make_transport: MakeTransport, headers: dict[str, str]
) -> None:
    """Nothing that an app passes on becomes a header of its own, or a second request."""
    transport = make_transport()
    async with serving(DONE) as server:
        with pytest.raises(ConfigurationError):
            await transport.send(HTTPRequest("GET", f"{server.url}/x", headers, None, 10))
        await transport.aclose()

    assert server.received == []


@pytest.mark.parametrize("method", ["GET /y HTTP/1.1\r\nX:", "get", ""])
async def test_what_is_not_a_method_is_refused(direct: DirectTransport, method: str) -> None:
    """The first line is as safe as the others."""
    async with serving(DONE) as server:
        with pytest.raises(ConfigurationError):
            await direct.send(HTTPRequest(method, f"{server.url}/x", {}, None, 10))

    assert server.received == []


@pytest.mark.parametrize("url", ["{}/a b", "{}/a\r\nX: 1", "{}/ü", "{}", "ftp://127.0.0.1/x", "http://127.0.0.1:x/x"])
async def test_what_is_not_a_url_is_refused(direct: DirectTransport, url: str) -> None:
    """A path has to be encoded, and a host has to be named."""
    async with serving(DONE) as server:
        with pytest.raises(ConfigurationError):
            await direct.send(HTTPRequest("GET", url.format(server.url), {}, None, 10))

    assert server.received == []


async def test_an_interim_answer_is_passed_over(connect: ClientFactory) -> None:
    """The one that counts comes after it."""

    async def hint_first(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")
        await writer.drain()
        await asyncio.sleep(0.01)
        await DONE(reader, writer)

    async with serving(hint_first) as server, connect(server.url) as client:
        found = await client.sessions.get(user_id="user-test-1")

    assert found.status_code == 200


async def test_an_answer_without_a_body_is_read(direct: DirectTransport) -> None:
    """Its connection can be used again."""
    async with serving(answer(204), DONE) as server:
        empty = await direct.send(HTTPRequest("DELETE", f"{server.url}/x", {}, None, 10))
        await direct.send(HTTPRequest("GET", f"{server.url}/x", {}, None, 10))

    assert (empty.status, empty.content, server.connections) == (204, b"", 1)


async def test_a_body_that_ends_with_its_connection_is_read(direct: DirectTransport) -> None:
    """Old gateways tell no length."""

    async def answer_and_leave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\nhello")
        writer.close()

    async with serving(answer_and_leave) as server:
        response = await direct.send(HTTPRequest("GET", f"{server.url}/x", {}, None, None))

    assert response.content == b"hello"


@OURS
async def test_closing_ends_the_calls_that_wait(connect: ClientFactory) -> None:
    """A call whose connection is closed under it has lost its reply."""
    async with serving(never_answer) as server:
        client = connect(server.url, retry=NO_RETRY)
        call = asyncio.create_task(client.sessions.get(user_id="user-test-1"))
        await server.arrivals.acquire()

        await client.aclose()

        with pytest.raises(ReplyLostError):
            await call
