"""Public names that load their module when they are first used."""

import importlib
import sys
from collections.abc import Callable
from typing import Any

__all__ = ["lazy_modules", "lazy_names"]


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


def lazy_modules(package: str, /, *modules: str) -> Callable[[str], Any]:
    """Return a package's ``__getattr__`` that looks for each name in these of its modules, and loads none after it."""

    def find(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
        found = sys.modules[package]
        if name in found.__all__:
            for module in modules:
                value = getattr(importlib.import_module(f"{package}.{module}"), name, None)
                if value is not None:
                    setattr(found, name, value)
                    return value
        message = f"module {package!r} has no attribute {name!r}"
        raise AttributeError(message, name=name)

    return find
