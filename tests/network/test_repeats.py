"""Which requests a server sees again after which failure."""

import datetime as dt
import email.utils
from collections.abc import Awaitable, Callable
from typing import Any, Final

import pytest

from stytch_async import (
    NO_RETRY,
    Client,
    NotSentError,
    RateLimitError,
    Repetition,
    ReplyLostError,
    RequestTimeoutError,
    RetryPolicy,
    ServerError,
    StytchError,
)
from tests.network.conftest import ClientFactory
from tests.network.misbehaving import (
    Behaviour,
    answer,
    document,
    leave,
    never_answer,
    reset,
    serving,
    truncate,
)

Call = Callable[[Client], Awaitable[Any]]

DONE: Final = document({"request_id": "request-id-test-1", "sessions": [], "status_code": 200})
"""Answers both calls that may be repeated."""
SENT: Final = document(
    {
        "phone_id": "phone-number-test-1",
        "request_id": "request-id-test-1",
        "status_code": 200,
        "user_created": False,
        "user_id": "user-test-1",
    }
)


def limited(error_type: str, **headers: str) -> Behaviour:
    """Answer 429 with an error type."""
    return document({"error_type": error_type, "error_message": "Wait."}, 429, **headers)


async def read(client: Client) -> object:
    """Perform a safe operation."""
    return await client.sessions.get(user_id="user-test-1")


async def revoke(client: Client) -> object:
    """Perform an idempotent operation."""
    return await client.sessions.revoke(session_id="session-test-1")


async def delete(client: Client) -> object:
    """Perform an operation with a method that HTTP libraries like to repeat by themselves."""
    return await client.users.delete(user_id="user-test-1")


async def send(client: Client) -> object:
    """Perform an operation that must not happen twice."""
    return await client.otps.sms.login_or_create(phone_number="+12025550123")


LOST: Final = {"reset": reset, "leave": leave, "truncate": truncate, "500": answer(500), "503": answer(503)}
REPEATABLE: Final[dict[str, Call]] = {"read": read, "revoke": revoke}


@pytest.mark.parametrize("call", REPEATABLE.values(), ids=REPEATABLE.keys())
@pytest.mark.parametrize("behaviour", LOST.values(), ids=LOST.keys())
async def test_what_may_be_repeated_succeeds_after_two_failures(
    connect: ClientFactory, call: Call, behaviour: Behaviour
) -> None:
    """Three attempts are made by default, and the caller sees only the last."""
    async with serving(behaviour, behaviour, DONE) as server, connect(server.url) as client:
        await call(client)

    first, *others = server.received
    assert others == [first, first]


@pytest.mark.parametrize("call", REPEATABLE.values(), ids=REPEATABLE.keys())
async def test_a_timeout_is_repeated_where_that_does_no_harm(connect: ClientFactory, call: Call) -> None:
    """The timeout bounds one attempt, and the next one has the same time."""
    async with serving(never_answer, DONE) as server, connect(server.url, timeout=0.5) as client:
        await call(client)

    assert len(server.received) == 2


@pytest.mark.parametrize(
    ("behaviour", "patience", "expected"),
    [
        pytest.param(reset, 10, ReplyLostError, id="reset"),
        pytest.param(leave, 10, ReplyLostError, id="leave"),
        pytest.param(truncate, 10, ReplyLostError, id="truncate"),
        pytest.param(never_answer, 0.2, RequestTimeoutError, id="timeout"),
        pytest.param(answer(500), 10, ServerError, id="500"),
        pytest.param(answer(503), 10, ServerError, id="503"),
    ],
)
async def test_what_must_not_happen_twice_is_sent_once(
    connect: ClientFactory, behaviour: Behaviour, patience: float, expected: type[StytchError]
) -> None:
    """Stytch may have sent the message, so a second request could send another."""
    async with serving(behaviour) as server, connect(server.url, timeout=patience) as client:
        with pytest.raises(expected):
            await send(client)

    assert len(server.received) == 1


async def test_what_was_never_sent_is_repeated_whatever_it_does(connect: ClientFactory) -> None:
    """Without a connection nothing can have happened, not even to an operation that must not happen twice."""
    seen: list[Repetition] = []
    policy = RetryPolicy(first_pause=0, longest_pause=0, on_retry=seen.append)

    async with serving() as server:
        url = server.url
    async with connect(url, retry=policy) as client:
        with pytest.raises(NotSentError) as caught:
            await send(client)

    assert caught.value.attempts == 3
    assert [(repetition.attempt, type(repetition.error)) for repetition in seen] == [
        (1, NotSentError),
        (2, NotSentError),
    ]


@pytest.mark.parametrize("call", [read, delete, send])
async def test_nothing_is_sent_again_behind_the_back_of_the_policy(connect: ClientFactory, call: Call) -> None:
    """A kept connection that dies under a request is a failure like any other, and the policy alone repeats."""
    async with serving(SENT, reset) as server, connect(server.url, retry=NO_RETRY) as client:
        await send(client)
        with pytest.raises(ReplyLostError):
            await call(client)

    assert (len(server.received), server.connections) == (2, 1)


@pytest.mark.parametrize("call", [read, revoke, send])
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="none"),
        pytest.param({"Retry_After": "0"}, id="seconds"),
        pytest.param({"Retry_After": email.utils.format_datetime(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))}, id="past"),
        pytest.param({"Retry_After": "soon"}, id="nonsense"),
    ],
)
async def test_too_many_requests_is_repeated_whatever_the_operation_does(
    connect: ClientFactory, call: Call, headers: dict[str, str]
) -> None:
    """Stytch turned the request away before it did anything."""
    done = SENT if call is send else DONE
    behaviour = limited("too_many_requests", **headers)

    async with serving(behaviour, behaviour, done) as server, connect(server.url) as client:
        await call(client)

    assert len(server.received) == 3


@pytest.mark.parametrize("call", [read, revoke, send])
@pytest.mark.parametrize("error_type", ["user_lock_limit_reached", "captcha_failed", "too_few_tokens_authenticated"])
async def test_a_refusal_that_waiting_does_not_change_is_raised_at_once(
    connect: ClientFactory, call: Call, error_type: str
) -> None:
    """A locked user stays locked, and another attempt would count as one."""
    async with serving(limited(error_type, Retry_After="0")) as server, connect(server.url) as client:
        with pytest.raises(RateLimitError) as caught:
            await call(client)

    assert (caught.value.error_type, caught.value.attempts, len(server.received)) == (error_type, 1, 1)


async def test_a_429_that_is_no_error_document_is_raised_at_once(connect: ClientFactory) -> None:
    """A proxy's page does not say that waiting would help."""
    async with serving(answer(429, b"<html>", Retry_After="0")) as server, connect(server.url) as client:
        with pytest.raises(RateLimitError):
            await read(client)

    assert len(server.received) == 1


@pytest.mark.parametrize("seconds", ["31", "3600", "99999999999"])
async def test_a_pause_beyond_the_deadline_is_not_begun(connect: ClientFactory, seconds: str) -> None:
    """The caller learns at once how long Stytch asks to wait."""
    async with serving(limited("too_many_requests", Retry_After=seconds)) as server, connect(server.url) as client:
        with pytest.raises(RateLimitError) as caught:
            await read(client)

    assert (caught.value.retry_after, caught.value.attempts, len(server.received)) == (float(seconds), 1, 1)


async def test_a_date_to_retry_after_is_told_in_seconds(connect: ClientFactory) -> None:
    """A date far away is beyond every deadline."""
    date = email.utils.format_datetime(dt.datetime(2999, 1, 1, tzinfo=dt.UTC), usegmt=True)

    async with serving(limited("too_many_requests", Retry_After=date)) as server, connect(server.url) as client:
        with pytest.raises(RateLimitError) as caught:
            await read(client)

    error = caught.value
    assert error.headers["Retry-After"] == date
    assert error.retry_after is not None
    assert error.retry_after > 3600 * 24 * 365


async def test_the_deadline_ends_the_attempts(connect: ClientFactory) -> None:
    """However many attempts the policy grants, the call ends when its time is up."""
    policy = RetryPolicy(attempts=1_000_000, deadline=0.2, first_pause=0, longest_pause=0)

    async with serving(never_answer) as server, connect(server.url, retry=policy, timeout=0.05) as client:
        with pytest.raises(RequestTimeoutError) as caught:
            await read(client)

    assert 1 <= caught.value.attempts < 1000


async def test_the_deadline_bounds_an_attempt_without_a_timeout(connect: ClientFactory) -> None:
    """An attempt never takes longer than what is left of the whole call."""
    policy = RetryPolicy(deadline=0.05)

    async with serving(never_answer) as server, connect(server.url, retry=policy, timeout=None) as client:
        with pytest.raises(RequestTimeoutError):
            await read(client)


async def test_the_number_of_attempts_is_told(connect: ClientFactory) -> None:
    """After the last attempt its failure is raised, with the count in attribute and text."""
    async with serving(answer(503)) as server, connect(server.url) as client:
        with pytest.raises(ServerError, match="after 3 attempts") as caught:
            await read(client)

    assert (caught.value.attempts, len(server.received)) == (3, 3)


async def test_no_retry_sends_once(connect: ClientFactory) -> None:
    """A policy of one attempt raises the first failure."""
    async with serving(answer(503)) as server, connect(server.url, retry=NO_RETRY) as client:
        with pytest.raises(ServerError):
            await read(client)

    assert len(server.received) == 1


async def test_each_repeat_is_announced(connect: ClientFactory) -> None:
    """`on_retry` learns of the operation, the attempt that failed, the pause, and the error."""
    seen: list[Repetition] = []
    policy = RetryPolicy(first_pause=0, longest_pause=0, on_retry=seen.append)

    async with serving(answer(503), leave, DONE) as server, connect(server.url, retry=policy) as client:
        await read(client)

    assert [(str(r.operation), r.attempt, r.pause, type(r.error)) for r in seen] == [
        ("GET /v1/sessions", 1, 0, ServerError),
        ("GET /v1/sessions", 2, 0, ReplyLostError),
    ]
