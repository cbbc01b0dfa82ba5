"""How the clients of these tests are built."""

from typing import Final, Protocol

import pytest

from stytch_async import Client, RetryPolicy, Transport

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-opens-nothing"
AT_ONCE: Final = RetryPolicy(first_pause=0, longest_pause=0)


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


@pytest.fixture
def connect() -> ClientFactory:
    """Return what builds the clients of these tests."""

    def make(
        url: str,
        *,
        retry: RetryPolicy = AT_ONCE,
        timeout: float | None = 10.0,
        transport: Transport | None = None,
    ) -> Client:
        return Client(PROJECT, SECRET, base_url=url, retry=retry, timeout=timeout, transport=transport)

    return make
