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
    ("fault", "outcome"),
    [
        ({"status": 503}, (ServerError, 0)),
        ({"retry_after": 3}, (RateLimitError, 0)),
        ({"refused": True}, (ReplyLostError, 0)),
        ({"lost": True}, (ReplyLostError, 1)),
        ({"truncated": True}, (ReplyLostError, 1)),
        ({"delay": 0.01, "status": 500}, (ServerError, 0)),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
async def test_a_call_fails_on_demand(
    client: Client,
    http: aiohttp.ClientSession,
    traffic: Traffic,
    fault: dict[str, Any],
    outcome: tuple[type[Exception], int],
) -> None:
    """The next call meets the fault, and only what comes too late has taken effect."""
    asked = await ask(http, "faults", {**CREATE, **fault})

    with pytest.raises(outcome[0]):
        await client.users.create(email="ada@example.com")

    assert asked == (200, {})
    assert len(traffic.project.users) == outcome[1]
    assert (await client.users.create(email="grace@example.com")).status_code == 201


async def test_a_call_is_answered_on_demand(client: Client, http: aiohttp.ClientSession, traffic: Traffic) -> None:
    """It does nothing, and its answer is what was asked for."""
    asked = await ask(
        http, "answers", {"operation": "DELETE /v1/users/{user_id}", "fields": {"user_id": "user-test-7"}}
    )

    answer = await client.users.delete(user_id="user-test-of-nobody")

    assert asked == (200, {})
    assert (answer.user_id, answer.status_code) == ("user-test-7", 200)
    assert len(traffic.project.users) == 0


@pytest.mark.parametrize(
    ("path", "document", "problem"),
    [
        ("faults", {"status": 503}, "name an operation"),
        ("faults", {"operation": "POST /v1/shoes", "status": 503}, "name an operation"),
        ("faults", {"operation": 5, "status": 503}, "name an operation"),
        ("faults", CREATE, "say how the call is to fail"),
        ("faults", {**CREATE, "status": "503"}, "not possible"),
        ("faults", {**CREATE, "status": 99}, "status"),
        ("faults", {**CREATE, "delay": "long"}, "not possible"),
        ("faults", {**CREATE, "lost": 1}, "lost must be bool"),
        ("faults", {**CREATE, "broken": True}, "broken"),
        ("faults", {**CREATE, "error_type": "nonsense"}, "give the status of nonsense"),
        ("faults", {**CREATE, "lost": True, "times": 0}, "times must be"),
        ("faults", {**CREATE, "lost": True, "times": True}, "times must be"),
        ("answers", {**CREATE, "fields": []}, "fields must be an object"),
        ("answers", {**CREATE, "fields": {"shoe": 1}}, "fields must be an object"),
        ("answers", {**CREATE, "fields": {"user_id": 5}}, "expected str, got int"),
        ("answers", {**CREATE, "fields": {"user_id": "user-test-7"}}, "missing"),
        ("settings", {}, "no such endpoint"),
    ],
)
async def test_what_cannot_be_done_is_refused(
    http: aiohttp.ClientSession, path: str, document: dict[str, Any], problem: str
) -> None:
    """The answer is one of Stytch's error documents, and says what is wrong."""
    status, answer = await ask(http, path, document)

    assert status in {400, 404}
    assert answer.keys() == {"status_code", "request_id", "error_type", "error_message", "error_url"}
    assert problem in answer["error_message"]


async def test_calls_are_listed(client: Client, http: aiohttp.ClientSession) -> None:
    """All of them or those of one operation, with arguments and outcome, and without credentials."""
    await client.users.search(limit=5)
    await ask(http, "faults", {**CREATE, "lost": True})
    with pytest.raises(ReplyLostError):
        await client.users.create(email="ada@example.com")

    async with http.get("/_emulator/calls") as response:
        everything = await response.json()
    async with http.get("/_emulator/calls", params=CREATE) as response:
        some = await response.json()

    assert [call["operation"] for call in everything] == ["POST /v1/users/search", "POST /v1/users"]
    assert some == [
        {
            "operation": "POST /v1/users",
            "method": "POST",
            "path": "/v1/users",
            "arguments": {"email": "ada@example.com"},
            "status": None,
            "failure": "the answer was lost: by fail_next",
        }
    ]


async def test_a_reset_forgets_calls_and_faults(client: Client, http: aiohttp.ClientSession, traffic: Traffic) -> None:
    """What was asked for before does not hit the next test."""
    await client.users.search()
    await ask(http, "faults", {**CREATE, "status": 503})

    await ask(http, "reset", {})

    assert traffic.calls == []
    assert (await client.users.create(email="ada@example.com")).status_code == 201


async def test_settings_are_replaced(http: aiohttp.ClientSession, traffic: Traffic) -> None:
    """What is put counts at once, and what is left out is as in a new project."""
    traffic.project.settings.cross_org_passwords_enabled = True

    async with http.put("/_emulator/settings", json={"user_lock_threshold": 3}) as response:
        put = await response.json()
    async with http.get("/_emulator/settings") as response:
        got = await response.json()

    assert (put["user_lock_threshold"], put["cross_org_passwords_enabled"]) == (3, False)
    assert put == got
    assert traffic.project.settings.user_lock_threshold == 3


async def test_settings_that_make_no_sense_change_nothing(http: aiohttp.ClientSession, traffic: Traffic) -> None:
    """The answer says where the mistake is."""
    async with http.put("/_emulator/settings", json={"user_lock_threshold": 0}) as response:
        answer = await response.json()

    assert (answer["status_code"], answer["error_type"]) == (400, "bad_request")
    assert "user_lock_threshold" in answer["error_message"]
    assert traffic.project.settings.user_lock_threshold == 10


async def test_a_policy_that_is_put_counts_for_local_checks(client: Client, http: aiohttp.ClientSession) -> None:
    """An app in another process goes by it at once."""
    signed_up = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    check = AuthorizationCheck(resource_id="documents", action="read")
    with pytest.raises(PermissionDeniedError):
        await client.sessions.authenticate_jwt_local(signed_up.session_jwt, authorization_check=check)
    policy = {"roles": {"stytch_user": {"documents": ["read"]}}}

    async with http.put("/_emulator/settings", json={"policy": policy}) as response:
        assert response.status == 200

    assert await client.sessions.authenticate_jwt_local(signed_up.session_jwt, authorization_check=check)


async def test_a_client_goes_by_the_clock_of_the_emulator(client: Client, http: aiohttp.ClientSession) -> None:
    """Whoever has moved it: older JWTs have expired, and newer ones are not from the future."""
    signed_up = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    await client.sessions.authenticate_jwt_local(signed_up.session_jwt)

    status, told = await ask(http, "clock", {"minutes": 6})

    with pytest.raises(TokenError) as caught:
        await client.sessions.authenticate_jwt_local(signed_up.session_jwt)
    renewed = await client.sessions.authenticate_jwt(signed_up.session_jwt)
    assert caught.value.reason is TokenReason.EXPIRED
    assert (await client.sessions.authenticate_jwt_local(renewed.session_jwt)).session_id == renewed.session.session_id
    assert (status, told["advanced_seconds"]) == (200, 360)
    assert "not yet valid" in told["note"]


async def test_a_reset_brings_the_clock_back(client: Client, http: aiohttp.ClientSession, traffic: Traffic) -> None:
    """And keeps the keys, which other processes have cached."""
    keys = traffic.project.keys.public()
    await ask(http, "clock", {"days": 400})

    await ask(http, "reset", {})

    assert abs(traffic.project.now.timestamp() - time.time()) < 60
    assert traffic.project.keys.public() == keys
    assert (await client.sessions.get_jwks(project_id=CREDENTIALS[0])).keys[0].kid == keys[0]["kid"]


async def test_what_stopped_listening_is_not_sent_to(traffic: Traffic) -> None:
    """After the block a call finds nobody."""
    async with start(traffic) as url:
        client = Client(*CREDENTIALS, base_url=url, retry=NO_RETRY)

    async with client:
        with pytest.raises(NotSentError):
            await client.users.search()
