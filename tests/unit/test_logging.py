"""What the library logs, and what it never does."""

import logging
from pathlib import Path
from typing import Final

import pytest

import stytch_async
from stytch_async import Client, HTTPRequest, HTTPResponse, ReplyLostError, RetryPolicy, StytchError, TransportError
from stytch_async.retries import Outcome

PACKAGE: Final = Path(stytch_async.__file__).parent
SECRETS: Final = ["secret-test-1", "a-session-token", "ada@example.com", "user-test-7", "Basic", "203.0.113.7"]


class Scripted:
    """A transport whose attempts end as a test has written them down."""

    def __init__(self, *outcomes: Outcome) -> None:
        self.outcomes = list(outcomes)

    async def send(self, _: HTTPRequest, /) -> HTTPResponse:
        """End as the script says."""
        outcome = self.outcomes.pop(0)
        if isinstance(outcome, TransportError):
            raise outcome
        return outcome

    async def aclose(self) -> None:
        """Have nothing to release."""


def client(*outcomes: Outcome) -> Client:
    """Build a client that repeats at once."""
    retry = RetryPolicy(first_pause=0, longest_pause=0)
    return Client("project-test-1", "secret-test-1", transport=Scripted(*outcomes), retry=retry)


def answer(status: int, content: str = "{}") -> HTTPResponse:
    """Make an answer with something private in its headers."""
    return HTTPResponse(status, {"X-Client-Address": "203.0.113.7"}, content.encode())


DELETED: Final = '{"request_id": "request-id-test-9", "user_id": "user-test-7", "status_code": 200}'


async def test_each_attempt_is_told_at_debug_level(caplog: pytest.LogCaptureFixture) -> None:
    """Operation by its template, result, number of the attempt, and request id."""
    with caplog.at_level(logging.DEBUG, "stytch_async"):
        await client(ReplyLostError("lost"), answer(503), answer(200, DELETED)).users.delete(user_id="user-test-7")

    told = [record.getMessage() for record in caplog.records if record.levelno == logging.DEBUG]
    assert [message.partition(" in ")[0] for message in told] == [
        "DELETE /v1/users/{user_id}: ReplyLostError",
        "DELETE /v1/users/{user_id}: 503",
        "DELETE /v1/users/{user_id}: 200",
    ]
    assert [message.partition(" ms, ")[2] for message in told] == [
        "attempt 1, request id none",
        "attempt 2, request id none",
        "attempt 3, request id request-id-test-9",
    ]


async def test_each_repeat_is_told_at_info_level(caplog: pytest.LogCaptureFixture) -> None:
    """Who runs an app sees that Stytch is in trouble before calls fail."""
    with caplog.at_level(logging.INFO, "stytch_async"):
        await client(ReplyLostError("lost"), answer(503), answer(200, DELETED)).users.delete(user_id="user-test-7")

    assert [record.getMessage() for record in caplog.records] == [
        "DELETE /v1/users/{user_id}: attempt 1 ended in ReplyLostError, the next follows in 0.00 s",
        "DELETE /v1/users/{user_id}: attempt 2 ended in 503, the next follows in 0.00 s",
    ]


async def test_lines_bring_their_facts_along(caplog: pytest.LogCaptureFixture) -> None:
    """Tools that read records need not take texts apart."""
    with caplog.at_level(logging.DEBUG, "stytch_async"):
        await client(ReplyLostError("lost"), answer(200, DELETED)).users.delete(user_id="user-test-7")

    lost = {"stytch_attempt": 1, "stytch_status": None, "stytch_failure": "ReplyLostError", "stytch_request_id": None}
    done = {
        "stytch_attempt": 2,
        "stytch_status": 200,
        "stytch_failure": None,
        "stytch_request_id": "request-id-test-9",
    }
    brought = [
        {name: value for name, value in vars(record).items() if name.startswith("stytch_")}
        for record in caplog.records
        if "attempt" in record.getMessage()
    ]
    assert all(isinstance(fields.pop("stytch_ms", 0.0), float) for fields in brought)
    assert brought == [{"stytch_operation": "DELETE /v1/users/{user_id}", **fields} for fields in (lost, lost, done)]


async def test_a_call_that_works_is_quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is logged above debug level."""
    with caplog.at_level(logging.INFO):
        await client(answer(200, DELETED)).users.delete(user_id="user-test-7")

    assert caplog.records == []


@pytest.mark.parametrize(
    "outcome",
    [
        answer(200, '{"user_id": "user-test-7", "email": "ada@example.com"}'),
        answer(200, "ada@example.com"),
        answer(404, '{"error_type": "x", "error_message": "ada@example.com"}'),
        ReplyLostError("lost"),
    ],
    ids=["drift", "page", "refusal", "lost"],
)
async def test_nothing_private_is_logged(caplog: pytest.LogCaptureFixture, outcome: Outcome) -> None:
    """No body, no header, no credentials and no identifier of a person."""
    user = client(*[outcome] * 6)

    with caplog.at_level(logging.DEBUG):
        for call in (
            user.sessions.authenticate(session_token="a-session-token"),
            user.users.get(user_id="user-test-7"),
        ):
            with pytest.raises(StytchError):
                await call

    assert caplog.records
    assert [secret for secret in SECRETS if secret in caplog.text] == []


async def test_every_line_comes_from_one_logger(caplog: pytest.LogCaptureFixture) -> None:
    """An app turns the library's log up or down under one name, and the library adds no level and no output."""
    with caplog.at_level(logging.DEBUG, "stytch_async"):
        await client(answer(503), answer(200, DELETED)).users.delete(user_id="user-test-7")

    ours = {record.name for record in caplog.records if record.pathname.startswith(str(PACKAGE))}
    assert ours == {"stytch_async"}
    logger = logging.getLogger("stytch_async")
    assert ([type(handler) for handler in logger.handlers], logger.level) == ([logging.NullHandler], logging.NOTSET)
