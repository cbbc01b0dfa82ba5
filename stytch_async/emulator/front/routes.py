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

__all__ = ["Route", "find_route", "operation_of", "path_of"]

START: Final = re.compile(r"/(v1|pwa/v3)/.*")
"""Where Stytch's own path begins; a base URL may put a prefix before it."""


@attrs.frozen
class Route:
    """The operation that a request is for, and what its path says."""

    operation: Operation[Any, Any]
    values: Mapping[str, str]


def path_of(request: HTTPRequest) -> str:
    """Return the path of a request, without what a base URL puts before it."""
    path = START.search(urlsplit(request.url).path)
    return path[0] if path else ""


def find_route(request: HTTPRequest) -> Route:
    """Find the operation of a request, or refuse."""
    route = _route(request.method, path_of(request))
    if route is None:
        raise Refusal(ROUTE_NOT_FOUND)
    return route


@functools.lru_cache(maxsize=1024)
def _route(method: str, path: str) -> Route | None:
    """Look a route up: several times for each call, and mostly for the same few."""
    found = catalog.operation_at(method, path)
    if found is None:
        return None
    operation, values = found
    return Route(operation, {name: unquote(value) for name, value in values.items()})


def operation_of(request: HTTPRequest) -> Operation[Any, Any] | None:
    """Return the operation that a request is for, or ``None`` where Stytch has no such endpoint."""
    route = _route(request.method, path_of(request))
    return None if route is None else route.operation
