"""What the library knows of Stytch's API: every operation and every schema, by name."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any, Final, Literal

import attrs

import stytch_async.schemas
from stytch_async.clients import B2BClient, Client, ManagementClient, SAMLShieldClient
from stytch_async.clients.base import BaseClient
from stytch_async.endpoint import Operation, Resource
from stytch_async.groups import groups

__all__ = ["Entry", "operations", "schemas", "secret_names"]

ClientName = Literal["consumer", "b2b", "management", "saml_shield"]

CLIENTS: Final[dict[ClientName, type[BaseClient]]] = {
    "consumer": Client,
    "b2b": B2BClient,
    "management": ManagementClient,
    "saml_shield": SAMLShieldClient,
}


@attrs.frozen
class Entry:
    """One operation and where to find it.

    Attributes:
        client: Which client has it.
        name: The attribute of the client that performs it, for example ``passwords.email.reset``.
        operation: What is known of it besides its name.

    """

    client: ClientName
    name: str
    operation: Operation[Any, Any]


def operations() -> Iterator[Entry]:
    """Name the operations of every client, product by product, in the order of their declaration."""
    for client, kind in CLIENTS.items():
        for product, group in sorted(groups(kind).items()):
            for name, operation in _operations_of(group.load(), product):
                yield Entry(client, name, operation)


def _operations_of(resource: type[Resource], prefix: str) -> Iterator[tuple[str, Operation[Any, Any]]]:
    for name, group in groups(resource).items():
        yield from _operations_of(group.load(), f"{prefix}.{name}")
    for name, value in vars(resource).items():
        if isinstance(operation := getattr(value, "operation", None), Operation):
            yield f"{prefix}.{name}", operation


def schemas() -> dict[str, type]:
    """Return the class that stands for each of the API's schemas.

    The API repeats itself, so one class may stand for several schemas. Sets of texts are no classes, but types of the
    fields that take them.
    """
    return {
        schema: kind
        for module in pkgutil.walk_packages(stytch_async.schemas.__path__, f"{stytch_async.schemas.__name__}.")
        for kind in _classes_of(module.name)
        for schema in _names_of(kind)
    }


def secret_names() -> frozenset[str]:
    """Return the names of the arguments and answers' fields that are kept out of every `repr`.

    A tool that reports errors with the variables around them does not know that ``session_jwt`` or ``client_secret`` is
    a secret; these names tell it.
    """
    return frozenset(
        field.name
        for module in pkgutil.walk_packages(stytch_async.schemas.__path__, f"{stytch_async.schemas.__name__}.")
        for kind in _classes_of(module.name)
        if attrs.has(kind)
        for field in attrs.fields(kind)
        if not field.repr
    )


def _classes_of(module: str) -> Iterator[type]:
    for value in vars(importlib.import_module(module)).values():
        if isinstance(value, type) and value.__module__ == module:
            yield value


def _names_of(kind: type) -> tuple[str, ...]:
    names: str | tuple[str, ...] = vars(kind).get("__schema__", ())
    return (names,) if isinstance(names, str) else names
