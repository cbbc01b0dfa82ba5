from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.api.consumer.users import Users
from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.errors import (
    APIError,
    DecodeError,
    NotSentError,
    RateLimitError,
    ReplyLostError,
    RequestTimeoutError,
    ServerError,
    StytchError,
)
from stytch_async.retries import NO_RETRY, RetryPolicy
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PHONE = "+12025550162"


@pytest.fixture
def hasty(client: Client) -> Client:
    """Return a client that repeats at once."""
    return client.with_options(retry=RetryPolicy(first_pause=0))


@pytest.fixture
def once(client: Client) -> Client:
    """Return a client that repeats nothing."""
    return client.with_options(retry=NO_RETRY)


async def test_status_alone_is_a_page_of_something_else(
    once: Client, transport: InMemoryTransport, project: Project
) -> None:
    """Something before Stytch answers with a page of HTML, and nothing is done."""
    transport.fail_next(once.users.create, status=503)

    with pytest.raises(ServerError) as caught:
        await once.users.create(email=EMAIL)

    assert (caught.value.status_code, caught.value.error_type, caught.value.request_id) == (503, None, None)
    assert len(project.users) == 0


async def test_error_type_is_refused_with_its_own_status(
    once: Client, transport: InMemoryTransport, refusal: Refusal, project: Project
) -> None:
    """Stytch refuses as it would if there were a reason, and nothing is done."""
    transport.fail_next(once.users.create, error_type="user_lock_limit_reached")

    found = await refusal(once.users.create(email=EMAIL))

    assert found == (429, "user_lock_limit_reached")
    assert len(project.users) == 0


async def test_error_type_can_be_given_another_status(
    once: Client, transport: InMemoryTransport, refusal: Refusal
) -> None:
    """Types that the emulator itself never uses need their status."""
    transport.fail_next(once.users.create, error_type="internal_server_error", status=500)

    found = await refusal(once.users.create(email=EMAIL))

    assert found == (500, "internal_server_error")


@pytest.mark.parametrize("options", [{"status": 429}, {"retry_after": 2}, {"status": 429, "retry_after": 2}])
async def test_rate_limit_asks_to_wait(once: Client, transport: InMemoryTransport, options: dict[str, Any]) -> None:
    """A 429 is Stytch's, and has the header that was asked for."""
    transport.fail_next(once.users.create, **options)

    with pytest.raises(RateLimitError) as caught:
        await once.users.create(email=EMAIL)

    assert caught.value.error_type == "too_many_requests"
    assert caught.value.retry_after == options.get("retry_after")


async def test_outage_can_ask_to_wait_too(once: Client, transport: InMemoryTransport) -> None:
    """Any status may come with the header."""
    transport.fail_next(once.users.create, status=503, retry_after=1.5)

    with pytest.raises(ServerError) as caught:
        await once.users.create(email=EMAIL)

    assert caught.value.headers["Retry-After"] == "1.5"


async def test_refused_connection_does_nothing(once: Client, transport: InMemoryTransport, project: Project) -> None:
    """Without a connection the request never arrives."""
    transport.fail_next(once.users.create, refused=True)

    with pytest.raises(NotSentError):
        await once.users.create(email=EMAIL)

    assert len(project.users) == 0


async def test_lost_reply_leaves_its_effect(once: Client, transport: InMemoryTransport, project: Project) -> None:
    """Stytch has acted, only the app does not know."""
    transport.fail_next(once.users.create, lost=True)

    with pytest.raises(ReplyLostError):
        await once.users.create(email=EMAIL)

    assert len(project.users) == 1


async def test_truncated_reply_leaves_its_effect(once: Client, transport: InMemoryTransport, project: Project) -> None:
    """Half an answer is no JSON, and the error shows none of it."""
    transport.fail_next(once.users.create, truncated=True)

    with pytest.raises(DecodeError) as caught:
        await once.users.create(email=EMAIL)

    assert caught.value.status_code == 201
    assert EMAIL not in str(caught.value)
    assert len(project.users) == 1


async def test_delay_beyond_the_timeout_times_out_at_once(once: Client, transport: InMemoryTransport) -> None:
    """A test does not wait for a timeout."""
    transport.fail_next(once.users.create, delay=3600)

    with pytest.raises(RequestTimeoutError) as caught:
        await once.with_options(timeout=3600).users.create(email=EMAIL)

    assert isinstance(caught.value, TimeoutError)


async def test_delay_within_the_timeout_only_takes_longer(client: Client, transport: InMemoryTransport) -> None:
    """The answer comes late, and is right."""
    transport.fail_next(client.users.create, delay=0.01)

    created = await client.users.create(email=EMAIL)

    assert created.status_code == 201


async def test_fault_holds_for_so_many_calls(once: Client, transport: InMemoryTransport) -> None:
    """After that the endpoint works again; what was asked for later takes its turn."""
    transport.fail_next(once.users.search, status=502, times=2)
    transport.fail_next(once.users.search, status=503)

    statuses: list[int] = []
    for _ in range(4):
        try:
            statuses.append((await once.users.search()).status_code)
        except APIError as error:
            statuses.append(error.status_code)

    assert statuses == [502, 502, 503, 200]


async def test_fault_holds_for_one_endpoint(once: Client, transport: InMemoryTransport) -> None:
    """Others go on working; the endpoint may be named by its class."""
    transport.fail_next(Users.get, status=503)

    created = await once.users.create(email=EMAIL)

    with pytest.raises(ServerError):
        await once.users.get(user_id=created.user_id)


@pytest.mark.parametrize(
    ("options", "problem"),
    [({}, "say how"), ({"error_type": "internal_server_error"}, "give the status of internal_server_error")],
)
def test_fault_must_be_possible(
    client: Client, transport: InMemoryTransport, options: dict[str, Any], problem: str
) -> None:
    """No way to fail, and a type of unknown status, are refused when they are asked for."""
    with pytest.raises(ValueError, match=problem):
        transport.fail_next(client.users.create, **options)


def test_fault_is_for_an_endpoint(client: Client, transport: InMemoryTransport) -> None:
    """Anything else is refused."""
    with pytest.raises(TypeError, match="takes an endpoint"):
        transport.fail_next(client.with_options, status=503)


async def test_outcome_of_every_attempt_is_listed(hasty: Client, transport: InMemoryTransport) -> None:
    """Calls tell operation, arguments and outcome of each attempt."""
    transport.fail_next(hasty.users.search, refused=True)
    transport.fail_next(hasty.users.search, status=503)

    await hasty.users.search(limit=5)

    calls = transport.calls
    assert [call.status for call in calls] == [None, 503, 200]
    assert {str(call.operation) for call in calls} == {"POST /v1/users/search"}
    assert [call.arguments for call in calls] == [{"limit": 5}] * 3
    assert isinstance(calls[0].outcome, NotSentError)


async def test_calls_show_no_secret(client: Client, transport: InMemoryTransport, password: str) -> None:
    """Neither credentials nor arguments nor answers are in the repr of what was called."""
    created = await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=5)
    await client.sessions.authenticate(session_token=created.session_token)
    await client.sessions.get(user_id=created.user_id)

    shown = repr(transport.calls) + repr(transport)

    secrets = (password, created.session_token, created.session_jwt, EMAIL, created.user_id, "Basic ")
    assert not any(secret in shown for secret in secrets)


async def test_user_is_not_made_twice(hasty: Client, transport: InMemoryTransport, project: Project) -> None:
    """A lost reply to what is done once is not asked for again."""
    transport.fail_next(hasty.users.create, lost=True)

    with pytest.raises(ReplyLostError):
        await hasty.users.create(phone_number=PHONE)

    assert (len(transport.calls), len(project.users)) == (1, 1)


async def test_message_is_not_sent_twice(hasty: Client, transport: InMemoryTransport, project: Project) -> None:
    """Nobody gets two codes because a reply was lost."""
    transport.fail_next(hasty.otps.email.login_or_create, lost=True)

    with pytest.raises(ReplyLostError):
        await hasty.otps.email.login_or_create(email=EMAIL)

    assert (len(transport.calls), len(project.outbox)) == (1, 1)


async def test_code_is_not_spent_twice(hasty: Client, transport: InMemoryTransport, project: Project) -> None:
    """A login whose reply was lost is reported as such, not as a code that was used."""
    sent = await hasty.otps.email.login_or_create(email=EMAIL)
    code = project.outbox.last(EMAIL).code or ""
    transport.fail_next(hasty.otps.authenticate, lost=True)

    with pytest.raises(ReplyLostError):
        await hasty.otps.authenticate(method_id=sent.email_id, code=code, session_duration_minutes=5)

    assert (len(transport.calls), len(project.sessions)) == (2, 1)


@pytest.mark.parametrize("options", [{"refused": True}, {"status": 429}])
async def test_what_was_not_done_is_done_by_the_next_attempt(
    hasty: Client, transport: InMemoryTransport, project: Project, options: dict[str, Any]
) -> None:
    """Where Stytch has not acted, even what is done once is asked for again."""
    transport.fail_next(hasty.users.create, **options)

    await hasty.users.create(email=EMAIL)

    assert (len(transport.calls), len(project.users)) == (2, 1)


@pytest.mark.parametrize("options", [{"status": 503}, {"error_type": "user_lock_limit_reached"}, {"truncated": True}])
async def test_what_may_have_been_done_is_not_done_again(
    hasty: Client, transport: InMemoryTransport, options: dict[str, Any]
) -> None:
    """An outage, a lock and half an answer leave it to the app what to do."""
    transport.fail_next(hasty.users.create, **options)

    with pytest.raises(StytchError):
        await hasty.users.create(email=EMAIL)

    assert len(transport.calls) == 1


@pytest.mark.parametrize("options", [{"lost": True}, {"status": 503}, {"refused": True}, {"status": 429}])
async def test_question_is_asked_again(hasty: Client, transport: InMemoryTransport, options: dict[str, Any]) -> None:
    """What changes nothing is repeated after any failure."""
    transport.fail_next(hasty.users.search, **options)

    found = await hasty.users.search()

    assert (found.status_code, len(transport.calls)) == (200, 2)


async def test_change_that_can_be_made_twice_is_repeated(
    hasty: Client, transport: InMemoryTransport, project: Project
) -> None:
    """The second attempt finds the work done, and the answer arrives."""
    created = await hasty.users.create(email=EMAIL)
    transport.fail_next(hasty.users.update, lost=True)

    updated = await hasty.users.update(user_id=created.user_id, trusted_metadata={"plan": "pro"})

    assert updated.user.trusted_metadata == project.users[created.user_id].trusted_metadata == {"plan": "pro"}
    assert len(transport.calls) == 3


async def test_patience_ends(hasty: Client, transport: InMemoryTransport) -> None:
    """After three attempts the last failure is raised."""
    transport.fail_next(hasty.users.search, lost=True, times=5)

    with pytest.raises(ReplyLostError) as caught:
        await hasty.users.search()

    assert (caught.value.attempts, len(transport.calls)) == (3, 3)
