"""What a caller sees of each way in which an answer can go wrong."""

import socket
from typing import Final

import pytest

from stytch_async import (
    NO_RETRY,
    APIError,
    AuthenticationError,
    BadRequestError,
    DecodeError,
    NotFoundError,
    NotSentError,
    PermissionDeniedError,
    RateLimitError,
    ReplyLostError,
    RequestTimeoutError,
    ServerError,
    StytchError,
    TransportError,
)
from tests.network.conftest import OURS, ClientFactory
from tests.network.misbehaving import (
    Behaviour,
    answer,
    babble,
    break_off_chunks,
    document,
    drip,
    leave,
    never_answer,
    reset,
    serving,
    truncate,
)

REQUEST_ID: Final = "request-id-test-1"
HTML: Final = b"<!doctype html><title>Bad gateway</title>"


def sessions(found: object, **more: object) -> Behaviour:
    """Answer ``GET /v1/sessions``."""
    return document({"request_id": REQUEST_ID, "sessions": found, "status_code": 200, **more})


def refusal(status: int, error_type: str, **more: object) -> Behaviour:
    """Answer with an error document as Stytch writes it."""
    return document(
        {
            "error_message": "No.",
            "error_type": error_type,
            "error_url": f"https://stytch.com/docs/api/errors/{status}#{error_type}",
            "request_id": REQUEST_ID,
            "status_code": status,
            **more,
        },
        status,
    )


@pytest.mark.parametrize(
    ("behaviour", "patience", "expected"),
    [
        (reset, 10, ReplyLostError),
        (leave, 10, ReplyLostError),
        (truncate, 10, ReplyLostError),
        (break_off_chunks, 10, ReplyLostError),
        (babble, 10, ReplyLostError),
        pytest.param(answer(200, b"no gzip", Content_Encoding="gzip"), 10, ReplyLostError, id="bad-compression"),
        pytest.param(answer(200, X_Long="x" * 200_000), 10, ReplyLostError, id="long-header"),
        (never_answer, 0.1, RequestTimeoutError),
        (drip, 0.1, RequestTimeoutError),
    ],
)
async def test_an_answer_that_does_not_arrive_whole_is_a_transport_error(
    connect: ClientFactory, behaviour: Behaviour, patience: float, expected: type[TransportError]
) -> None:
    """Lost, cut off and late answers are told apart, each with its operation."""
    async with serving(behaviour) as server, connect(server.url, retry=NO_RETRY, timeout=patience) as client:
        with pytest.raises(TransportError) as caught:
            await client.sessions.get(user_id="user-test-1")

    error = caught.value
    assert (type(error), error.operation, error.attempts) == (expected, "GET /v1/sessions", 1)


@OURS
async def test_a_refused_connection_means_that_nothing_was_sent(connect: ClientFactory) -> None:
    """A port that nobody listens on gives the system's reason."""
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]

    async with connect(f"http://127.0.0.1:{port}", retry=NO_RETRY) as client:
        with pytest.raises(NotSentError) as caught:
            await client.sessions.get(user_id="user-test-1")

    assert caught.value.reason.startswith("no connection: ConnectionRefusedError")


@OURS
async def test_a_name_that_does_not_resolve_means_that_nothing_was_sent(connect: ClientFactory) -> None:
    """The top-level domain of this name is reserved for names that do not exist."""
    async with connect("https://stytch.invalid", retry=NO_RETRY) as client:
        with pytest.raises(NotSentError) as caught:
            await client.sessions.get(user_id="user-test-1")

    assert caught.value.reason.startswith("no connection: gaierror")


async def test_a_timeout_is_also_a_builtin_timeout_error(connect: ClientFactory) -> None:
    """Who already catches `TimeoutError` catches this one, too."""
    async with serving(never_answer) as server, connect(server.url, retry=NO_RETRY, timeout=0.05) as client:
        with pytest.raises(TimeoutError):
            await client.sessions.get(user_id="user-test-1")


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, APIError),
        (429, RateLimitError),
        (500, ServerError),
        (503, ServerError),
    ],
)
async def test_each_status_has_its_error_class(connect: ClientFactory, status: int, expected: type[APIError]) -> None:
    """An error document becomes the class of its status, with every fact that it holds."""
    behaviour = refusal(status, "some_error", error_details={"seconds": 3})

    async with serving(behaviour) as server, connect(server.url, retry=NO_RETRY) as client:
        with pytest.raises(APIError) as caught:
            await client.sessions.get(user_id="user-test-1")

    error = caught.value
    assert type(error) is expected
    assert (error.status_code, error.error_type, error.error_message) == (status, "some_error", "No.")
    assert error.error_url == f"https://stytch.com/docs/api/errors/{status}#some_error"
    assert (error.error_details, error.request_id) == ({"seconds": 3}, REQUEST_ID)
    assert error.headers["content-type"] == "application/json"
    assert str(error) == f"GET /v1/sessions: {status} some_error: No. (request id {REQUEST_ID})"


async def test_oauth2_errors_are_read_by_their_own_names(connect: ClientFactory) -> None:
    """Token endpoints name the same facts as OAuth 2 does."""
    behaviour = document(
        {
            "error": "invalid_client",
            "error_description": "Unknown client.",
            "error_uri": "https://example.com/errors",
            "request_id": REQUEST_ID,
            "status_code": 401,
        },
        401,
    )

    async with serving(behaviour) as server, connect(server.url) as client:
        with pytest.raises(AuthenticationError) as caught:
            await client.sessions.get(user_id="user-test-1")

    error = caught.value
    assert (error.error_type, error.error_message) == ("invalid_client", "Unknown client.")
    assert (error.error_url, error.request_id) == ("https://example.com/errors", REQUEST_ID)


@pytest.mark.parametrize(
    ("behaviour", "status", "found"),
    [
        pytest.param(answer(502, HTML, Content_Type="text/html"), 502, "text/html, 41 bytes", id="page"),
        pytest.param(answer(500, Content_Type="text/plain"), 500, "text/plain, 0 bytes", id="empty"),
        pytest.param(document("Internal error", 500), 500, "application/json, 16 bytes", id="text"),
        pytest.param(document(["no"], 404), 404, "application/json, 6 bytes", id="list"),
        pytest.param(document({"error_message": None}, 400), 400, "application/json, 23 bytes", id="null"),
        pytest.param(answer(401, b'"\xff"', Content_Type="text/plain"), 401, "text/plain, 3 bytes", id="bad-utf-8"),
        pytest.param(answer(500, b"[" * 9999, Content_Type="a/b"), 500, "a/b, 9999 bytes", id="deep"),
    ],
)
async def test_what_is_no_error_document_is_described(
    connect: ClientFactory, behaviour: Behaviour, status: int, found: str
) -> None:
    """A proxy's page is an error of its status, told by type and size and not by its content."""
    async with serving(behaviour) as server, connect(server.url, retry=NO_RETRY) as client:
        with pytest.raises(APIError) as caught:
            await client.sessions.get(user_id="user-test-1")

    error = caught.value
    assert (error.status_code, error.error_type, error.request_id) == (status, None, None)
    assert error.error_message == f"no error document ({found})"


async def test_the_content_type_of_an_error_document_does_not_matter(connect: ClientFactory) -> None:
    """Some gateways pass an error document on as plain text."""
    behaviour = answer(400, b'{"error_type": "invalid_email", "error_message": "No."}', Content_Type="text/plain")

    async with serving(behaviour) as server, connect(server.url) as client:
        with pytest.raises(BadRequestError) as caught:
            await client.sessions.get(user_id="user-test-1")

    assert caught.value.error_type == "invalid_email"


@pytest.mark.parametrize(
    ("behaviour", "problem"),
    [
        pytest.param(answer(200, HTML, Content_Type="text/html"), "not JSON (text/html, 41 bytes)", id="page"),
        pytest.param(answer(200, Content_Type="a/b"), "not JSON (a/b, 0 bytes)", id="empty"),
        pytest.param(answer(200, b'{"a": "\xff"}', Content_Type="a/b"), "not JSON (a/b, 10 bytes)", id="bad-utf-8"),
        pytest.param(answer(200, b"[" * 9999, Content_Type="a/b"), "not JSON (a/b, 9999 bytes)", id="deep"),
        pytest.param(document("Hello"), "GetResponse: expected dict, got str", id="text"),
        pytest.param(document(None), "GetResponse: expected dict, got null", id="null"),
        pytest.param(sessions("none"), "GetResponse.sessions: expected list, got str", id="no-list"),
        pytest.param(sessions([5]), "Session: expected dict, got int", id="no-object"),
        pytest.param(sessions([{}]), "Session.session_id: missing or null", id="no-id"),
        pytest.param(sessions([], request_id=5), "GetResponse.request_id: expected str, got int", id="no-str"),
        pytest.param(sessions([], status_code="2"), "GetResponse.status_code: expected int, got str", id="no-int"),
    ],
)
async def test_a_success_that_cannot_be_read_is_a_decode_error(
    connect: ClientFactory, behaviour: Behaviour, problem: str
) -> None:
    """A wrong type is refused and named; the value stays out of the text."""
    async with serving(behaviour) as server, connect(server.url) as client:
        with pytest.raises(DecodeError) as caught:
            await client.sessions.get(user_id="user-test-1")

    error = caught.value
    assert (error.problem, error.status_code, error.operation) == (problem, 200, "GET /v1/sessions")


async def test_an_unreadable_success_is_never_asked_for_again(connect: ClientFactory) -> None:
    """Stytch has done its work, and would answer the same."""
    async with serving(answer(200, HTML)) as server, connect(server.url) as client:
        with pytest.raises(DecodeError):
            await client.sessions.get(user_id="user-test-1")

    assert len(server.received) == 1


async def test_a_decode_error_keeps_an_excerpt_and_the_request_id_out_of_its_text(connect: ClientFactory) -> None:
    """Who debugs can look at the beginning of the answer; a log of the error shows nothing of it."""
    async with serving(sessions("secret stuff")) as server, connect(server.url) as client:
        with pytest.raises(DecodeError) as caught:
            await client.sessions.get(user_id="user-test-1")

    error = caught.value
    assert (error.request_id, error.headers["content-type"]) == (REQUEST_ID, "application/json")
    assert "secret stuff" in error.excerpt
    assert "secret stuff" not in str(error)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_not_followed(connect: ClientFactory, status: int) -> None:
    """The credentials go to nobody whom an answer names."""
    async with serving(sessions([])) as elsewhere:
        behaviour = answer(status, Location=f"{elsewhere.url}/v1/sessions")
        async with serving(behaviour) as server, connect(server.url) as client:
            with pytest.raises(APIError) as caught:
                await client.sessions.get(user_id="user-test-1")

    assert (caught.value.status_code, len(server.received), elsewhere.received) == (status, 1, [])


@pytest.mark.parametrize(
    "behaviour",
    [answer(500), document("?"), leave, refusal(404, "session_not_found")],
    ids=["no-document", "unreadable", "lost", "refused"],
)
async def test_no_secret_is_in_any_text_of_an_error(connect: ClientFactory, behaviour: Behaviour) -> None:
    """Neither text, repr nor notes of an error and of its causes show a token."""
    token = "a-session-token-that-must-not-leak"

    async with serving(behaviour) as server, connect(server.url, retry=NO_RETRY) as client:
        with pytest.raises(StytchError) as caught:
            await client.sessions.authenticate(session_token=token)

    error: BaseException | None = caught.value
    while error is not None:
        assert token not in f"{error} {error!r} {getattr(error, '__notes__', '')}"
        error = error.__cause__ or error.__context__
