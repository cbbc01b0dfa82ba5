"""Which operation is emulated by which handler."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar

from stytch_async.endpoint import Endpoint, Operation

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["Handler", "NotEmulated", "handlers", "handles"]

P = ParamSpec("P")
Q = TypeVar("Q")
R = TypeVar("R")

Handler = Callable[["Project", Any], Any]

_handlers: Final[dict[Operation[Any, Any], Handler]] = {}


class NotEmulated(AssertionError):  # noqa: N818 - the name that a test's output shows
    """A test calls an operation that the emulator does not know: no answer of Stytch's, so no `StytchError`."""


def handles(endpoint: Endpoint[P, Q, R]) -> Callable[[Callable[["Project", Q], R]], Callable[["Project", Q], R]]:
    """Make a function the handler of an endpoint."""

    def register(handler: Callable[["Project", Q], R]) -> Callable[["Project", Q], R]:
        _handlers[endpoint.operation] = handler
        return handler

    return register


@functools.cache
def handlers() -> Mapping[Operation[Any, Any], Handler]:
    """Load all handlers and return them by operation."""
    for package in ("stytch_async.emulator.consumer", "stytch_async.emulator.b2b"):
        for module in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
            importlib.import_module(module.name)
    return MappingProxyType(_handlers)
