"""Which operation is emulated by which handler."""

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, ParamSpec, TypeVar

import attrs

from stytch_async.emulator.refusals.refusal import Reason
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.endpoint import Endpoint, Operation

__all__ = ["Handler", "NotEmulated", "handler_of", "handlers", "handles"]

P = ParamSpec("P")
Q = TypeVar("Q")
R = TypeVar("R")
S = TypeVar("S", Project, Workspace)

HANDLERS: Final = "stytch_async.emulator.handlers"


class NotEmulated(AssertionError):  # noqa: N818 - the name that a test's output shows
    """A test calls an operation that the emulator does not know: no answer of Stytch's, so no `StytchError`."""


@attrs.frozen
class Handler:
    """What carries out an operation.

    Attributes:
        carry_out: The rule; it takes the project, or the workspace where the operation is one of the Management API.
        invalid: By argument, dotted where it is nested: why a value outside its limits is refused, where Stytch has a
            type of its own for that.

    """

    carry_out: Callable[[Any, Any], Any]
    invalid: Mapping[str, Reason]


_handlers: Final[dict[Operation[Any, Any], Handler]] = {}


def handles(
    endpoint: Endpoint[P, Q, R], *, invalid: Mapping[str, Reason] = MappingProxyType({})
) -> Callable[[Callable[[S, Q], R]], Callable[[S, Q], R]]:
    """Make a function the handler of an endpoint; see `Handler`."""

    def register(carry_out: Callable[[S, Q], R]) -> Callable[[S, Q], R]:
        _handlers[endpoint.operation] = Handler(carry_out, invalid)
        return carry_out

    return register


def handler_of(operation: Operation[Any, Any]) -> Handler:
    """Return the handler of an operation; only the handlers of its product are loaded.

    Raises:
        NotEmulated: There is none.

    """
    if operation not in _handlers:
        _, _, package, product, *_ = operation.request.__module__.split(".")
        _load_product(f"{HANDLERS}.{package}", product)
    try:
        return _handlers[operation]
    except KeyError:
        raise NotEmulated(f"{operation} is not emulated: see the list of what is in the documentation") from None


@functools.cache
def handlers() -> Mapping[Operation[Any, Any], Handler]:
    """Load all handlers and return them by operation."""
    for package in _modules_of(HANDLERS):
        for product in _modules_of(package):
            _load_product(package, product.rpartition(".")[2])
    return MappingProxyType(_handlers)


@functools.cache
def _load_product(package: str, product: str) -> None:
    """Import the handlers of one product, a module or a package; some products have none yet."""
    if package in _modules_of(HANDLERS) and f"{package}.{product}" in _modules_of(package):
        for module in (f"{package}.{product}", *_modules_of(f"{package}.{product}")):
            importlib.import_module(module)


def _modules_of(package: str) -> list[str]:
    """Name the modules of a package; a module has none."""
    path: Iterator[str] | None = getattr(importlib.import_module(package), "__path__", None)
    return [] if path is None else [module.name for module in pkgutil.iter_modules(path, f"{package}.")]
