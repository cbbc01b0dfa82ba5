"""From a request object to an `HTTPRequest`, and from an `HTTPResponse` to a response object or an error."""

import functools
import math
import re
import time
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, TypeVar, get_args, get_origin
from urllib.parse import quote, urlencode

import attrs
import msgspec
from multidict import CIMultiDict

from stytch_async.checks import check
from stytch_async.converter import StructureError, converter, is_union
from stytch_async.endpoint import Operation, RetryClass
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
from stytch_async.schemas.markers import Header, Query
from stytch_async.shapes import reader
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["api_error", "converter", "decode", "encode", "layout", "request_id_of", "retry_after"]

R = TypeVar("R")

CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
PARAMETER: Final = re.compile(r"{(\w+)}")
REQUEST_ID: Final = re.compile(rb'"request_id"\s*:\s*"([\w-]{1,100})"')
ERRORS: Final[Mapping[int, type[APIError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    429: RateLimitError,
}
EXCERPT: Final = 200

UNREADABLE: Final = (msgspec.MsgspecError, ValueError, RecursionError)
"""What reading something that is no JSON may raise."""

# msgspec reads several times as fast as the standard library, and unlike its peers leaves large integers whole.
_load: Final = msgspec.json.Decoder().decode
_dump: Final = msgspec.json.Encoder().encode


@attrs.frozen
class Layout:
    """Where the fields of an operation's request travel; what is named nowhere here is body."""

    path: tuple[str, ...]
    headers: Mapping[str, Mapping[str, str]]
    """By field: the header of each of its parts. A plain value is its own part, named ``""``."""
    query: tuple[str, ...]
    unstructure: Callable[[Any], dict[str, Any]]


@functools.cache
def layout(operation: Operation[Any, Any]) -> Layout:
    """Work out, once for each operation, where its fields travel."""
    fields = attrs.fields_dict(operation.request)
    path = tuple(PARAMETER.findall(operation.path))
    headers = {name: parts for name, field in fields.items() if (parts := _header_parts(field.type))}
    rest = [field for name, field in fields.items() if name not in path and name not in headers]
    return Layout(
        path=path,
        headers=headers,
        query=tuple(field.name for field in rest if operation.method == "GET" or Query() in _marks(field.type)),
        unstructure=converter.get_unstructure_hook(operation.request),
    )


def _header_parts(kind: Any) -> dict[str, str]:
    given = get_args(kind)[0] if is_union(kind) else kind
    if attrs.has(given):
        return {field.name: name for field in attrs.fields(given) for name in _header_parts(field.type).values()}
    names = [mark.name for mark in _marks(kind) if isinstance(mark, Header)]
    return {"": names[0]} if names else {}


def _marks(kind: Any) -> tuple[Any, ...]:
    """Return what an annotation says besides the type."""
    given = get_args(kind)[0] if is_union(kind) else kind
    return get_args(given)[1:] if get_origin(given) is Annotated else ()


def encode(
    operation: Operation[Any, Any],
    request: object,
    *,
    base_url: str,
    headers: Mapping[str, str],
    timeout: float | None,
) -> HTTPRequest:
    """Turn the arguments of a call into the request that carries them.

    Raises:
        InvalidRequestError: An argument breaks a limit; it names the field.

    """
    try:
        return _encode(operation, request, base_url, headers, timeout)
    except InvalidRequestError as error:
        refusal = InvalidRequestError(error.field, error.problem, str(operation), error.limit)
    except (TypeError, ValueError, OverflowError) as error:
        refusal = InvalidRequestError("an argument", _unwritable(error), str(operation))
    del headers  # a traceback shows this frame
    raise refusal


def _encode(
    operation: Operation[Any, Any], request: object, base_url: str, headers: Mapping[str, str], timeout: float | None
) -> HTTPRequest:
    check(request)
    plan = layout(operation)
    values = plan.unstructure(request)
    url = base_url + (_fill(operation.path, plan.path, values) if plan.path else operation.path)
    if plan.headers:
        headers = {**headers, **_take_headers(plan.headers, values)}
    if plan.query:
        query = _form({name: values.pop(name) for name in plan.query if name in values})
        url += f"?{query}" if query else ""
    if operation.method == "GET":
        return HTTPRequest("GET", url, headers, None, timeout)
    if operation.dialect != "json":
        headers = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
        if operation.dialect == "oauth2":
            headers.pop("Authorization", None)
        return HTTPRequest(operation.method, url, headers, _form(values).encode(), timeout)
    content = _dump(values) if values or operation.method != "DELETE" else None
    return HTTPRequest(operation.method, url, headers, content, timeout)


def _unwritable(error: Exception) -> str:
    return "holds a lone surrogate" if isinstance(error, UnicodeError) else "has no JSON form"


def _fill(path: str, names: tuple[str, ...], values: dict[str, Any]) -> str:
    for name in names:
        value: str = values.pop(name)
        if value in {"", ".", ".."}:
            raise InvalidRequestError(name, "is part of the path, so it may be neither empty nor '.' nor '..'")
        if CONTROL.search(value):
            raise InvalidRequestError(name, "is part of the path, so it may hold no control character")
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    return path


def _take_headers(fields: Mapping[str, Mapping[str, str]], values: dict[str, Any]) -> dict[str, str]:
    taken: dict[str, str] = {}
    for field, parts in fields.items():
        value = values.pop(field, None)
        if value == {}:
            raise InvalidRequestError(field, f"needs one of {', '.join(parts)}")
        items: dict[str, str] = {} if value is None else {"": value} if isinstance(value, str) else value
        for part, item in items.items():
            if not item.isascii() or CONTROL.search(item):
                name = f"{field}.{part}" if part else field
                raise InvalidRequestError(name, "is sent as a header, so it must be plain ASCII")
            taken[parts[part]] = item
    return taken


def _form(values: dict[str, Any]) -> str:
    pairs = {name: str(value).lower() if isinstance(value, bool) else value for name, value in values.items()}
    return urlencode(pairs, doseq=True, quote_via=quote)


def decode(operation: Operation[Any, R], response: HTTPResponse, attempts: int = 1) -> R:
    """Turn an answer into the response object of the operation.

    Raises:
        APIError: The status is an error; its class tells which.
        DecodeError: The status is a success and the answer cannot be read.

    """
    if not 200 <= response.status < 300:
        raise api_error(operation, response, attempts)
    if response.oversized:
        raise _unreadable(operation, response, "larger than its transport reads")
    kind: Any = operation.response
    read: Callable[[bytes], R] = reader(kind)
    try:
        return read(response.content)
    except UNREADABLE:
        pass
    try:
        return converter.structure(_load(response.content), operation.response)
    except StructureError as error:
        problem = str(error)
    except UNREADABLE:
        problem = f"not JSON ({_describe(response)})"
    raise _unreadable(operation, response, problem)


def _unreadable(operation: Operation[Any, Any], response: HTTPResponse, problem: str) -> DecodeError:
    return DecodeError(
        problem,
        operation=str(operation),
        status_code=response.status,
        headers=CIMultiDict(response.headers),
        request_id=_text(_document(response), "request_id"),
        excerpt=response.content[:EXCERPT].decode(errors="replace"),
    )


def api_error(operation: Operation[Any, Any], response: HTTPResponse, attempts: int = 1) -> APIError:
    """Read an error document, or describe whatever came in its place."""
    document = _document(response)
    error_type = _text(document, "error_type", "error")
    kind = ServerError if response.status >= 500 else ERRORS.get(response.status, APIError)
    if error_type == "session_authorization_tenancy_error":
        kind = TenancyError
    message = _text(document, "error_message", "error_description")
    error = kind(
        operation=str(operation),
        status_code=response.status,
        error_type=error_type,
        error_message=f"no error document ({_describe(response)})" if message is None else message,
        error_url=_text(document, "error_url", "error_uri"),
        error_details=document.get("error_details"),
        request_id=_text(document, "request_id"),
        headers=CIMultiDict(response.headers),
        retry_after=retry_after(response),
        attempts=attempts,
    )
    if kind is NotFoundError and attempts > 1 and operation.retry is RetryClass.IDEMPOTENT:
        error.add_note("An earlier attempt, whose reply was lost, may have done it.")
    return error


def _document(response: HTTPResponse) -> dict[str, Any]:
    try:
        document: Any = _load(response.content)
    except UNREADABLE:
        return {}
    return document if isinstance(document, dict) else {}  # pyright: ignore[reportUnknownVariableType] - JSON


def _text(document: Mapping[str, Any], *names: str) -> str | None:
    return next((value for name in names if isinstance(value := document.get(name), str)), None)


def _describe(response: HTTPResponse) -> str:
    return f"{response.headers.get('Content-Type', 'no content type')}, {len(response.content)} bytes"


def request_id_of(response: HTTPResponse) -> str | None:
    """Return Stytch's id of the exchange as it stands in the answer, which need not be readable as a whole."""
    found = REQUEST_ID.search(response.content)
    return None if found is None else found[1].decode()


def retry_after(response: HTTPResponse) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks to wait, given as a number or as a date."""
    value = response.headers.get("Retry-After", "").strip()
    if not value:
        return None
    if value.isascii() and value.isdigit():
        seconds = float(value)
        return seconds if math.isfinite(seconds) else None
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - it loads half of `email`

    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None
