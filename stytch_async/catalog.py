"""What the library knows of Stytch's API: every operation and every schema, by name."""

import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

import attrs

import stytch_async.schemas
from stytch_async.clients import B2BClient, Client, ManagementClient, SAMLShieldClient
from stytch_async.clients.base import BaseClient
from stytch_async.endpoint import Operation, Resource
from stytch_async.groups import groups

__all__ = ["Entry", "operation_at", "operations", "path_pattern", "schemas", "secret_names"]

ClientName = Literal["consumer", "b2b", "management", "saml_shield"]

CLIENTS: Final[dict[ClientName, type[BaseClient]]] = {
    "consumer": Client,
    "b2b": B2BClient,
    "management": ManagementClient,
    "saml_shield": SAMLShieldClient,
}

ROOTS: Final[dict[ClientName, str]] = {
    "management": "/pwa/v3/",
    "b2b": "/v1/b2b/",
    "saml_shield": "/v1/",
    "consumer": "/v1/",
}
"""By client: what its paths begin with, the longest first. What both kinds of projects have begins as for Consumer."""

SEGMENTS: Final[Mapping[str, str]] = {
    "connected_apps": "connected_app",
    "default_email_templates": "email_templates",
    "email": "fraud",
    "fingerprint": "fraud",
    "projects": "project",
    "public": "idp",
    "rules": "fraud",
    "totp": "totps",
    "verdict_reasons": "fraud",
}
"""By segment of a path: the product that it stands for, where that has another name."""


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


def operation_at(method: str, path: str) -> tuple[Operation[Any, Any], dict[str, str]] | None:
    """Find the operation of a request, and what its path says, and load no other product than the operation's.

    Args:
        method: The HTTP method.
        path: The path as it was sent, percent-encoded.

    """
    product = _product_at(path)
    for pattern, operation in () if product is None else _patterns(*product):
        if operation.method == method and (match := pattern.fullmatch(path)) is not None:
            return operation, match.groupdict()
    return None


def _product_at(path: str) -> tuple[ClientName, str] | None:
    for client, root in ROOTS.items():
        known = _segments(client)
        # Names and values take turns. Consumer and B2B name the product first, Management goes from large to small.
        named = [known[segment] for segment in path.removeprefix(root).split("/")[::2] if segment in known]
        if path.startswith(root) and named:
            return client, named[-1] if client == "management" else named[0]
    return None


@functools.cache
def _segments(client: ClientName) -> dict[str, str]:
    """Return a client's products by the segment of a path that stands for each."""
    names = groups(CLIENTS[client])
    return {name: name for name in names} | {segment: name for segment, name in SEGMENTS.items() if name in names}


@functools.cache
def _patterns(client: ClientName, product: str) -> list[tuple[re.Pattern[str], Operation[Any, Any]]]:
    """Return the operations of a product, each with a pattern of its path, those with fewer parameters first."""
    found = [operation for _, operation in _operations_of(groups(CLIENTS[client])[product].load(), product)]
    found.sort(key=lambda operation: operation.path.count("{"))
    return [(path_pattern(operation.path), operation) for operation in found]


def path_pattern(path: str) -> re.Pattern[str]:
    """Return a pattern of the paths that a template stands for; its groups are what stands in the braces."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path)))


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
