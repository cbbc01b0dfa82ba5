"""All reasons by error type."""

import functools
import importlib
import pkgutil
from collections.abc import Mapping

import stytch_async.emulator.refusals as families
from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["reasons"]


@functools.cache
def reasons() -> Mapping[str, Reason]:
    """Return every reason by its error type."""
    found: dict[str, Reason] = {}
    for module in pkgutil.iter_modules(families.__path__, f"{families.__name__}."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, Reason):
                found[value.error_type] = value
    return found
