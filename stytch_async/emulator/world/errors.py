"""What a test is told where Stytch refuses: the error that a client would raise."""

import functools
from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar
from urllib.parse import urlsplit

from stytch_async.codec import api_error
from stytch_async.emulator.front.answers import refused
from stytch_async.emulator.front.routes import operation_of
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.endpoint import ONCE, Operation
from stytch_async.errors import APIError
from stytch_async.transports.interface import HTTPRequest, HTTPResponse

__all__ = ["error_of", "refused_as", "told"]

P = ParamSpec("P")
R = TypeVar("R")


class Inhabitant(Protocol):
    """Whoever acts in a project."""

    @property
    def project(self) -> Project:
        """The project."""
        ...


W = TypeVar("W", bound=Inhabitant)


def refused_as(path: str) -> Callable[[Callable[Concatenate[W, P], R]], Callable[Concatenate[W, P], R]]:
    """Let a method of the world raise what the endpoint would that does the same, or comes closest."""

    def decorate(method: Callable[Concatenate[W, P], R]) -> Callable[Concatenate[W, P], R]:
        @functools.wraps(method)
        def act(self: W, /, *args: P.args, **kwargs: P.kwargs) -> R:
            with told(self.project, HTTPRequest("POST", self.project.base_url + path, {}, None, None)):
                return method(self, *args, **kwargs)

        return act

    return decorate


@contextmanager
def told(project: Project, request: HTTPRequest) -> Generator[None]:
    """Raise what a client or browser would be told, where a request is refused."""
    try:
        yield
    except Refusal as refusal:
        raise error_of(request, refused(project, refusal, operation_of(request))) from None


def error_of(request: HTTPRequest, response: HTTPResponse) -> APIError:
    """Return the error that a response to a client or browser stands for."""
    return api_error(operation_of(request) or _page(request), response)


def _page(request: HTTPRequest) -> Operation[Any, Any]:
    """Return what a page for browsers is called in errors."""
    path = urlsplit(request.url).path
    return Operation("GET", path, object, object, ONCE, host="api", dialect="form", public=True)
