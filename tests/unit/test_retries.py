"""Retry classes and failures: what is repeated, how often, and after which pause."""

import asyncio
import itertools
from typing import Final

import attrs
import pytest

from stytch_async import Client
from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Operation, RetryClass, endpoint
from stytch_async.errors import (
    APIError,
    ConfigurationError,
    NotFoundError,
    NotSentError,
    RateLimitError,
    ReplyLostError,
    RequestTimeoutError,
    ServerError,
    TransportError,
)
from stytch_async.retries import NO_RETRY, Outcome, Repetition, RetryPolicy
from stytch_async.transports.interface import HTTPRequest, HTTPResponse


@attrs.define(kw_only=True)
class Request:
    """Nothing is asked."""


@attrs.define(kw_only=True)
class Answer:
    """Nothing is answered."""


class Scripted:
    """A transport whose attempts end as a test has written them down; the last ending holds for all further ones."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)
        self.sent: list[HTTPRequest] = []

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """End as the script says."""
        self.sent.append(request)
        await asyncio.sleep(0)
        outcome = self.outcomes[min(len(self.sent), len(self.outcomes)) - 1]
        if isinstance(outcome, TransportError):
            raise outcome
        return outcome

    async def aclose(self) -> None:
        """Have nothing to release."""


def operation(retry: RetryClass) -> Operation[Request, Answer]:
    """Declare an operation."""
    return endpoint("POST", "/v1/things", Request, Answer, retry).operation


def refused(status: int, error_type: str = "t", **headers: str) -> HTTPResponse:
    """Make an error document."""
    content = f'{{"error_type": "{error_type}", "error_message": "m"}}'.encode()
    return HTTPResponse(status, {name.replace("_", "-"): value for name, value in headers.items()}, content)


async def perform(transport: Scripted, retry: RetryClass, policy: RetryPolicy) -> Answer:
    """Perform an operation over a transport."""
    client = Client("project-test-1", "secret-test-1", transport=transport, retry=policy)
    return await client.users._pipeline.run(operation(retry), Request())


DONE: Final = HTTPResponse(200, {}, b"{}")
AT_ONCE: Final = RetryPolicy(first_pause=0, longest_pause=0)
FAILURES: Final[dict[str, tuple[Outcome, type[Exception], set[RetryClass]]]] = {
    "never sent": (NotSentError("n"), NotSentError, {SAFE, IDEMPOTENT, ONCE}),
    "reply lost": (ReplyLostError("r"), ReplyLostError, {SAFE, IDEMPOTENT}),
    "timeout": (RequestTimeoutError("t"), RequestTimeoutError, {SAFE, IDEMPOTENT}),
    "500": (refused(500), ServerError, {SAFE, IDEMPOTENT}),
    "502": (HTTPResponse(502, {}, b"<html>"), ServerError, {SAFE, IDEMPOTENT}),
    "503": (refused(503), ServerError, {SAFE, IDEMPOTENT}),
    "too many requests": (refused(429, "too_many_requests"), RateLimitError, {SAFE, IDEMPOTENT, ONCE}),
    "locked user": (refused(429, "user_lock_limit_reached"), RateLimitError, set()),
    "captcha": (refused(429, "captcha_failed"), RateLimitError, set()),
    "429 of a proxy": (HTTPResponse(429, {}, b""), RateLimitError, set()),
    "400": (refused(400), APIError, set()),
    "401": (refused(401), APIError, set()),
    "404": (refused(404), APIError, set()),
    "302": (refused(302), APIError, set()),
}


@pytest.mark.parametrize("retry", list(RetryClass))
@pytest.mark.parametrize(("outcome", "error", "repeated"), FAILURES.values(), ids=FAILURES.keys())
async def test_the_table_of_repeats(
    retry: RetryClass, outcome: Outcome, error: type[Exception], repeated: set[RetryClass]
) -> None:
    """A failure is followed by another attempt exactly where the operation can bear it."""
    transport = Scripted(outcome, DONE)

    if retry in repeated:
        assert await perform(transport, retry, AT_ONCE) == Answer()
    else:
        with pytest.raises(error):
            await perform(transport, retry, AT_ONCE)

    assert len(transport.sent) == (2 if retry in repeated else 1)


@pytest.mark.parametrize("retry", list(RetryClass))
async def test_a_success_is_sent_once(retry: RetryClass) -> None:
    """The way on which nothing fails does nothing twice."""
    transport = Scripted(DONE)

    await perform(transport, retry, AT_ONCE)

    assert len(transport.sent) == 1


@pytest.mark.parametrize("attempts", [1, 2, 3, 7])
async def test_the_policy_limits_the_attempts(attempts: int) -> None:
    """After the last one its failure is raised, with the count."""
    transport = Scripted(refused(503))

    with pytest.raises(ServerError) as caught:
        await perform(transport, SAFE, attrs.evolve(AT_ONCE, attempts=attempts))

    assert (len(transport.sent), caught.value.attempts) == (attempts, attempts)


async def test_the_last_failure_is_the_one_that_is_raised() -> None:
    """It says best how things stand."""
    transport = Scripted(ReplyLostError("first"), refused(503), ReplyLostError("last"))

    with pytest.raises(ReplyLostError, match="last after 3 attempts") as caught:
        await perform(transport, SAFE, AT_ONCE)

    assert caught.value.operation == "POST /v1/things"


async def test_a_failure_that_must_not_be_repeated_ends_the_repeats() -> None:
    """Each failure is judged by itself."""
    transport = Scripted(NotSentError("n"), ReplyLostError("r"), DONE)

    with pytest.raises(ReplyLostError) as caught:
        await perform(transport, ONCE, AT_ONCE)

    assert (len(transport.sent), caught.value.attempts) == (2, 2)


async def test_every_attempt_sends_the_same() -> None:
    """Only the time that is left may differ."""
    transport = Scripted(refused(503), refused(503), DONE)

    await perform(transport, SAFE, AT_ONCE)

    first, *others = [attrs.evolve(request, timeout=None) for request in transport.sent]
    assert others == [first, first]


@pytest.mark.parametrize(("retry", "noted"), [(SAFE, False), (IDEMPOTENT, True)])
async def test_a_404_after_a_lost_reply_tells_what_may_have_happened(retry: RetryClass, noted: bool) -> None:  # noqa: FBT001 - an expectation
    """What a repeated deletion does not find, the first attempt may have deleted."""
    transport = Scripted(ReplyLostError("lost"), refused(404))

    with pytest.raises(NotFoundError, match="after 2 attempts") as caught:
        await perform(transport, retry, AT_ONCE)

    assert caught.value.attempts == 2
    assert hasattr(caught.value, "__notes__") is noted


async def test_a_404_at_once_is_just_that() -> None:
    """There was nothing to delete."""
    with pytest.raises(NotFoundError) as caught:
        await perform(Scripted(refused(404)), IDEMPOTENT, AT_ONCE)

    assert not hasattr(caught.value, "__notes__")


async def test_no_retry_repeats_nothing() -> None:
    """Not even what was never sent."""
    transport = Scripted(NotSentError("n"))

    with pytest.raises(NotSentError):
        await perform(transport, SAFE, NO_RETRY)

    assert len(transport.sent) == 1


async def test_each_repeat_is_announced_before_its_pause() -> None:
    """A hook can count repeats and see why they happen."""
    seen: list[Repetition] = []
    transport = Scripted(NotSentError("n"), refused(429, "too_many_requests", Retry_After="0"), DONE)

    await perform(transport, ONCE, attrs.evolve(AT_ONCE, on_retry=seen.append))

    assert [(repetition.attempt, repetition.pause) for repetition in seen] == [(1, 0), (2, 0)]
    assert [type(repetition.error) for repetition in seen] == [NotSentError, RateLimitError]
    assert {str(repetition.operation) for repetition in seen} == {"POST /v1/things"}


async def test_a_hook_that_fails_fails_the_call() -> None:
    """Its error is the app's own, and is not swallowed."""

    def count(_: Repetition) -> None:
        raise LookupError("no counter")

    with pytest.raises(LookupError, match="no counter"):
        await perform(Scripted(refused(503)), SAFE, attrs.evolve(AT_ONCE, on_retry=count))


async def test_an_error_that_is_not_of_the_network_is_not_repeated() -> None:
    """A mistake in a transport is no outcome."""

    class Broken(Scripted):
        async def send(self, request: HTTPRequest, /) -> HTTPResponse:
            self.sent.append(request)
            raise LookupError("mistake")

    transport = Broken()

    with pytest.raises(LookupError, match="mistake"):
        await perform(transport, SAFE, AT_ONCE)

    assert len(transport.sent) == 1


async def test_what_stytch_asks_for_beyond_the_deadline_is_not_waited_for() -> None:
    """The failure is raised at once, with the seconds that were asked for."""
    transport = Scripted(refused(429, "too_many_requests", Retry_After="30"))

    with pytest.raises(RateLimitError) as caught:
        await perform(transport, SAFE, RetryPolicy(deadline=29))

    assert (caught.value.retry_after, len(transport.sent)) == (30.0, 1)


async def test_a_deadline_of_nothing_means_one_attempt() -> None:
    """There is no time for a second."""
    transport = Scripted(refused(503))

    with pytest.raises(ServerError):
        await perform(transport, SAFE, attrs.evolve(AT_ONCE, deadline=0))

    assert len(transport.sent) == 1


async def test_without_a_deadline_only_the_attempts_count() -> None:
    """A batch may wait as long as it takes."""
    transport = Scripted(refused(503))

    with pytest.raises(ServerError):
        await perform(transport, SAFE, attrs.evolve(AT_ONCE, deadline=None, attempts=5))

    assert len(transport.sent) == 5


async def test_an_attempt_has_no_more_time_than_the_call() -> None:
    """The smaller of timeout and deadline bounds it."""
    transport = Scripted(DONE)

    for timeout, deadline in itertools.product((None, 1.0), (None, 0.5)):
        client = Client(
            "project-test-1",
            "secret-test-1",
            transport=transport,
            timeout=timeout,
            retry=RetryPolicy(deadline=deadline),
        )
        await client.users._pipeline.run(operation(SAFE), Request())

    bounds = [request.timeout for request in transport.sent]
    assert (bounds[0], bounds[2]) == (None, 1.0)
    assert all(bound is not None and 0 < bound <= 0.5 for bound in (bounds[1], bounds[3]))


@pytest.mark.parametrize(
    ("attempt", "bound"), [(1, 0.25), (2, 0.5), (3, 1.0), (4, 2.0), (5, 4.0), (6, 4.0), (50, 4.0), (5000, 4.0)]
)
def test_pauses_double_up_to_a_bound(attempt: int, bound: float) -> None:
    """Each pause is between half its bound and the whole, so that clients do not keep step."""
    pauses = [RetryPolicy().pause(refused(503), attempt) for _ in range(100)]

    assert all(bound / 2 <= pause <= bound for pause in pauses)
    assert len(set(pauses)) > 1


def test_stytch_knows_best_how_long_to_wait() -> None:
    """`Retry-After` takes the place of the pause, on any answer."""
    policy = RetryPolicy()

    assert policy.pause(refused(429, Retry_After="17"), 1) == 17.0
    assert policy.pause(refused(503, Retry_After="17"), 1) == 17.0
    assert policy.pause(ReplyLostError("r"), 1) <= 0.25


@pytest.mark.parametrize(
    "options",
    [
        {"attempts": 0},
        {"attempts": -1},
        {"deadline": -1},
        {"first_pause": -0.1},
        {"longest_pause": float("nan")},
        {"deadline": float("inf")},
        {"deadline": 10**400},
        {"longest_pause": float("inf")},
    ],
    ids=lambda options: f"{options}"[:40],
)
def test_a_policy_that_cannot_work_is_refused(options: dict[str, float]) -> None:
    """The error names the option."""
    (name,) = options

    with pytest.raises(ConfigurationError, match=f"RetryPolicy.{name} must "):
        RetryPolicy(**options)
