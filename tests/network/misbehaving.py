"""A server on this machine that reads requests properly, and then does to each whatever a test wants."""

import asyncio
import json
import socket
import ssl
import struct
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Final

import attrs

__all__ = [
    "Received",
    "Server",
    "answer",
    "babble",
    "break_off_chunks",
    "document",
    "drip",
    "leave",
    "never_answer",
    "reset",
    "serving",
    "truncate",
]

Behaviour = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@attrs.frozen
class Received:
    """One request as it came in, header names in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    content: bytes


@attrs.define
class Server:
    """What a running server has seen."""

    behaviours: list[Behaviour]
    """By request; the last one holds for all that follow."""
    tls: bool = False
    port: int = 0
    received: list[Received] = attrs.field(factory=list)
    arrivals: asyncio.Semaphore = attrs.field(factory=lambda: asyncio.Semaphore(0))
    """Released for each request."""
    connections: int = 0
    tasks: dict["asyncio.Task[None]", asyncio.StreamWriter] = attrs.field(factory=dict)
    """One for each connection that is open."""

    @property
    def url(self) -> str:
        """The base URL for a client."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read requests until the client or a behaviour closes the connection."""
        task = asyncio.current_task()
        assert task is not None
        self.tasks[task] = writer
        self.connections += 1
        try:
            while not writer.is_closing() and (request := await _read(reader)) is not None:
                self.received.append(request)
                self.arrivals.release()
                number = min(len(self.received), len(self.behaviours))
                await self.behaviours[number - 1](reader, writer)
        except ConnectionError:
            pass  # the client has gone, as some tests want it to
        finally:
            del self.tasks[task]
            writer.close()

    async def idle(self) -> None:
        """Wait until the clients have closed every connection."""
        await asyncio.gather(*self.tasks)


async def _read(reader: asyncio.StreamReader) -> Received | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.rstrip().split("\r\n")
    method, target, _ = first.split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    content = await reader.readexactly(int(headers.get("content-length", "0")))
    return Received(method, target, headers, content)


TURNS: Final = 10
"""More turns of the loop than a connection takes from being accepted to being handled."""


@asynccontextmanager
async def serving(
    *behaviours: Behaviour, tls: ssl.SSLContext | None = None, port: int = 0
) -> AsyncGenerator[Server, None]:
    """Serve until the end of the block, on a free port if none is given."""
    server = Server(list(behaviours), tls=tls is not None)
    listener = await asyncio.start_server(server.handle, "127.0.0.1", port, ssl=tls)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        listener.close()
        for _ in range(TURNS):
            await asyncio.sleep(0)
        for writer in server.tasks.values():
            writer.transport.abort()
        await server.idle()
        await listener.wait_closed()


def document(content: object, status: int = 200, **headers: str) -> Behaviour:
    """Answer with JSON."""
    return answer(status, json.dumps(content).encode(), **{"Content-Type": "application/json", **headers})


def answer(status: int, content: bytes = b"", **headers: str) -> Behaviour:
    """Answer as HTTP wants it; an underscore in a header's name stands for a hyphen."""

    async def behave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(_head(status, Content_Length=str(len(content)), **headers) + content)
        await writer.drain()

    return behave


def _head(status: int, **headers: str) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} Whatever\r\n{lines}\r\n".encode()


async def reset(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Reset the connection."""
    connection: socket.socket = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def leave(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Close the connection instead of answering."""
    writer.close()


async def never_answer(reader: asyncio.StreamReader, _: asyncio.StreamWriter) -> None:
    """Keep the client waiting until it gives up."""
    await reader.read()


async def babble(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer in another protocol."""
    writer.write(b"220 mail.example.com ESMTP ready\r\n")
    writer.close()


async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Send a byte now and then, and never the last one."""
    writer.write(_head(200, Content_Length="1000000"))
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def truncate(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Promise more than is sent."""
    writer.write(_head(200, Content_Length="1000") + b'{"status_code": 200,')
    writer.close()


async def break_off_chunks(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Close the connection in the middle of a chunked body."""
    writer.write(_head(200, Transfer_Encoding="chunked") + b'14\r\n{"status_code": 200,\r\n')
    writer.close()
