"""The codec: from arguments to a request, and from an answer to a response object or an error."""

import datetime as dt
import enum
import json
from typing import Annotated, Any, Final, get_args
from urllib.parse import parse_qsl, unquote, urlsplit

import attrs
import pytest
from multidict import CIMultiDict

from stytch_async import catalog
from stytch_async.codec import decode, encode, layout, retry_after
from stytch_async.converter import is_open_set
from stytch_async.endpoint import SAFE, Operation, endpoint
from stytch_async.errors import (
    APIError,
    AuthenticationError,
    BadRequestError,
    DecodeError,
    InvalidRequestError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    TenancyError,
)
from stytch_async.schemas.markers import CustomClaims, Header, SessionMinutes
from stytch_async.schemas.shared import Authorization
from stytch_async.transports.interface import HTTPRequest, HTTPResponse


class Colour(enum.StrEnum):
    """An enum that Stytch may extend."""

    RED = "red"


@attrs.define(kw_only=True)
class Part:
    """An object within a request."""

    name: str
    size: int | None = None


@attrs.define(kw_only=True)
class Everything:
    """A request with a field of every kind."""

    a: str
    b: str
    flag: bool | None = None
    count: int | None = None
    colour: Colour | str | None = None
    when: dt.datetime | None = None
    part: Part | None = None
    parts: list[Part] | None = None
    names: list[str] | None = None
    claims: CustomClaims | None = None
    minutes: SessionMinutes | None = None
    trace: Annotated[str, Header("X-Trace")] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class Answer:
    """An answer."""

    request_id: str
    status_code: int


GET: Final = endpoint("GET", "/v1/{a}/x/{b}", Everything, Answer, SAFE).operation
POST: Final = endpoint("POST", "/v1/{a}/x/{b}", Everything, Answer, SAFE).operation
DELETE: Final = endpoint("DELETE", "/v1/{a}/x/{b}", Everything, Answer, SAFE).operation


def sent(operation: Operation[Everything, Answer], *, a: str = "1", b: str = "2", **fields: object) -> HTTPRequest:
    """Encode a request."""
    request = Everything(a=a, b=b, **fields)
    return encode(operation, request, base_url="https://example.com", headers={"X-Client": "1"}, timeout=5)


def body(**fields: object) -> Any:
    """Encode a request, and return what is in its body."""
    content = sent(POST, **fields).content
    assert content is not None
    return json.loads(content)


def refusal(**fields: object) -> InvalidRequestError:
    """Encode a request that is refused."""
    with pytest.raises(InvalidRequestError) as caught:
        sent(POST, **fields)
    assert caught.value.operation == "POST /v1/{a}/x/{b}"
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    return caught.value


def is_text(kind: Any) -> bool:
    """Whether an annotation admits texts only."""
    return kind is str or is_open_set(list(get_args(kind)))


@pytest.mark.parametrize(
    "value", ["user-test-1", "a/b", "../..", "a b", "ü", "%2F", "?x=1#y", ";@:&=+$,", "{b}", "{a}", "...", ".x", "\\"]
)
def test_a_path_parameter_stays_one_segment(value: str) -> None:
    """Whatever is in it, decoding its segment gives it back, and the other segments are untouched."""
    url = sent(POST, a=value).url

    assert url.startswith("https://example.com/v1/")
    assert [unquote(segment) for segment in urlsplit(url).path.split("/")] == ["", "v1", value, "x", "2"]
    assert urlsplit(url).query == urlsplit(url).fragment == ""


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_path_parameter_that_would_name_another_resource_is_refused(value: str) -> None:
    """An empty id would delete all users, and ``..`` the parent of a user."""
    assert str(refusal(b=value)) == (
        "POST /v1/{a}/x/{b}: b is part of the path, so it may be neither empty nor '.' nor '..' (nothing was sent)"
    )


@pytest.mark.parametrize("value", ["\x00", "a\nb", "a\rb", "\t", "a\x7f"])
def test_a_control_character_in_a_path_is_refused(value: str) -> None:
    """No id has one, and a proxy could take it for something else."""
    assert (refusal(a=value).field, refusal(a=value).problem) == (
        "a",
        "is part of the path, so it may hold no control character",
    )


def test_arguments_of_a_get_become_its_query() -> None:
    """Booleans are written as JSON writes them, times in UTC, and lists repeat their name."""
    when = dt.datetime(2026, 4, 25, 18, 37, 9, tzinfo=dt.timezone(dt.timedelta(hours=2)))

    request = sent(GET, flag=True, count=0, colour=Colour.RED, when=when, names=["a b", "c&d"])

    assert request.content is None
    assert parse_qsl(urlsplit(request.url).query, strict_parsing=True) == [
        ("flag", "true"),
        ("count", "0"),
        ("colour", "red"),
        ("when", "2026-04-25T16:37:09Z"),
        ("names", "a b"),
        ("names", "c&d"),
    ]
    assert "+" not in request.url


def test_a_false_boolean_is_sent() -> None:
    """False is a value, and not the absence of one."""
    assert sent(GET, flag=False).url == "https://example.com/v1/1/x/2?flag=false"
    assert body(flag=False) == {"flag": False}


def test_a_get_without_arguments_has_no_question_mark() -> None:
    """The URL ends with its path."""
    assert sent(GET).url == "https://example.com/v1/1/x/2"


def test_every_argument_of_a_get_fits_into_a_query() -> None:
    """No operation of the API asks for an object in a query."""
    unfit = [
        f"{entry.name}.{field.name}"
        for entry in catalog.operations()
        if entry.operation.method == "GET"
        for field in attrs.fields(entry.operation.request)
        if field.name not in {*layout(entry.operation).headers, *layout(entry.operation).path}
        and ("dict" in str(field.type) or attrs.has(field.type))
    ]

    assert unfit == []


def test_every_path_parameter_of_the_api_is_a_required_text() -> None:
    """A path cannot be filled with what may be missing, or with what is no text."""
    parameters = {
        f"{entry.name}.{name}": attrs.fields_dict(entry.operation.request)[name]
        for entry in catalog.operations()
        for name in layout(entry.operation).path
    }

    unfit = [
        name for name, field in parameters.items() if field.default is not attrs.NOTHING or not is_text(field.type)
    ]

    assert parameters
    assert unfit == []


def test_none_is_left_out() -> None:
    """Neither at the top nor in a nested object does ``None`` travel."""
    assert body(part=Part(name="x"), parts=[Part(name="y", size=1)]) == {
        "part": {"name": "x"},
        "parts": [{"name": "y", "size": 1}],
    }


def test_none_in_a_free_form_map_is_kept() -> None:
    """There it means that the key is to be deleted."""
    assert body(claims={"gone": None, "deep": {"gone": None}}) == {"claims": {"gone": None, "deep": {"gone": None}}}


def test_an_empty_list_and_map_are_sent() -> None:
    """Empty is a value, and not the absence of one."""
    assert body(names=[], claims={}) == {"names": [], "claims": {}}


def test_the_body_is_compact_utf_8() -> None:
    """No escapes for what UTF-8 can write, and no spaces."""
    assert sent(POST, names=["ü", "😀"]).content == '{"names":["ü","😀"]}'.encode()


def test_a_post_without_arguments_sends_an_empty_object() -> None:
    """Stytch expects JSON, even if it says nothing."""
    assert sent(POST).content == b"{}"


def test_a_delete_has_a_body_only_if_something_is_to_be_said() -> None:
    """Most say everything in their path."""
    assert (sent(DELETE).content, sent(DELETE, flag=True).content) == (None, b'{"flag":true}')


def test_a_header_field_leaves_the_body() -> None:
    """What travels as a header is neither in the body nor in the query, and joins the client's headers."""
    authorization = Authorization(session_jwt="jwt")

    request = sent(POST, trace="t", authorization=authorization)

    assert request.headers == {"X-Client": "1", "X-Trace": "t", "X-Stytch-Member-SessionJWT": "jwt"}
    assert request.content == b"{}"
    assert sent(GET, trace="t", authorization=authorization).url == "https://example.com/v1/1/x/2"


def test_a_header_that_is_not_given_is_not_sent() -> None:
    """The client's own headers are all that travels."""
    assert sent(POST).headers == {"X-Client": "1"}


def test_an_empty_authorization_is_refused() -> None:
    """It would run with the project's rights instead of a member's."""
    assert refusal(authorization=Authorization()).problem == "needs one of session_token, session_jwt"


def test_a_form_is_written_like_a_query() -> None:
    """OAuth 2 endpoints take forms, and bring credentials of their own."""
    form = endpoint("POST", "/v1/{a}/x/{b}", Everything, Answer, SAFE, dialect="form").operation

    request = sent(form, flag=True, names=["a b", "c&d"])

    assert request.content == b"flag=true&names=a%20b&names=c%26d"
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\x00", "tökén"])
def test_a_header_cannot_smuggle_another(value: str) -> None:
    """Control characters and what is not ASCII are refused, by the name of the argument."""
    assert refusal(trace=value).field == "trace"
    assert refusal(authorization=Authorization(session_token=value)).field == "authorization.session_token"


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (dt.datetime(2026, 4, 25, 16, 37, 9, tzinfo=dt.UTC), "2026-04-25T16:37:09Z"),
        (dt.datetime(2026, 4, 25, 16, 37, 9, 5, tzinfo=dt.UTC), "2026-04-25T16:37:09.000005Z"),
        (dt.datetime(2026, 4, 25, 1, tzinfo=dt.timezone(dt.timedelta(hours=-8))), "2026-04-25T09:00:00Z"),
    ],
    ids=["seconds", "microseconds", "offset"],
)
def test_times_travel_in_utc(when: dt.datetime, text: str) -> None:
    """As RFC 3339 texts that end in Z."""
    assert body(when=when) == {"when": text}


def test_a_time_without_a_zone_is_refused() -> None:
    """Nobody could say which moment it means."""
    when = dt.datetime(2026, 4, 25)  # noqa: DTZ001 - on purpose

    assert refusal(when=when).problem == "must be an aware datetime: give it a tzinfo"


@pytest.mark.parametrize("number", [2**63, -(2**64), 10**300, 0.1, -0.0, 1e300])
def test_numbers_of_any_size_travel_unchanged(number: float) -> None:
    """Nothing rounds what an app stores."""
    assert body(claims={"n": [number]}) == {"claims": {"n": [number]}}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        pytest.param(float("nan"), "holds a NaN or infinite number, which JSON has no way to write", id="nan"),
        pytest.param(float("-inf"), "holds a NaN or infinite number, which JSON has no way to write", id="infinity"),
        pytest.param({1, 2}, "holds a set, which JSON has no way to write", id="set"),
        pytest.param(b"bytes", "holds a bytes, which JSON has no way to write", id="bytes"),
        pytest.param(object(), "holds a object, which JSON has no way to write", id="object"),
        pytest.param({1: "x"}, "has a key of type int; JSON keys are str", id="key"),
        pytest.param({None: "x"}, "has a key of type NoneType; JSON keys are str", id="none-key"),
    ],
)
def test_what_json_cannot_carry_is_refused(value: object, problem: str) -> None:
    """However deep it is, it is refused before anything is sent, and never turned into something else."""
    error = refusal(claims={"deep": [{"deeper": value}]})

    assert (error.field, error.problem) == ("claims", problem)


def test_a_map_that_holds_itself_is_refused() -> None:
    """There is no end to it."""
    claims: dict[str, Any] = {}
    claims["self"] = claims

    assert refusal(claims=claims).problem == "is nested more than 64 levels deep"


@pytest.mark.parametrize("fields", [{"claims": {"x": "\ud800"}}, {"claims": {"\udfff": 1}}, {"a": "\ud800"}], ids=str)
def test_half_a_character_is_refused(fields: dict[str, Any]) -> None:
    """A lone surrogate has no form in UTF-8."""
    assert refusal(**fields).problem == "holds a lone surrogate"


def test_claims_beyond_their_limit_are_refused() -> None:
    """4096 bytes of JSON pass, one more does not, and bytes are counted, not characters."""
    fitting = {"x": "a" * (4096 - len('{"x":""}'))}

    assert body(claims=fitting) == {"claims": fitting}
    assert refusal(claims={"x": fitting["x"] + "a"}).problem == "must be at most 4096 bytes of JSON, and is 4097"
    assert refusal(claims={"x": "ü" * 2048}).problem == "must be at most 4096 bytes of JSON, and is 4104"


@pytest.mark.parametrize("minutes", [5, 60, 527040])
def test_a_session_may_last_from_five_minutes_to_a_year(minutes: int) -> None:
    """Both bounds are included."""
    assert body(minutes=minutes) == {"minutes": minutes}


@pytest.mark.parametrize("minutes", [4, 0, -5, 527041])
def test_a_session_of_another_length_is_refused(minutes: int) -> None:
    """The error names the bounds."""
    assert refusal(minutes=minutes).problem == "must be from 5 to 527040"


def test_no_secret_is_in_the_repr_of_a_request() -> None:
    """Headers, body and query are left out."""
    request = sent(GET, trace="a-secret", names=["a-secret"], authorization=Authorization(session_token="a-secret"))

    assert "a-secret" not in repr(request)
    assert "/v1/1/x/2" in repr(request)
    assert "a-secret" not in repr(sent(POST, names=["a-secret"]))


def reply(status: int, document: object) -> HTTPResponse:
    """Make an answer of JSON."""
    headers = CIMultiDict({"Content-Type": "application/json", "Retry-After": "7"})
    return HTTPResponse(status, headers, json.dumps(document).encode())


@pytest.mark.parametrize("status", [200, 201, 202, 299])
def test_every_success_is_read(status: int) -> None:
    """Some operations answer 201."""
    answer = decode(GET, reply(status, {"request_id": "r", "status_code": status, "new": "field"}))

    assert answer == Answer(request_id="r", status_code=status)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (304, APIError),
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (418, APIError),
        (429, RateLimitError),
        (499, APIError),
        (500, ServerError),
        (599, ServerError),
    ],
)
def test_every_other_status_is_an_error(status: int, kind: type[APIError]) -> None:
    """Its class follows from the status, and it carries how often the request was sent."""
    with pytest.raises(APIError) as caught:
        decode(GET, reply(status, {"error_type": "t", "error_message": "m", "request_id": "r"}), attempts=2)

    error = caught.value
    assert type(error) is kind
    assert (error.status_code, error.error_type, error.error_message, error.request_id) == (status, "t", "m", "r")
    assert (error.retry_after, error.attempts, error.headers["retry-after"]) == (7.0, 2, "7")


def test_another_organization_has_an_error_of_its_own() -> None:
    """Who catches a refused permission catches it, too."""
    with pytest.raises(PermissionDeniedError) as caught:
        decode(GET, reply(403, {"error_type": "session_authorization_tenancy_error", "error_message": "m"}))

    assert type(caught.value) is TenancyError


def test_a_decode_error_hides_how_it_was_found() -> None:
    """No foreign frame and no value from the answer hangs on it."""
    with pytest.raises(DecodeError) as caught:
        decode(GET, HTTPResponse(200, {}, b'{"request_id": "a-secret"'))

    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert caught.value.problem == "not JSON (no content type, 25 bytes)"


def test_an_excerpt_is_short() -> None:
    """Two hundred bytes are enough to recognize a page."""
    with pytest.raises(DecodeError) as caught:
        decode(GET, HTTPResponse(200, {}, b"\xff" + b"x" * 10_000))

    assert caught.value.excerpt == "\ufffd" + "x" * 199


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        ("120", 120.0),
        (" 5 ", 5.0),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0.0),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        ("soon", None),
        ("", None),
        ("Wed, 99 Oct 2015 07:28:00 GMT", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(value: str, seconds: float | None) -> None:
    """A date in the past means now, and anything else means nothing."""
    assert retry_after(HTTPResponse(429, {"Retry-After": value}, b"")) == seconds


def test_an_answer_without_retry_after_asks_for_nothing() -> None:
    """Stytch documents no such header."""
    assert retry_after(HTTPResponse(429, {}, b"")) is None
