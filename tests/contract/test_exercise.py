"""Every operation is called: with all inputs, and with the required ones alone."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import attrs
import pytest

from stytch_async import HTTPRequest, HTTPResponse, catalog
from stytch_async.catalog import Entry
from stytch_async.codec import decode, encode, layout
from stytch_async.converter import converter
from tests.contract.samples import instance

ENTRIES = list(catalog.operations())
NAMES = [f"{entry.client}.{entry.name}" for entry in ENTRIES]
HEADERS = {"Authorization": "Basic x", "Content-Type": "application/json"}

each_operation = pytest.mark.parametrize("entry", ENTRIES, ids=NAMES)


def sent(entry: Entry, request: object) -> HTTPRequest:
    """Encode a request as a client would."""
    return encode(entry.operation, request, base_url="https://example.com", headers=HEADERS, timeout=None)


def arrived(entry: Entry, message: HTTPRequest) -> dict[str, Any]:
    """Read a request where the API reads it: path, query, headers and body."""
    parts = urlsplit(message.url)
    values: dict[str, Any] = {}
    pairs = zip(entry.operation.path.split("/"), parts.path.split("/"), strict=True)
    values |= {name[1:-1]: unquote(value) for name, value in pairs if name.startswith("{")}
    values |= dict(parse_qsl(parts.query))
    for field, places in layout(entry.operation).headers.items():
        found = {part: message.headers[header] for part, header in places.items() if header in message.headers}
        values |= {field: found.get("", found)} if found else {}
    if message.content is not None and entry.operation.dialect == "json":
        values |= json.loads(message.content)
    elif message.content is not None:
        values |= dict(parse_qsl(message.content.decode()))
    return values


def as_text(entry: Entry, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Write values as they stand in a query or form; in JSON they stay what they are."""
    texts = values.keys() if entry.operation.dialect != "json" else layout(entry.operation).query
    return {name: _text(value) if name in texts else value for name, value in values.items()}


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


@each_operation
@pytest.mark.parametrize("full", [True, False], ids=["all", "required"])
def test_every_input_arrives_where_the_api_reads_it(entry: Entry, full: bool) -> None:  # noqa: FBT001 - a parameter
    """Nothing is lost on the way, and nothing is added."""
    request = instance(entry.operation.request, full=full)

    message = sent(entry, request)

    assert as_text(entry, converter.unstructure(request)) == arrived(entry, message)
    assert message.method == entry.operation.method
    assert ("Authorization" in message.headers) is (entry.operation.dialect != "oauth2")


@each_operation
def test_a_full_answer_loses_nothing(entry: Entry) -> None:
    """What the API sends comes back field by field."""
    answer = instance(entry.operation.response)
    content = json.dumps(converter.unstructure(answer)).encode()

    assert answer == decode(entry.operation, HTTPResponse(200, {}, content))


@each_operation
def test_drift_does_no_harm(entry: Entry) -> None:
    """Unknown fields are no reason to fail."""
    document = converter.unstructure(instance(entry.operation.response))
    fields = attrs.fields_dict(entry.operation.response)
    drifted = _with_unknown_fields(document)

    answer = decode(entry.operation, HTTPResponse(200, {}, json.dumps(drifted).encode()))

    assert isinstance(answer, entry.operation.response)
    assert fields.keys() == attrs.fields_dict(type(answer)).keys()


def _with_unknown_fields(value: Any) -> Any:
    if isinstance(value, dict):
        is_map = value.keys() == {"key"}  # as `sample` makes them: its members are no fields
        return {name: _with_unknown_fields(item) for name, item in value.items()} | (
            {} if is_map else {"brand_new": [1]}
        )
    if isinstance(value, list):
        return [_with_unknown_fields(item) for item in value]
    return value


def test_unknown_values_of_a_set_are_read() -> None:
    """A value that Stytch adds tomorrow reads as the text that it is."""
    from stytch_async.schemas.factors import AuthenticationFactor

    factor = converter.structure({"type": "telepathy", "delivery_method": "email"}, AuthenticationFactor)

    assert factor.type == "telepathy"


def test_golden_requests(request: pytest.FixtureRequest) -> None:
    """The requests of all operations, with all inputs, for a person to read and a test to compare."""
    golden = request.path.with_name("golden.http")
    requests = "\n".join(written(entry, name) for entry, name in zip(ENTRIES, NAMES, strict=True))

    assert golden.read_text() == requests


def written(entry: Entry, name: str) -> str:
    """Write an operation's request with all inputs as it goes over the wire."""
    message = sent(entry, instance(entry.operation.request))
    headers = [f"{header}: {value}" for header, value in message.headers.items() if header not in HEADERS]
    body = [] if message.content is None else [message.content.decode()]
    return "\n".join(
        [f"### {name}", f"{message.method} {message.url.removeprefix('https://example.com')}", *headers, *body, ""]
    )
