"""What holds for every schema, every operation and every answer, however odd."""

import itertools
import json
import math
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from stytch_async.codec import decode, encode, layout, retry_after
from stytch_async.converter import converter
from stytch_async.endpoint import Operation
from stytch_async.errors import InvalidRequestError, StytchError
from stytch_async.schemas.consumer.sessions import AuthenticateRequest, GetResponse
from stytch_async.schemas.consumer.users import UpdateRequest
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from tests.properties.strategies import CLASSES, JSON, MAPS, OPERATIONS, instances, named, spoilt

NUMBERS: Final = st.sampled_from(["0", "1", "12", "2026", "9999", "9" * 20, "9" * 400, "9" * 5000])
BASE: Final = "https://example.com/prefix"
ODDITIES: Final = [True, 10**400, 0.5, "\ud800", [None], {"": None}]
STATUSES: Final = st.sampled_from([200, 201, 302, 400, 401, 403, 404, 429, 500, 503])


def sent(operation: Operation[Any, Any], request: object) -> HTTPRequest:
    """Encode a request."""
    return encode(operation, request, base_url=BASE, headers={"Authorization": "Basic eA=="}, timeout=None)


@pytest.mark.parametrize("kind", CLASSES, ids=named)
@settings(max_examples=3)
@given(data=st.data())
def test_every_schema_survives_json(kind: type, data: st.DataObject) -> None:
    """Written as JSON and read again, an object of any class is the same."""
    value = data.draw(instances(kind))

    again = converter.structure(json.loads(json.dumps(converter.unstructure(value))), kind)

    assert again == value


@pytest.mark.parametrize("kind", CLASSES, ids=named)
@settings(max_examples=1)
@given(data=st.data())
def test_any_value_in_any_field_ends_in_a_result_or_in_our_error(kind: type, data: st.DataObject) -> None:
    """A value that belongs into no field, or that no type of Python can hold, is refused where it stands."""
    operation = attrs.evolve(OPERATIONS[0], response=kind)
    document = converter.unstructure(data.draw(instances(kind)))

    outcomes = [
        _outcome(operation, HTTPResponse(200, {}, json.dumps({**document, name: oddity}).encode()))
        for name, oddity in itertools.product(attrs.fields_dict(kind), ODDITIES)
    ]

    assert all(_is_sound(operation, outcome) for outcome in outcomes)


@given(operation=st.sampled_from(OPERATIONS), status=STATUSES, document=JSON | MAPS)
def test_any_json_ends_in_a_result_or_in_our_error(
    operation: Operation[Any, Any], status: int, document: object
) -> None:
    """No answer escapes as a `KeyError`, `TypeError` or the like."""
    outcome = _outcome(operation, HTTPResponse(status, {}, json.dumps(document).encode()))

    assert _is_sound(operation, outcome)


@given(operation=st.sampled_from(OPERATIONS), status=STATUSES, content=st.binary())
def test_any_bytes_end_in_a_result_or_in_our_error(operation: Operation[Any, Any], status: int, content: bytes) -> None:
    """Nor does what is no JSON at all."""
    outcome = _outcome(operation, HTTPResponse(status, {}, content))

    assert _is_sound(operation, outcome)


@given(operation=st.sampled_from(OPERATIONS), data=st.data())
def test_an_answer_with_one_oddity_ends_in_a_result_or_in_our_error(
    operation: Operation[Any, Any], data: st.DataObject
) -> None:
    """A good answer in which a single value, at any depth, is missing or replaced by some other JSON."""
    document = converter.unstructure(data.draw(instances(operation.response)))
    odd = data.draw(spoilt(document))

    outcome = _outcome(operation, HTTPResponse(200, {}, json.dumps(odd).encode()))

    assert _is_sound(operation, outcome)


def _outcome(operation: Operation[Any, Any], response: HTTPResponse) -> object:
    try:
        return decode(operation, response)
    except StytchError as error:
        return error


def _is_sound(operation: Operation[Any, Any], outcome: object) -> bool:
    return str(outcome).isprintable() if isinstance(outcome, StytchError) else type(outcome) is operation.response


@given(
    operation=st.sampled_from([operation for operation in OPERATIONS if layout(operation).path]),
    data=st.data(),
)
def test_no_argument_changes_the_shape_of_a_path(operation: Operation[Any, Any], data: st.DataObject) -> None:
    """Whatever text fills a parameter, it stays in its segment, or is refused."""
    texts = st.text(alphabet=st.characters(exclude_categories=[])) | st.sampled_from(["", ".", "..", "../x", "%2e%2e"])
    given_values = {name: data.draw(texts) for name in layout(operation).path}
    template = data.draw(instances(operation.request))
    required = {
        name: "x" if field.type is str else getattr(template, name)
        for name, field in attrs.fields_dict(operation.request).items()
        if field.default is attrs.NOTHING
    }

    try:
        url = sent(operation, operation.request(**{**required, **given_values})).url
    except InvalidRequestError:
        return

    expected = [
        given_values[segment[1:-1]] if segment.startswith("{") else segment for segment in operation.path.split("/")
    ]
    assert [unquote(segment) for segment in urlsplit(url).path.split("/")][2:] == expected[1:]
    assert not {"", ".", ".."} & set(expected[1:])


@given(metadata=MAPS)
def test_free_form_maps_are_sent_unchanged(metadata: dict[str, Any]) -> None:
    """Nulls, huge numbers and any text arrive as the app gave them, unless a limit forbids the whole map."""
    operation = next(operation for operation in OPERATIONS if operation.request is UpdateRequest)

    try:
        content = sent(operation, UpdateRequest(user_id="x", untrusted_metadata=metadata)).content
    except InvalidRequestError as error:
        assume("bytes of JSON" not in error.problem)  # a big map is refused, and for nothing else
        raise

    assert content is not None
    assert json.loads(content) == {"untrusted_metadata": metadata}


@given(claims=MAPS)
def test_free_form_maps_are_read_unchanged(claims: dict[str, Any]) -> None:
    """What an app stored comes back as it was, type by type."""
    operation = next(operation for operation in OPERATIONS if operation.response is GetResponse)
    session = {"session_id": "s", "user_id": "u", "authentication_factors": [], "roles": [], "custom_claims": claims}
    document = {"request_id": "r", "sessions": [session], "status_code": 200}

    found = decode(operation, HTTPResponse(200, {}, json.dumps(document).encode())).sessions[0].custom_claims

    assert repr(found) == repr(claims)


@given(claims=st.dictionaries(st.text(alphabet=st.characters(exclude_categories=[])), JSON | st.floats() | st.binary()))
def test_what_cannot_be_sent_is_refused_by_name(claims: dict[str, Any]) -> None:
    """Lone surrogates, infinities and bytes never turn into something else on the way."""
    operation = next(operation for operation in OPERATIONS if operation.request is AuthenticateRequest)

    try:
        content = sent(operation, AuthenticateRequest(session_token="x", session_custom_claims=claims)).content
    except InvalidRequestError:
        return

    assert content is not None
    assert repr(json.loads(content)["session_custom_claims"]) == repr(claims)


@given(
    value=st.text()
    | NUMBERS
    | st.builds(
        "Mon, {} Jan {} {}:{}:{} {}".format, *[NUMBERS] * 5, st.just("GMT") | NUMBERS | NUMBERS.map("+{}".format)
    )
)
def test_any_retry_after_is_read_or_ignored(value: str) -> None:
    """A header that means nothing asks for nothing, and none asks for ever."""
    seconds = retry_after(HTTPResponse(429, {"Retry-After": value}, b""))

    assert seconds is None or 0 <= seconds < math.inf
