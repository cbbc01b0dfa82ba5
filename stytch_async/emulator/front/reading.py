"""From an HTTP request to the arguments of a handler."""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin
from urllib.parse import parse_qs, urlsplit

import attrs

from stytch_async.checks import check
from stytch_async.codec import layout
from stytch_async.converter import StructureError, converter, is_union
from stytch_async.emulator.front.credentials import client_credentials
from stytch_async.emulator.refusals.metadata import (
    CUSTOM_CLAIMS_TOO_LARGE,
    METADATA_INVALID_FORMAT,
    METADATA_TOO_LARGE,
    METADATA_TOO_MANY_KEYS,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.sessions import INVALID_SESSION_DURATION_MINUTES
from stytch_async.endpoint import Operation
from stytch_async.errors import InvalidRequestError
from stytch_async.schemas.markers import FewKeys
from stytch_async.transports.interface import HTTPRequest

__all__ = ["read", "read_body"]

Q = TypeVar("Q")

DIGITS: Final = 18
"""How long a number may be. Python refuses to read very long ones."""

METADATA: Final = frozenset({"trusted_metadata", "untrusted_metadata"})

INVALID: Final[Mapping[str, Reason]] = {
    "session_custom_claims": CUSTOM_CLAIMS_TOO_LARGE,
    "session_duration_minutes": INVALID_SESSION_DURATION_MINUTES,
    **dict.fromkeys(METADATA, METADATA_TOO_LARGE),
}
"""By argument: why a value outside its limits is refused, whatever the endpoint."""


def read(
    operation: Operation[Q, Any], values: Mapping[str, str], request: HTTPRequest, invalid: Mapping[str, Reason]
) -> Q:
    """Read the arguments out of path, query, headers and body, or refuse what does not fit.

    Args:
        operation: What is asked for.
        values: What the path says.
        request: The whole request.
        invalid: By argument: why this endpoint refuses a value outside its limits.

    """
    found: dict[str, Any] = {**read_body(request), **_query(operation, request), **values}
    if operation.dialect == "oauth2":
        found |= client_credentials(request, found)
    for field, parts in layout(operation).headers.items():
        taken = {part: request.headers[name] for part, name in parts.items() if name in request.headers}
        if taken:
            found[field] = taken.get("", taken)
    arguments: type[Any] = operation.request
    for field in attrs.fields(arguments):
        if field.default is attrs.NOTHING and found.get(_wire_name(field)) is None:
            raise Refusal(BAD_REQUEST, f"{_wire_name(field)} is required")
    try:
        structured = converter.structure(found, operation.request)
        check(structured)
    except StructureError as error:
        raise Refusal(METADATA_INVALID_FORMAT if error.field in METADATA else BAD_REQUEST, str(error)) from None
    except InvalidRequestError as error:
        raise Refusal(_reason(error, {**INVALID, **invalid}), f"{error.field} {error.problem}") from None
    return structured


def _wire_name(field: "attrs.Attribute[Any]") -> str:
    """Return what an argument is called on the wire, which is seldom another name than in Python."""
    notes = getattr(field.type, "__metadata__", ())
    return next(filter(None, (getattr(note, "rename", None) for note in notes)), field.name)


def _reason(error: InvalidRequestError, invalid: Mapping[str, Reason]) -> Reason:
    """Return why a value is refused that breaks a limit."""
    if isinstance(error.limit, FewKeys):
        return METADATA_TOO_MANY_KEYS
    return invalid.get(error.field, BAD_REQUEST)


def read_body(request: HTTPRequest) -> dict[str, Any]:
    """Read a body of JSON, or a form, or refuse what is neither."""
    if not request.content:
        return {}
    if request.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
        return _form(request.content)
    try:
        document = json.loads(request.content)
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()  # NaN and half a character are not JSON
    except (ValueError, RecursionError):
        raise Refusal(BAD_REQUEST, "the body is not JSON") from None
    if not isinstance(document, dict):
        raise Refusal(BAD_REQUEST, "the body is not a JSON object")
    return document  # pyright: ignore[reportUnknownVariableType] - JSON


def _form(content: bytes) -> dict[str, Any]:
    try:
        return {name: texts[-1] for name, texts in parse_qs(content.decode(), errors="strict").items()}
    except ValueError:
        raise Refusal(BAD_REQUEST, "the body is not a form in UTF-8") from None


def _query(operation: Operation[Any, Any], request: HTTPRequest) -> dict[str, Any]:
    given = parse_qs(urlsplit(request.url).query, keep_blank_values=True)
    fields = {field.name: field.type for field in attrs.fields(operation.request)}
    return {name: _typed(fields[name], texts[-1]) for name, texts in given.items() if name in fields}


def _typed(annotation: Any, text: str) -> Any:
    united = get_args(annotation) if is_union(annotation) else (annotation,)
    types = [get_args(one)[0] if get_origin(one) is Annotated else one for one in united]
    if bool in types:
        return {"true": True, "false": False}.get(text.lower(), text)  # Stytch's own SDK for Python writes "True"
    if text.isdecimal() and len(text) <= DIGITS and not any(found is str for found in types):
        return int(text)
    return text
