"""What a server does with HTTP: find the operation, read its request, write its answer."""

import functools
import json
import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar, get_args
from urllib.parse import parse_qs, unquote, urlsplit

import attrs
from multidict import CIMultiDict

from stytch_async import catalog
from stytch_async.checks import check
from stytch_async.codec import layout
from stytch_async.converter import StructureError, converter, is_union
from stytch_async.emulator.refusals import Refusal, refuse
from stytch_async.endpoint import Operation
from stytch_async.errors import InvalidRequestError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["Route", "answer", "find_route", "operation_of", "read"]

Q = TypeVar("Q")

INVALID: Final[Mapping[str, str]] = {
    "/v1/users/search limit": "user_search_invalid_limit",
    "expiration_minutes": "invalid_expiration_otp",
    "external_id": "invalid_user_id",
    "organization_external_id": "invalid_organization_external_id",
    "organization_name": "invalid_organization_name",
    "organization_slug": "invalid_organization_slug",
    "reset_password_expiration_minutes": "invalid_expiration",
    "scrypt_config.n_parameter": "invalid_scrypt_n_parameter",
    "session_custom_claims": "custom_claims_too_large",
    "session_duration_minutes": "invalid_session_duration_minutes",
    "trusted_metadata": "metadata_too_large",
    "untrusted_metadata": "metadata_too_large",
}
"""By argument, or path and argument: the error type that a value outside its limits is refused with."""


START: Final = re.compile(r"/(v1|pwa/v3)/.*")
"""Where Stytch's own path begins; a base URL may put a prefix before it."""


@attrs.frozen
class Route:
    """The operation that a request is for, and what its path says."""

    operation: Operation[Any, Any]
    values: Mapping[str, str]


def find_route(request: HTTPRequest) -> Route:
    """Find the operation of a request, or refuse."""
    path = START.search(urlsplit(request.url).path)
    literal, patterns = _table()
    place = f"{request.method} {path[0] if path else ''}"
    if (operation := literal.get(place)) is not None:
        return Route(operation, {})
    for pattern, operation in patterns:
        if (match := pattern.fullmatch(place)) is not None:
            return Route(operation, {name: unquote(value) for name, value in match.groupdict().items()})
    raise refuse("route_not_found")


@functools.cache
def _table() -> tuple[dict[str, Operation[Any, Any]], list[tuple[re.Pattern[str], Operation[Any, Any]]]]:
    """Return the operations without parameters by method and path, and the others with a pattern of both."""
    operations = {str(entry.operation): entry.operation for entry in catalog.operations()}
    literal = {name: operation for name, operation in operations.items() if "{" not in name}
    patterns = [(_pattern(name), operation) for name, operation in operations.items() if "{" in name]
    return literal, sorted(patterns, key=lambda known: known[1].path.count("{"))


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(name)))


def read(operation: Operation[Q, Any], route: Route, request: HTTPRequest) -> Q:
    """Read the request object out of path, query, headers and body, or refuse what does not fit."""
    values: dict[str, Any] = {**_body(request), **_query(operation, request), **route.values}
    for field, parts in layout(operation).headers.items():
        found = {part: request.headers[name] for part, name in parts.items() if name in request.headers}
        if found:
            values[field] = found.get("", found)
    arguments: type[Any] = operation.request
    for field in attrs.fields(arguments):
        if field.default is attrs.NOTHING and values.get(field.name) is None:
            raise refuse("bad_request", f"{field.name} is required")
    try:
        structured = converter.structure(values, operation.request)
        check(structured)
    except StructureError as error:
        raise refuse("bad_request", str(error)) from None
    except InvalidRequestError as error:
        raise refuse(_invalid(operation, error), f"{error.field} {error.problem}") from None
    return structured


def _invalid(operation: Operation[Any, Any], error: InvalidRequestError) -> str:
    """Return the error type that stands for a broken limit."""
    if error.problem.startswith("must have at most 20 keys"):
        return "metadata_too_many_keys"
    return INVALID.get(f"{operation.path} {error.field}", INVALID.get(error.field, "bad_request"))


def _body(request: HTTPRequest) -> dict[str, Any]:
    if not request.content:
        return {}
    if request.headers.get("Content-Type", "").startswith("application/x-www-form-urlencoded"):
        return {name: texts[-1] for name, texts in parse_qs(request.content.decode()).items()}
    try:
        document = json.loads(request.content)
        json.dumps(document, ensure_ascii=False, allow_nan=False).encode()  # NaN and half a character are no JSON
    except (ValueError, RecursionError):
        raise refuse("bad_request", "the body is not JSON") from None
    if not isinstance(document, dict):
        raise refuse("bad_request", "the body is not a JSON object")
    return document  # pyright: ignore[reportUnknownVariableType] - JSON


def _query(operation: Operation[Any, Any], request: HTTPRequest) -> dict[str, Any]:
    given = parse_qs(urlsplit(request.url).query, keep_blank_values=True)
    fields = {field.name: field.type for field in attrs.fields(operation.request)}
    return {name: _typed(fields[name], texts[-1]) for name, texts in given.items() if name in fields}


def _typed(kind: Any, text: str) -> Any:
    kinds = get_args(kind) if is_union(kind) else (kind,)
    if bool in kinds:
        return {"true": True, "false": False}.get(text, text)
    if text.isdecimal() and not any(found is str for found in kinds):
        return int(text)
    return text


def operation_of(request: HTTPRequest) -> Operation[Any, Any] | None:
    """Return the operation that a request is for, or ``None`` where Stytch has no such endpoint."""
    try:
        return find_route(request).operation
    except Refusal:
        return None


def answer(status: int, document: Mapping[str, Any]) -> HTTPResponse:
    """Return an answer with a JSON body."""
    return HTTPResponse(status, CIMultiDict({"Content-Type": "application/json"}), json.dumps(document).encode())
