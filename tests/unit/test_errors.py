"""The errors as values: their tree, their text, and what survives a process boundary."""

import copy
import pickle
from collections.abc import Mapping
from typing import Final

import pytest
from multidict import CIMultiDict

from stytch_async import errors
from stytch_async.errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    CallbackError,
    ConfigurationError,
    DecodeError,
    InvalidRequestError,
    NotFoundError,
    NotSentError,
    PermissionDeniedError,
    RateLimitError,
    ReplyLostError,
    RequestTimeoutError,
    ServerError,
    StytchError,
    TenancyError,
    TokenError,
    TokenReason,
    TransportError,
    UnavailableError,
    WebhookError,
    WebhookReason,
)

HEADERS: Final[Mapping[str, str]] = CIMultiDict({"Retry-After": "3"})


def refused(kind: type[APIError], message: str = "No.", attempts: int = 1) -> APIError:
    """Make an API error with every attribute set."""
    return kind(
        operation="POST /v1/passwords",
        status_code=429,
        error_type="too_many_requests",
        error_message=message,
        error_url="https://stytch.com/docs/api/errors/429#too_many_requests",
        error_details={"limit": 5},
        request_id="request-id-test-1",
        headers=HEADERS,
        retry_after=3.0,
        attempts=attempts,
    )


def unreadable() -> DecodeError:
    """Make a decode error with every attribute set."""
    return DecodeError(
        "User.user_id: missing or null",
        operation="GET /v1/users/{user_id}",
        status_code=200,
        headers=HEADERS,
        request_id="request-id-1",
        excerpt='{"user_id": null, "email": "ada@example.com"}',
    )


ERRORS: Final[list[StytchError]] = [
    StytchError("something"),
    ConfigurationError("timeout must be positive"),
    InvalidRequestError("user_id", "is required", "GET /v1/users/{user_id}"),
    TransportError("lost").at("GET /v1/sessions", 2),
    NotSentError("no connection").at("GET /v1/sessions", 3),
    ReplyLostError("lost").at("GET /v1/sessions", 2),
    RequestTimeoutError("late").at("GET /v1/sessions", 2),
    unreadable(),
    CallbackError("it has no token"),
    TokenError(TokenReason.EXPIRED, "it ended a minute ago"),
    WebhookError(WebhookReason.TOO_OLD),
    UnavailableError("the signing keys", refused(AuthenticationError)),
    *(
        refused(kind)
        for kind in (
            APIError,
            BadRequestError,
            AuthenticationError,
            PermissionDeniedError,
            TenancyError,
            NotFoundError,
            RateLimitError,
            ServerError,
        )
    ),
]


def test_every_error_is_tested_here() -> None:
    """A new class belongs into the list above."""
    public = {value for value in vars(errors).values() if isinstance(value, type) and issubclass(value, Exception)}

    assert {type(error) for error in ERRORS} == public


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_pickles(error: StytchError) -> None:
    """Class, text and every attribute cross a process boundary."""
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes

    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
    assert again.args == error.args


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_copies(error: StytchError) -> None:
    """A copy tells the same."""
    assert str(copy.copy(error)) == str(error)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_the_text_is_one_line(error: StytchError) -> None:
    """A log line stays one line, and is never empty."""
    assert len(str(error).splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            InvalidRequestError("limit", "must be from 1 to 1000", "POST /v1/users/search"),
            "POST /v1/users/search: limit must be from 1 to 1000 (nothing was sent)",
        ),
        (NotSentError("no connection").at("GET /v1/sessions", 1), "GET /v1/sessions: no connection"),
        (
            ReplyLostError("the answer was lost").at("GET /v1/sessions", 3),
            "GET /v1/sessions: the answer was lost after 3 attempts",
        ),
        (
            unreadable(),
            "GET /v1/users/{user_id}: 200 unreadable answer: User.user_id: missing or null (request id request-id-1)",
        ),
        (
            refused(RateLimitError, attempts=2),
            "POST /v1/passwords: 429 too_many_requests: No. (request id request-id-test-1) after 2 attempts",
        ),
        (TokenError(TokenReason.EXPIRED, "long ago"), "token refused, expired: long ago"),
        (
            UnavailableError("the signing keys", NotSentError("no connection").at("GET /v1/x", 3)),
            "the signing keys could not be fetched: GET /v1/x: no connection after 3 attempts",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_the_text_tells_what_support_asks_for(error: StytchError, text: str) -> None:
    """Operation, status, type, explanation, request id and attempts, as far as there are any."""
    assert str(error) == text


def test_what_came_from_outside_becomes_one_short_line() -> None:
    """Line breaks, escapes of a terminal, half characters and sheer length cannot spoil a log."""
    outside = "a\n\r\tb\u2028c\x1b[2J\ud800 " + "d" * 1000
    error = ServerError(
        operation="GET /x", status_code=500, error_type=outside, error_message=outside, request_id=outside
    )

    text = str(error)

    assert text.isprintable()
    assert text.startswith("GET /x: 500 a b c [2J d")
    assert len(text) < 1000


def test_a_content_type_from_outside_becomes_one_line_too() -> None:
    """The text of a decode error repeats it."""
    error = DecodeError(
        "not JSON (a\ud800\x85\nb, 0 bytes)", operation="", status_code=200, headers={}, request_id=None, excerpt=""
    )

    assert str(error) == "200 unreadable answer: not JSON (a b, 0 bytes) (no request id)"


def test_an_error_without_a_request_id_says_so() -> None:
    """A proxy's answer has none, and that is worth knowing."""
    error = ServerError(operation="", status_code=502, error_type=None, error_message="no error document")

    assert str(error) == "502: no error document (no request id)"
    assert error.headers == {}


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [(ConfigurationError, ValueError), (InvalidRequestError, ValueError), (RequestTimeoutError, TimeoutError)],
)
def test_some_errors_are_builtin_ones_too(kind: type[StytchError], builtin: type[Exception]) -> None:
    """Code that catches the builtin class goes on working."""
    assert issubclass(kind, builtin)


def test_the_value_at_fault_and_the_excerpt_are_not_shown() -> None:
    """Answers hold personal data, so neither text nor repr repeats them."""
    error = unreadable()

    assert "ada@example.com" not in f"{error} {error!r}"


def test_what_is_not_available_keeps_the_facts_of_the_fetch() -> None:
    """A web kit can pass on how long to wait, and support gets its request id."""
    failure = refused(RateLimitError)

    error = UnavailableError("the RBAC policy", failure)

    assert (error.status_code, error.request_id, error.retry_after) == (429, "request-id-test-1", 3.0)
    assert error.headers == HEADERS
    assert not isinstance(error, APIError)


def test_what_got_no_answer_has_no_status() -> None:
    """There are no headers either, and both can be read without asking first."""
    error = UnavailableError("the RBAC policy", NotSentError("no connection"))

    assert (error.status_code, error.request_id, error.retry_after, error.headers) == (None, None, None, {})
