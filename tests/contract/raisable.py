"""What an emulated endpoint can be refused for, read from the emulator's source.

Refusals are constants. So the reasons that a handler can give are those that its code names, and those that the
functions and tables name that it names, and so on; nothing is called. That finds a little more than can happen: a rule
may be called without the argument that its refusal is about.
"""

import ast
import functools
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import attrs

from stytch_async.emulator.front.reading import INVALID, METADATA
from stytch_async.emulator.refusals.metadata import METADATA_INVALID_FORMAT, METADATA_TOO_MANY_KEYS
from stytch_async.emulator.refusals.refusal import Reason
from stytch_async.emulator.refusals.requests import INVALID_PROJECT_ID, PROJECT_NOT_FOUND
from stytch_async.emulator.refusals.search import SearchRefusals
from stytch_async.emulator.registry import Handler, handlers
from stytch_async.endpoint import Operation

__all__ = ["by_argument", "reasons_of"]

EMULATOR: Final = "stytch_async.emulator."

Place = tuple[str, str]
"""A module and one of the names that it defines."""


@attrs.frozen
class Source:
    """What a module defines, and what it imports from the emulator.

    Attributes:
        definitions: By name: the statement that defines it.
        imports: By name: where it comes from; a module that was imported as a whole has an empty name.

    """

    definitions: Mapping[str, ast.stmt]
    imports: Mapping[str, Place]


@functools.cache
def _source(module: str) -> Source:
    tree = ast.parse(Path(str(import_module(module).__file__)).read_text(encoding="utf-8"))
    definitions: dict[str, ast.stmt] = {}
    imports: dict[str, Place] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith(EMULATOR):
            imports |= {name.asname or name.name: _imported(str(node.module), name.name) for name in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            definitions[node.name] = node
        elif isinstance(node, ast.AnnAssign | ast.Assign):
            targets = [node.target] if isinstance(node, ast.AnnAssign) else node.targets
            definitions |= {target.id: node for target in targets if isinstance(target, ast.Name)}
    return Source(definitions, imports)


def _imported(module: str, name: str) -> Place:
    """Return where an imported name is defined."""
    found = getattr(import_module(module), name)
    return (found.__name__, "") if isinstance(found, type(ast)) else (module, name)


def _named(place: Place) -> Iterator[Place]:
    """Go through what a definition names of the emulator."""
    module, name = place
    source = _source(module)
    local = set(_local(source.definitions[name]))
    imported = source.imports.keys() - local
    for node in ast.walk(source.definitions[name]):
        if isinstance(node, ast.Name) and node.id in local:
            continue
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in imported:
            whole, part = source.imports[node.value.id]
            yield (whole, node.attr) if not part else (whole, part)
        elif isinstance(node, ast.Name) and node.id in source.definitions:
            yield module, node.id
        elif isinstance(node, ast.Name) and node.id in source.imports:
            yield source.imports[node.id]


def _local(definition: ast.stmt) -> Iterator[str]:
    """Name what a function calls its own: its parameters, and what it assigns to."""
    if isinstance(definition, ast.FunctionDef):
        for node in ast.walk(definition):
            if isinstance(node, ast.arg):
                yield node.arg
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id


def _reached(start: Place) -> set[Place]:
    """Return all that a definition names, and what that names."""
    found: set[Place] = set()
    waiting = [start]
    while waiting:
        place = waiting.pop()
        if place not in found and place[1] in _source(place[0]).definitions:
            found.add(place)
            waiting.extend(_named(place))
    return found


@functools.cache
def _reasons_at(place: Place) -> frozenset[Reason]:
    value = getattr(import_module(place[0]), place[1])
    if isinstance(value, SearchRefusals):
        return frozenset(reason for reason in vars(value).values() if isinstance(reason, Reason))
    return frozenset([value] if isinstance(value, Reason) else [])


def by_argument(operation: Operation[Any, Any]) -> set[Reason]:
    """Return what is refused of an operation's arguments before its handler is called."""
    arguments = attrs.fields_dict(operation.request).keys()
    found = {reason for argument, reason in INVALID.items() if argument in arguments}
    if "{project_id}" in operation.path:
        found |= {INVALID_PROJECT_ID, PROJECT_NOT_FOUND}
    return found | ({METADATA_INVALID_FORMAT, METADATA_TOO_MANY_KEYS} if arguments & METADATA else set())


@functools.cache
def reasons_of(operation: Operation[Any, Any]) -> frozenset[Reason]:
    """Return what an emulated operation can be refused for, besides what any call can."""
    handler: Handler = handlers()[operation]
    carry_out: Callable[..., Any] = handler.carry_out
    places = _reached((carry_out.__module__, carry_out.__name__))
    named = {reason for place in places for reason in _reasons_at(place)}
    return frozenset(named | by_argument(operation) | {*handler.invalid.values()})
