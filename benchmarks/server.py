"""A Stytch that answers every request with the same login, as fast as asyncio can; it prints its port."""

import asyncio
import sys
from typing import Final

from answers import AUTHENTICATE

HEAD: Final = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(AUTHENTICATE)}\r\n\r\n"
ANSWER: Final = HEAD.encode() + AUTHENTICATE


class Answering(asyncio.Protocol):
    """Counts whole requests and writes as many answers."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin with nothing received."""
        self.transport = transport
        self.received = b""

    def data_received(self, data: bytes) -> None:
        """Answer each request that is now complete."""
        self.received += data
        while (end := self.received.find(b"\r\n\r\n")) >= 0:
            size = end + 4 + _content_length(self.received[:end])
            if len(self.received) < size:
                return
            self.received = self.received[size:]
            self.transport.write(ANSWER)  # type: ignore[attr-defined] # a TCP transport can write


def _content_length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0


async def _serve() -> None:
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    # The parent holds the other end of stdin: when it ends, however it ends, so does this process.
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve())
