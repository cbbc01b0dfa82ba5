"""What holds for each call to the emulator, whoever makes it."""

import base64
import datetime as dt
import functools
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final, ParamSpec, TypeVar

import attrs

from stytch_async.checks import check
from stytch_async.codec import decode, encode
from stytch_async.converter import converter
from stytch_async.emulator import Project
from stytch_async.emulator.front.answers import write
from stytch_async.emulator.front.routes import operation_of
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.rules.consumer.users import view
from stytch_async.emulator.state.email_templates import EmailTemplates
from stytch_async.emulator.state.events import Event, Events
from stytch_async.emulator.state.outbox import Message, Outbox
from stytch_async.emulator.state.parts import Part
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.state.sandbox import Sandbox
from stytch_async.emulator.state.tables import Table
from stytch_async.emulator.state.workspace import Served, Workspace
from stytch_async.endpoint import Endpoint, Operation
from stytch_async.errors import StytchError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["Caller", "check_call", "flaw", "misfiled", "stored"]

P = ParamSpec("P")
R = TypeVar("R")

HOST: Final = "https://test.stytch.com"
SECRET: Final = "secret-test-1"

NOT_STORED: Final = {"_indexes", "clock", "ids", "is_named", "keys", "project_id", "vertical"}
FLEETING: Final = {"failures", "lock_expires_at", "locked_at", "used_at"}
"""What a refused call may change: it counts failed logins, and shows a secret."""

SCIM_ERROR: Final = "urn:ietf:params:scim:api:messages:2.0:Error"

MAILED: Final = "unlock"
"""What the last failed login before a lock may mail."""

LOCKS: Final = {"is_locked", "lock_created_at", "lock_expires_at"}

SIMPLE: Final = {Event, Message, bool, dt.datetime, int, str, type(None)}
"""What is never changed in place."""

ERROR: Final = {"error_message", "error_type", "error_url", "request_id", "status_code"}
OAUTH2_ERROR: Final = {"error", "error_description", "error_uri", "request_id", "status_code"}


def stored(project: Served) -> dict[str, Any]:
    """Return all that a project or workspace remembers, without what only the time takes away."""
    return {name: _plain(project, part) for name, part in _parts(project).items()} | {"shown": shown(project)}


def _parts(whole: object) -> dict[str, Any]:
    """Return what a project, or a part of one, is made of, also of what nobody has used yet."""
    unused = [name for name, attribute in vars(type(whole)).items() if isinstance(attribute, Part)]
    return {name: getattr(whole, name) for name in dict.fromkeys((*vars(whole), *unused)) if name not in NOT_STORED}


def shown(project: Served) -> dict[str, dict[str, Any]]:
    """Return, by id, each user as the API shows them, without what only the time takes away; a workspace has none."""
    return {user.id: _document(project, user) for user in project.users} if isinstance(project, Project) else {}


def _document(project: Project, user: User) -> dict[str, Any]:
    lapsed = {one.id for one in (*user.addresses, *user.wallets) if not _lasts(project, one)}
    document = converter.unstructure(view(project, user))
    for name, key in (("emails", "email_id"), ("phone_numbers", "phone_id"), ("crypto_wallets", "crypto_wallet_id")):
        document[name] = [one for one in document[name] if one[key] not in lapsed]
    return {name: value for name, value in document.items() if name not in LOCKS}


def untold(project: Served, before: Mapping[str, Any]) -> str | None:
    """Tell of a user whose change has left another event than one of its type, and of anything that left two.

    What was told of somebody who looks the same as before is a change that is not shown, such as another password.
    """
    if isinstance(project, Workspace):
        return None
    after, told = shown(project), [*project.events][len(before["events"]) :]
    changes = {
        user_id: "CREATE" if user_id not in before["shown"] else "UPDATE" if user_id in after else "DELETE"
        for user_id in {*before["shown"], *after}
        if before["shown"].get(user_id) != after.get(user_id)
    }
    found = {event.id: event.action for event in told if event.object_type == "user"}
    unseen = {user_id: "UPDATE" for user_id in found if user_id in after and user_id not in changes}
    if found != changes | unseen:
        return f"{changes} were told as {found}"
    return f"told twice: {told}" if len({event.id for event in told}) < len(told) else None


def _plain(project: Served, value: Any) -> Any:
    if value.__class__ in SIMPLE:
        return value
    if isinstance(value, Sandbox):
        return _plain(project, value.user)
    if isinstance(value, Project | EmailTemplates):
        value = _parts(value)
    if isinstance(value, list | tuple | Events | Outbox | Table):
        return [_plain(project, item) for item in value if _lasts(project, item)]
    if isinstance(value, dict):
        return {key: _plain(project, item) for key, item in value.items()}
    if isinstance(value, set):
        return set(value)
    return {name: _plain(project, getattr(value, name)) for name in _lasting(type(value))} or value


@functools.cache
def _lasting(kind: type) -> list[str]:
    """Name the fields of a row that only a call may change; nothing else has any."""
    return [field.name for field in attrs.fields(kind) if field.name not in FLEETING] if attrs.has(kind) else []


def _lasts(project: Served, item: object) -> bool:
    if MAILED in {getattr(item, "purpose", None), getattr(item, "type", None)}:
        return False
    end = getattr(item, "expires_at", None) or getattr(item, "lapses_at", None)
    return end is None or end > project.now


def misfiled(table: Table[Any]) -> list[str]:
    """Name the rows that a table would not find by what they say, or finds by what they do not say."""
    rows = table._rows
    wrong = [row_id for row_id, row in rows.items() if table.get(row_id) is not row]
    for index in table._indexes:
        keys = {row_id: tuple(dict.fromkeys(index._keys(row))) for row_id, row in rows.items()}
        found = {key: [row_id for row_id in keys if key in keys[row_id]] for one in keys.values() for key in one}
        filed = {key: [*known] for key, known in index._rows.items()}
        wrong += [row_id for row_id in {*keys, *index._filed} if keys.get(row_id) != index._filed.get(row_id)]
        wrong += [str(key) for key in {*found, *filed} if sorted(found.get(key, [])) != sorted(filed.get(key, []))]
    return wrong


def flaw(operation: Operation[Any, Any] | None, response: HTTPResponse) -> str | None:
    """Tell what is wrong with an answer: it fits its schema to the letter, or it is a refusal in Stytch's form.

    A page for a browser has no schema: it is shown, or leads on.
    """
    if response.headers.get("Content-Type") == "application/scim+json":
        return _flaw_of_scim(response)
    if operation is None and response.status in {200, 201, 302}:
        return None
    if response.status < 300 and operation is not None:
        try:
            answer = decode(operation, response)
            check(answer)
        except StytchError as error:
            return f"an answer that cannot be read: {error}"
        same = json.loads(write(operation, answer).content) == json.loads(response.content)
        return None if same else "an answer with other fields than its schema"
    if not 400 <= response.status < 500:
        return f"status {response.status}"
    return _flaw_of_refusal(response)


def _flaw_of_scim(response: HTTPResponse) -> str | None:
    """Tell what is wrong with an answer to a directory, which has a form of its own (RFC 7644, 3.12)."""
    if response.status in {200, 201, 204, 304}:
        return None
    document: Mapping[str, Any] = json.loads(response.content)
    if not 400 <= response.status < 500 and response.status != 501:
        return f"status {response.status}"
    named = document["schemas"] == [SCIM_ERROR] and document["status"] == str(response.status)
    return None if named and document["detail"] else f"a refusal with the fields {[*document]}"


def _flaw_of_refusal(response: HTTPResponse) -> str | None:
    document: Mapping[str, Any] = json.loads(response.content)
    if document.keys() not in (ERROR, OAUTH2_ERROR):
        return f"a refusal with the fields {[*document]}"
    if document["status_code"] != response.status:
        return "a refusal that names another status than it has"
    texts = [text for name, text in document.items() if name not in {"error_uri", "status_code"}]
    return None if all(isinstance(text, str) and text for text in texts) else "a refusal that does not say why"


def _tables(project: Served) -> Iterator[tuple[str, Table[Any]]]:
    for name, part in _parts(project).items():
        if isinstance(part, Table):
            yield name, part
    if isinstance(project, Workspace):
        for environment in project.environments():
            yield from _tables(environment.project)


def check_call(project: Served, before: Mapping[str, Any], request: HTTPRequest, response: HTTPResponse) -> None:
    """Hold a call against what is true of every call.

    Args:
        project: What was called.
        before: What it had `stored` before the call.
        request: What was asked.
        response: What was answered.

    """
    operation = operation_of(request)
    assert untold(project, before) is None, f"{operation}: {untold(project, before)}"
    if 400 <= response.status < 500:
        assert stored(project) == before, f"{operation} was refused and has changed something"
    for name, table in _tables(project):
        assert misfiled(table) == [], f"{operation} has left {name} in disorder"
    assert flaw(operation, response) is None, f"{operation}: {flaw(operation, response)}"


@attrs.frozen
class Caller:
    """Calls a project or workspace without a client, and holds each call against what is true of every call."""

    project: Served

    def send(self, request: HTTPRequest) -> HTTPResponse:
        """Carry out a request."""
        before = stored(self.project)
        response = serve(self.project, request)
        check_call(self.project, before, request, response)
        return response

    def call(self, endpoint: Endpoint[P, Any, R], *_: P.args, **arguments: P.kwargs) -> R:
        """Call an endpoint, and return its answer or raise its refusal."""
        operation = endpoint.operation
        request = operation.request(**arguments)
        message = encode(operation, request, base_url=HOST, headers=self.headers, timeout=None)
        return decode(operation, self.send(message))

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a client."""
        if isinstance(self.project, Workspace):
            credentials = ":".join(self.project.key)
        else:
            credentials = f"{self.project.project_id}:{self.project.secret or SECRET}"
        return {"Authorization": f"Basic {base64.b64encode(credentials.encode()).decode()}"}
