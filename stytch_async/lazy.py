"""Public names that load their module when they are first used."""

import importlib
import sys
from collections.abc import Callable
from typing import Any

__all__ = ["lazy_names"]


def lazy_names(package: str, /, **modules: str) -> Callable[[str], Any]:
    """Return a module's ``__getattr__`` that finds each name in the module given for it."""

    def find(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
        if name not in modules:
            message = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(message, name=name)
        value = getattr(importlib.import_module(modules[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    return find
