"""Calls, failures, answers and settings of the served emulator, asked for over HTTP."""

import time
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from stytch_async import (
    NO_RETRY,
    Client,
    NotSentError,
    PermissionDeniedError,
    RateLimitError,
    ReplyLostError,
    ServerError,
    TokenError,
    TokenReason,
)
from stytch_async.emulator import Project
from stytch_async.emulator.server import start
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.traffic import Traffic
from stytch_async.schemas.consumer.sessions import AuthorizationCheck

CREDENTIALS = ("project-test-1", "secret-test-1")
CREATE = {"operation": "POST /v1/users"}
PASSWORD = "a long and quiet river"


@pytest.fixture
def traffic() -> Traffic:
    """Return the traffic of the project that is served."""
    return Traffic(Project(clock=Clock(runs=True)))


@pytest.fixture
async def url(traffic: Traffic) -> AsyncIterator[str]:
    """Serve it, and return where."""
    async with start(traffic) as url:
        yield url


@pytest.fixture
async def http(url: str) -> AsyncIterator[aiohttp.ClientSession]:
    """Return an HTTP session with the emulator."""
    async with aiohttp.ClientSession(url) as session:
        yield session


@pytest.fixture
async def client(url: str) -> AsyncIterator[Client]:
    """Return a client that repeats nothing."""
    async with Client(*CREDENTIALS, base_url=url, retry=NO_RETRY) as client:
        yield client


async def ask(http: aiohttp.ClientSession, path: str, document: dict[str, Any]) -> tuple[int, Any]:
    """Post JSON, and return the status and the answer."""
    async with http.post(f"/_emulator/{path}", json=document) as response:
        return response.status, await response.json()


@pytest.mark.parametrize(
    ("fault", "error", "made"),
    [
        ({"status": 503}, ServerError, 0),
        ({"retry_after": 3}, RateLimitError, 0),
        ({"refused": True}, ReplyLostError, 0),
        ({"lost": True}, ReplyLostError, 1),
        ({"truncated": True}, ReplyLostError, 1),
        ({"delay": 0.01, "status": 500}, ServerError, 0),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
async def test_a_call_fails_on_demand(
    client: Client,
    http: aiohttp.ClientSession,
    traffic: Traffic,
    fault: dict[str, Any],
    error: type[Exception],
    made: int,
) -> None:
    """The next call meets the fault, and only what comes too late has taken effect."""
    asked = await ask(http, "faults", {**CREATE, **fault})

    with pytest.raises(error):
        await client.users.create(email="ada@example.com")

    assert asked == (200, {})
    assert len(traffic.project.users) == made
    assert (await client.users.create(email="grace@example.com")).status_code == 201


async def test_a_call_is_answered_on_demand(client: Client, http: aiohttp.ClientSession) -> None:
    """Even one that is not emulated."""
    fields = {"strength": "x"}
    refused, _ = await ask(http, "answers", {"operation": "POST /v1/debug/whoami", "fields": fields})
    asked, _ = await ask(http, "answers", {**CREATE, "fields": {"user_id": "user-test-7"}})

    assert (refused, asked) == (400, 400)
