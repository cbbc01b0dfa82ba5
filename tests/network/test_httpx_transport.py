"""The httpx example, against a server that answers, redirects, stalls, hangs up or is not there."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest

from examples.httpx_transport import HttpxTransport
from stytch_async import (
    NO_RETRY,
    Client,
    HTTPRequest,
    InMemoryTransport,
    NotSentError,
    ReplyLostError,
    RequestTimeoutError,
)

Answer = Callable[[bytes, asyncio.StreamWriter], Awaitable[None]]
Serve = Callable[[Answer], Awaitable[str]]


@pytest.fixture
async def serve() -> AsyncIterator[Serve]:
    """Start a server that reads one request a connection and treats it as the test says; give its URL."""
    servers: list[asyncio.Server] = []

    async def start(answer: Answer) -> str:
        async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            request = await reader.readuntil(b"\r\n\r\n")
            try:
                await answer(request, writer)
            finally:
                writer.close()

        server = await asyncio.start_server(handle, "127.0.0.1", 0)
        servers.append(server)
        return f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"

    yield start
    for server in servers:
        server.close()
        await server.wait_closed()


@pytest.fixture
async def transport() -> AsyncIterator[HttpxTransport]:
    """Return a transport, and close it in the end."""
    transport = HttpxTransport(httpx.AsyncClient(trust_env=False))
    yield transport
    await transport.aclose()


def get(url: str, timeout: float | None = 10) -> HTTPRequest:
    """Return a request for a URL."""
    return HTTPRequest("GET", url, {"Authorization": "Basic eDp5"}, None, timeout)


def replying(text: str) -> Answer:
    """Answer every request with the same bytes."""

    async def answer(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(text.replace("\n", "\r\n").encode())
        await writer.drain()

    return answer


async def test_status_headers_and_body_arrive(transport: HttpxTransport, serve: Serve) -> None:
    """An answer comes back whole, and its headers are found in any spelling."""
    url = await serve(replying("HTTP/1.1 404 Not Found\nX-Request-Id: 7\nContent-Length: 2\n\n{}"))

    response = await transport.send(get(url))

    assert (response.status, response.headers["x-request-id"], response.content) == (404, "7", b"{}")


async def test_the_request_arrives_as_it_was_given(transport: HttpxTransport, serve: Serve) -> None:
    """Method, encoded path, query and headers reach the server unchanged."""
    seen: list[bytes] = []

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        seen.append(request)
        await replying("HTTP/1.1 200 OK\nContent-Length: 0\n\n")(request, writer)

    await transport.send(get(await serve(answer) + "/v1/users/a%2Fb?note=%20x"))

    line, *headers = seen[0].decode().split("\r\n")
    assert line == "GET /v1/users/a%2Fb?note=%20x HTTP/1.1"
    assert "Authorization: Basic eDp5" in headers


async def test_redirects_are_not_followed(transport: HttpxTransport, serve: Serve) -> None:
    """A redirect is an answer like any other."""
    url = await serve(replying("HTTP/1.1 302 Found\nLocation: /elsewhere\nContent-Length: 0\n\n"))

    response = await transport.send(get(url))

    assert (response.status, response.headers["location"]) == (302, "/elsewhere")


async def test_a_refused_connection_was_never_sent(transport: HttpxTransport) -> None:
    """Where nobody listens, the request never left."""
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    server.close()
    await server.wait_closed()

    with pytest.raises(NotSentError) as caught:
        await transport.send(get(f"http://127.0.0.1:{port}"))

    assert str(caught.value) == "no connection: ConnectError"


async def test_a_stalled_answer_times_out(transport: HttpxTransport, serve: Serve) -> None:
    """The bound holds for the whole attempt, even while single bytes go on arriving."""

    async def drip(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while not writer.is_closing():
            writer.write(b".")
            await asyncio.sleep(0.01)

    url = await serve(drip)

    with pytest.raises(RequestTimeoutError) as caught:
        await transport.send(get(url, timeout=0.1))

    assert str(caught.value) == "no complete answer within the timeout"


@pytest.mark.parametrize("beginning", ["", "HTTP/1.1 200 OK\nContent-Length: 100\n\n{"], ids=["nothing", "half"])
async def test_a_server_that_hangs_up_has_lost_the_reply(
    transport: HttpxTransport, serve: Serve, beginning: str
) -> None:
    """A connection that ends before the answer does leaves open whether the server acted."""
    url = await serve(replying(beginning))

    with pytest.raises(ReplyLostError) as caught:
        await transport.send(get(url))

    assert str(caught.value) == "the answer was lost: RemoteProtocolError"


async def test_an_answer_without_end_is_not_read_to_it(transport: HttpxTransport, serve: Serve) -> None:
    """The example stops reading where an answer becomes too large."""

    async def pour(_: bytes, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            while True:
                writer.write(bytes(2**20))
                await writer.drain()

    response = await transport.send(get(await serve(pour)))

    assert response.oversized


async def test_a_client_works_over_it(transport: HttpxTransport, serve: Serve) -> None:
    """A client neither knows nor cares which library carries its requests."""
    stytch = InMemoryTransport()
    created = await Client(transport=stytch).users.create(email="ada@example.com")

    async def answer(request: bytes, writer: asyncio.StreamWriter) -> None:
        method, path, _ = request.decode().split(" ", 2)
        headers = dict(line.split(": ", 1) for line in request.decode().split("\r\n")[1:-2])
        response = await stytch.send(HTTPRequest(method, f"https://test.stytch.com{path}", headers, None, None))
        writer.write(b"HTTP/1.1 %d OK\r\nContent-Length: %d\r\n\r\n" % (response.status, len(response.content)))
        writer.write(response.content)
        await writer.drain()

    client = Client(*stytch.credentials, base_url=await serve(answer), transport=transport, retry=NO_RETRY)

    found = await client.users.get(user_id=created.user_id)

    assert found.emails[0].email == "ada@example.com"
