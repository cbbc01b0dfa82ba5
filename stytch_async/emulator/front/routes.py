"""Which operation a request is for."""

import functools
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote, urlsplit

import attrs

from stytch_async import catalog
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import ROUTE_NOT_FOUND
from stytch_async.endpoint import Operation
from stytch_async.transports.interface import HTTPRequest

__all__ = ["Route", "find_route", "operation_of"]

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
    raise Refusal(ROUTE_NOT_FOUND)


@functools.cache
def _table() -> tuple[dict[str, Operation[Any, Any]], list[tuple[re.Pattern[str], Operation[Any, Any]]]]:
    """Return the operations without parameters by method and path, and the others with a pattern of both."""
    operations = {str(entry.operation): entry.operation for entry in catalog.operations()}
    literal = {name: operation for name, operation in operations.items() if "{" not in name}
    patterns = [(_pattern(name), operation) for name, operation in operations.items() if "{" in name]
    return literal, sorted(patterns, key=lambda known: known[1].path.count("{"))


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(name)))


def operation_of(request: HTTPRequest) -> Operation[Any, Any] | None:
    """Return the operation that a request is for, or ``None`` where Stytch has no such endpoint."""
    try:
        return find_route(request).operation
    except Refusal:
        return None
