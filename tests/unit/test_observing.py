"""What observers get to see of a client, and how little they can do to it."""

import asyncio
import logging
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest

from stytch_async import (
    NO_RETRY,
    Client,
    InMemoryTransport,
    InvalidRequestError,
    NotFoundError,
    RetryPolicy,
    TokenError,
    TokenReason,
    UnavailableError,
)
from stytch_async.observing import Call, Observer, Verification
from stytch_async.tokens.claims import Kind

NOBODY = "user-test-00000000-0000-4000-8000-000000000000"
AT_ONCE = RetryPolicy(first_pause=0, longest_pause=0)
PASSWORD = "a long and winding road 42"


class Notes(Observer):
    """Writes down what it sees, in the order in which it sees it."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.verifications: list[Verification] = []
        self.lines: list[str] = []

    @contextmanager
    def call(self, call: Call, /) -> Generator[None]:
        """Keep a call, and note when it begins and ends."""
        self.calls.append(call)
        self.lines.append(f"begin {len(call.attempts)}")
        try:
            yield
        except BaseException as error:
            self.lines.append(f"failed {type(error).__name__}")
            raise
        else:
            self.lines.append(f"end {len(call.attempts)}")

    def verification(self, verification: Verification, /) -> None:
        """Keep a verification."""
        self.verifications.append(verification)


class Entering(Observer):
    """Fails as soon as a call begins."""

    def call(self, _call: Call, /) -> Any:
        """Fail."""
        raise RuntimeError("no room left")


class Leaving(Observer):
    """Fails when a call ends."""

    @contextmanager
    def call(self, _call: Call, /) -> Generator[None]:
        """Fail at the end."""
        try:
            yield
        finally:
            raise RuntimeError("no room left")


class Swallowing(Observer):
    """Would rather have no errors."""

    def call(self, _call: Call, /) -> Any:
        """Return something that swallows every error."""

        class Silent:
            def __enter__(self) -> None: ...

            def __exit__(self, *_: object) -> bool:
                return True

        return Silent()


@pytest.fixture
def stytch() -> InMemoryTransport:
    """Return a Stytch of the test's own."""
    return InMemoryTransport()


@pytest.fixture
def notes() -> Notes:
    """Return an observer."""
    return Notes()


@pytest.fixture
def client(stytch: InMemoryTransport, notes: Notes) -> Client:
    """Return a client that is watched."""
    return Client(transport=stytch, observers=[notes], retry=AT_ONCE)


async def test_a_call_is_watched_from_before_it_is_sent(client: Client, notes: Notes) -> None:
    """The operation, where it goes, and one attempt with its status and request id."""
    answer = await client.users.create(email="ada@example.com")

    (call,) = notes.calls
    (attempt,) = call.attempts
    assert call.operation is client.users.create.operation
    assert (call.base_url, call.error) == ("https://test.stytch.com", None)
    assert (attempt.number, attempt.status, attempt.failure) == (1, 201, None)
    assert attempt.request_id == answer.request_id
    assert notes.lines == ["begin 0", "end 1"]


async def test_each_attempt_is_seen(client: Client, stytch: InMemoryTransport, notes: Notes) -> None:
    """What never arrived, what was refused for a while, and what came in the end."""
    stytch.fail_next(client.users.get, lost=True)
    stytch.fail_next(client.users.get, status=503)

    with pytest.raises(NotFoundError) as caught:
        await client.users.get(user_id=NOBODY)

    (call,) = notes.calls
    seen = [(attempt.number, attempt.status, attempt.failure) for attempt in call.attempts]
    assert seen == [(1, None, "ReplyLostError"), (2, 503, None), (3, 404, None)]
    assert call.error is caught.value
    assert notes.lines == ["begin 0", "failed NotFoundError"]


async def test_a_refused_argument_is_a_call_without_attempts(client: Client, notes: Notes) -> None:
    """It is entered before the request is written."""
    with pytest.raises(InvalidRequestError):
        await client.users.get(user_id="")

    assert (notes.calls[0].attempts, notes.lines) == ([], ["begin 0", "failed InvalidRequestError"])


async def test_a_cancelled_call_is_left(client: Client, stytch: InMemoryTransport, notes: Notes) -> None:
    """Cancellation passes through, and the attempt says so."""
    stytch.fail_next(client.users.get, delay=5)
    task = asyncio.create_task(client.users.get(user_id=NOBODY))
    await asyncio.sleep(0)

    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task
    assert notes.lines == ["begin 0", "failed CancelledError"]
    assert notes.calls[0].attempts[0].failure == "CancelledError"


@pytest.mark.parametrize("observer", [Entering(), Leaving()], ids=["entering", "leaving"])
async def test_an_observer_that_raises_is_logged_once_and_left_out(
    observer: Observer, stytch: InMemoryTransport, notes: Notes, caplog: pytest.LogCaptureFixture
) -> None:
    """The calls go on, and so do the other observers."""
    client = Client(transport=stytch, observers=[observer, notes], retry=NO_RETRY)

    await client.users.create(email="ada@example.com")
    with pytest.raises(NotFoundError):
        await client.users.get(user_id=NOBODY)

    lines = [record.getMessage() for record in caplog.records if record.levelno == logging.ERROR]
    assert lines == [f"{type(observer).__name__} is left out from now on, since it has failed"]
    assert notes.lines == ["begin 0", "end 1", "begin 0", "failed NotFoundError"]


async def test_an_observer_that_fails_while_a_call_does_hides_nothing(stytch: InMemoryTransport) -> None:
    """The caller gets the call's own error."""
    client = Client(transport=stytch, observers=[Leaving()], retry=NO_RETRY)

    with pytest.raises(NotFoundError):
        await client.users.get(user_id=NOBODY)


async def test_an_observer_cannot_swallow_an_error(stytch: InMemoryTransport) -> None:
    """Nobody takes a refused login for a good one."""
    client = Client(transport=stytch, observers=[Swallowing()], retry=NO_RETRY)

    with pytest.raises(NotFoundError):
        await client.users.get(user_id=NOBODY)


async def test_the_default_observer_sees_nothing(stytch: InMemoryTransport) -> None:
    """A class that is based on it defines what it wants."""

    class Idle(Observer):
        pass

    client = Client(transport=stytch, observers=[Idle()])
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)

    session = await client.sessions.authenticate_jwt_local(login.session_jwt)

    assert session.user_id == login.user_id


async def test_verifications_are_told(client: Client, notes: Notes) -> None:
    """Whether the token was new, known or refused, and why."""
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)

    for _ in range(2):
        await client.sessions.authenticate_jwt_local(login.session_jwt)
    for token in ("nonsense", f"{login.session_jwt[:-8]}AAAAAAAA"):
        with pytest.raises(TokenError):
            await client.sessions.authenticate_jwt_local(token)
    with pytest.raises(TokenError):
        await client.m2m.authenticate_token(login.session_jwt)

    assert [(seen.kind, seen.outcome, seen.reason) for seen in notes.verifications] == [
        (Kind.USER_SESSION, "verified", None),
        (Kind.USER_SESSION, "remembered", None),
        (Kind.USER_SESSION, "refused", TokenReason.MALFORMED),
        (Kind.USER_SESSION, "refused", TokenReason.BAD_SIGNATURE),
        (Kind.MACHINE, "refused", TokenReason.WRONG_KIND),
    ]
    assert str(notes.calls[-1].operation) == str(client.sessions.get_jwks.operation)


async def test_a_verification_without_keys_is_not_a_refusal(
    client: Client, stytch: InMemoryTransport, notes: Notes
) -> None:
    """An outage says nothing about the token."""
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    stytch.fail_next(client.sessions.get_jwks, status=503, times=3)

    with pytest.raises(UnavailableError):
        await client.sessions.authenticate_jwt_local(login.session_jwt)

    assert [(seen.outcome, seen.reason) for seen in notes.verifications] == [("unavailable", None)]


async def test_each_client_has_its_own_observers(stytch: InMemoryTransport, notes: Notes) -> None:
    """Those of another client that shares the transport, and its keys, see nothing."""
    client = Client(transport=stytch)
    watched = client.with_options(observers=[notes])
    login = await watched.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)

    for user in (client, watched, watched.with_options(observers=())):
        await user.users.get(user_id=login.user_id)
        await user.sessions.authenticate_jwt_local(login.session_jwt)

    assert len(notes.calls) == 2
    assert [seen.outcome for seen in notes.verifications] == ["remembered"]


async def test_a_call_shows_nothing_of_what_it_says(client: Client, notes: Notes) -> None:
    """Neither arguments nor answers, nor an error's."""
    login = await client.passwords.create(email="ada@example.com", password=PASSWORD, session_duration_minutes=60)
    with pytest.raises(NotFoundError):
        await client.users.get(user_id=NOBODY)

    shown = repr(notes.calls)

    secrets = ["ada@example.com", PASSWORD, login.session_token, login.session_jwt, login.user_id, NOBODY]
    assert [secret for secret in secrets if secret in shown] == []


async def test_an_observer_need_not_name_its_base(stytch: InMemoryTransport) -> None:
    """Whatever has the two methods is one."""
    seen: list[str] = []

    class Counter:
        @contextmanager
        def call(self, call: Call, /) -> Generator[None]:
            yield
            seen.append(str(call.operation))

        def verification(self, _verification: Verification, /) -> None: ...

    client = Client(transport=stytch, observers=[Counter()])

    await client.users.create(email="ada@example.com")

    assert seen == ["POST /v1/users"]
