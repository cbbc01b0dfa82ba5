"""Whatever is sent to the emulator, it answers as Stytch would: with what was asked for, or with a refusal."""

import base64
import functools
import json
from typing import Any, Final
from urllib.parse import quote, urlencode

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stytch_async.codec import decode, layout
from stytch_async.converter import converter
from stytch_async.emulator import Project
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.registry import handlers
from stytch_async.endpoint import Operation
from stytch_async.errors import APIError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from tests.properties.strategies import JSON, values

PROJECT_ID: Final = "project-test-1"
HEADERS: Final = {"Authorization": f"Basic {base64.b64encode(f'{PROJECT_ID}:secret-test-1'.encode()).decode()}"}
PASSWORD: Final = "a long and quiet river"

EMULATED: Final = sorted(handlers(), key=str)

SIGN_UPS: Final[list[tuple[str, dict[str, Any]]]] = [
    ("/v1/passwords", {"email": "ada@example.com", "password": PASSWORD, "session_duration_minutes": 60}),
    ("/v1/otps/sms/login_or_create", {"phone_number": "+12025550162"}),
    ("/v1/passwords/email/reset/start", {"email": "ada@example.com"}),
    ("/v1/m2m/clients", {"scopes": ["read:documents"], "client_id": "robot"}),
    ("/v1/b2b/organizations", {"organization_name": "Engines", "organization_slug": "engines"}),
    ("/v1/b2b/organizations/engines/members", {"email_address": "ada@example.com", "roles": ["stytch_admin"]}),
    ("/v1/b2b/passwords/email/reset/start", {"organization_id": "engines", "email_address": "ada@example.com"}),
]

ODD: Final = [
    *("", " ", "\x00", "é", "http://[", "a@b.c", "+1", "stytch_member", "user-test-7", "x" * 5000, "9" * 5000),
    *(-1, 0, 2**31, 2**63, 10**30, 1e300, True, [], {}, [None], [""], {"": None}),
]


@functools.cache
def inhabited() -> tuple[Project, list[str]]:
    """Return a project in which there is somebody, and the texts that its answers and messages held."""
    project = Project(project_id=PROJECT_ID, seed=7)
    said: set[str] = set()
    for path, document in SIGN_UPS:
        answer = json.loads(send(project, "POST", path, document).content)
        said |= {PASSWORD, *texts(document), *texts(answer)}
    for message in project.outbox:
        said |= {*texts(attrs.asdict(message))}
    return project, sorted(said)


def texts(value: object) -> list[str]:
    """Return the texts within a JSON value."""
    if isinstance(value, dict):
        return [text for item in value.values() for text in texts(item)]
    if isinstance(value, list):
        return [text for item in value for text in texts(item)]
    return [value] if isinstance(value, str) else []


def send(
    project: Project, method: str, path: str, document: object, headers: dict[str, str] | None = None
) -> HTTPResponse:
    """Send JSON."""
    url, content = f"https://test.stytch.com{path}", json.dumps(document).encode()
    return serve(project, HTTPRequest(method, url, {**HEADERS, **(headers or {})}, content, None))


def documents(operation: Operation[Any, Any], known: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """Build arguments of the right types, many of them known to the project; one of them may be odd."""
    fields = {field.name: field for field in attrs.fields(operation.request)}
    fitting = {
        name: values(field.type).map(converter.unstructure) | st.sampled_from(known) for name, field in fields.items()
    }
    needed = {name for name, field in fields.items() if field.default is attrs.NOTHING}
    plain = st.fixed_dictionaries(
        {name: fitting[name] for name in needed},
        optional={name: fitting[name] for name in fields.keys() - needed},
    )
    odd = st.dictionaries(st.sampled_from(sorted(fields)), st.sampled_from(ODD) | JSON, max_size=1) if fields else None
    return plain if odd is None else st.builds(lambda *parts: parts[0] | parts[1], plain, odd)


def outcome_of(operation: Operation[Any, Any], response: HTTPResponse) -> object:
    """Return the status that an answer tells, or what kind of error it is."""
    try:
        return decode(operation, response).status_code
    except APIError as error:
        return "a refusal" if 400 <= error.status_code < 500 and error.error_type else repr(error)


def filled(operation: Operation[Any, Any], document: dict[str, Any]) -> str:
    """Take what belongs into path and query out of a document, and return the path with it."""
    path = operation.path
    for name in layout(operation).path:
        value = document.pop(name, "user-test-7")
        path = path.replace(f"{{{name}}}", quote(str(value).encode(errors="replace"), safe="") or "x")
    query = {name: document.pop(name) for name in layout(operation).query if name in document}
    return f"{path}?{urlencode({name: str(value).encode(errors='replace') for name, value in query.items()})}"


@pytest.mark.parametrize("operation", EMULATED, ids=str)
@settings(max_examples=15)
@given(data=st.data())
def test_every_request_is_answered(operation: Operation[Any, Any], data: st.DataObject) -> None:
    """An answer fits its schema, a refusal has a status of the client's, and nothing else happens."""
    project, known = inhabited()
    document = data.draw(documents(operation, known))

    response = send(project, operation.method, filled(operation, document), document)

    outcome = outcome_of(operation, response)
    assert outcome in {response.status, "a refusal"}, outcome
