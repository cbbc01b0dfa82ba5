"""How the clients of these tests are built."""

from collections.abc import Callable
from typing import Any, Final

import pytest

from stytch_async import Client, RetryPolicy

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-opens-nothing"

ClientFactory = Callable[..., Client]


@pytest.fixture
def connect() -> ClientFactory:
    """Build clients that repeat without pausing."""

    def make(url: str, **options: Any) -> Client:
        retry = RetryPolicy(first_pause=0, longest_pause=0)
        return Client(PROJECT, SECRET, **{"base_url": url, "retry": retry, **options})

    return make
