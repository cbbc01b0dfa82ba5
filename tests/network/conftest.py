"""How the clients of these tests are built."""

from collections.abc import Callable
from typing import Final, Protocol

import httpx
import pytest

from examples.httpx_transport import HttpxTransport
from stytch_async import AiohttpTransport, Client, DirectTransport, RetryPolicy, Transport

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-opens-nothing"
AT_ONCE: Final = RetryPolicy(first_pause=0, longest_pause=0)

MakeTransport = Callable[..., Transport]

OURS: Final = pytest.mark.parametrize("make_transport", [AiohttpTransport, DirectTransport])
"""Marks what only the library's own transports promise."""
AIOHTTP: Final = pytest.mark.parametrize("make_transport", [AiohttpTransport])
"""Marks what only aiohttp's sessions can do."""


class ClientFactory(Protocol):
    """Builds clients that repeat without pausing."""

    def __call__(
        self,
        url: str,
        *,
        retry: RetryPolicy = AT_ONCE,
        timeout: float | None = 10.0,
        transport: Transport | None = None,
    ) -> Client:
        """Build a client for a server."""
        ...


def make_httpx_transport() -> HttpxTransport:
    """Make the transport of the example, deaf to the environment of whoever runs the tests."""
    return HttpxTransport(httpx.AsyncClient(trust_env=False))


@pytest.fixture(params=[AiohttpTransport, DirectTransport, make_httpx_transport])
def make_transport(request: pytest.FixtureRequest) -> MakeTransport:
    """Return what makes the transport of a client."""
    make: MakeTransport = request.param
    return make


@pytest.fixture
def connect(make_transport: MakeTransport) -> ClientFactory:
    """Return what builds the clients of these tests."""

    def make(
        url: str,
        *,
        retry: RetryPolicy = AT_ONCE,
        timeout: float | None = 10.0,
        transport: Transport | None = None,
    ) -> Client:
        carried_by = make_transport() if transport is None else transport
        return Client(PROJECT, SECRET, base_url=url, retry=retry, timeout=timeout, transport=carried_by)

    return make
