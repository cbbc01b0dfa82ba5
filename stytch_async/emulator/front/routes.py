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

__all__ = [
    "Route",
    "find_route",
    "is_for_management",
    "operation_of",
    "own_domain_of",
    "path_of",
    "root_of",
]

START: Final = re.compile(r"/(v1|pwa/v3|\.well-known)/.*")
"""Where Stytch's own path begins; a base URL may put a prefix before it."""

OWN: Final = re.compile(r"/(v1/(?=oauth2/)|\.well-known/)")
"""How paths begin that do not name the project: those of its own domain (behaviour-more T21)."""


@attrs.frozen
class Route:
    """The operation that a request is for, and what its path says."""

    operation: Operation[Any, Any]
    values: Mapping[str, str]


def path_of(request: HTTPRequest) -> str:
    """Return the path of a request, without what a base URL puts before it."""
    path = START.search(urlsplit(request.url).path)
    return path[0] if path else ""


def root_of(request: HTTPRequest) -> str:
    """Return what a URL says before Stytch's own path."""
    parts = urlsplit(request.url)
    return f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix(path_of(request))}"


def own_domain_of(request: HTTPRequest) -> str | None:
    """Return the URL of the project's own domain, where a request came by that."""
    return None if OWN.match(path_of(request)) is None else root_of(request)


def is_for_management(request: HTTPRequest) -> bool:
    """Whether a request is for the Management API."""
    return path_of(request).startswith("/pwa/")


def find_route(request: HTTPRequest) -> Route:
    """Find the operation of a request, or refuse."""
    route = _route(request.method, path_of(request))
    if route is None:
        raise Refusal(ROUTE_NOT_FOUND)
    return route


@functools.lru_cache(maxsize=1024)
def _route(method: str, path: str) -> Route | None:
    """Look a route up: several times for each call, and mostly for the same few."""
    is_own = OWN.match(path) is not None
    found = catalog.operation_at(method, path.replace("/v1/", "/v1/public/-/", 1) if is_own else path)
    if found is None:
        return None
    operation, values = found
    return Route(operation, {} if is_own else {name: unquote(value) for name, value in values.items()})


def operation_of(request: HTTPRequest) -> Operation[Any, Any] | None:
    """Return the operation that a request is for, or ``None`` where Stytch has no such endpoint."""
    route = _route(request.method, path_of(request))
    return None if route is None else route.operation
