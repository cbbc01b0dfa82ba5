"""Who may import whom: the arrows point downward only, and anything else fails here."""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Final

import pytest

import stytch_async

PACKAGE: Final = Path(stytch_async.__file__).parent
TABLES: Final = tomllib.loads((PACKAGE.parent / "docs" / "arrows.toml").read_text(encoding="utf-8"))
ARROWS: Final[Mapping[str, set[str]]] = {part: set(below) for part, below in TABLES["package"].items()}
ROOMS: Final[Mapping[str, set[str]]] = {room: set(below) for room, below in TABLES["emulator"].items()}


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Parse every module of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        yield name.removesuffix("__init__").removesuffix("."), ast.parse(path.read_text(encoding="utf-8"))


def part(module: str) -> str:
    """Return the part of the package that a module belongs to."""
    first, *rest = module.split(".")
    return ".".join([first, *rest[:1]]) if first == "transports" else first or stytch_async.__name__


def room(module: str) -> str:
    """Return the room of the emulator that a module belongs to."""
    return [*module.split("."), "emulator"][1]


def imported(tree: ast.AST) -> Iterator[str]:
    """Name our own modules that a piece of code imports, wherever the statement stands."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith(f"{stytch_async.__name__}."))
        elif isinstance(node, ast.ImportFrom) and str(node.module).split(".")[0] == stytch_async.__name__:
            for alias in node.names:
                inner = PACKAGE.parent.joinpath(*str(node.module).split("."), alias.name)
                yield (
                    f"{node.module}.{alias.name}"
                    if inner.is_dir() or inner.with_suffix(".py").is_file()
                    else str(node.module)
                )
        yield from imported(node)


def arrows(tree: ast.AST) -> set[str]:
    """Name the parts of the package that a module imports."""
    return {part(name.removeprefix(stytch_async.__name__).removeprefix(".")) for name in imported(tree)}


@pytest.mark.parametrize(("module", "tree"), list(modules()), ids=lambda value: value if isinstance(value, str) else "")
def test_a_module_imports_only_what_is_below_it(module: str, tree: ast.Module) -> None:
    """A new arrow is a decision, and belongs into the table above."""
    forbidden = arrows(tree) - ARROWS[part(module)] - {part(module)}

    assert forbidden == set()


@pytest.mark.parametrize("table", [ARROWS, ROOMS], ids=["package", "emulator"])
def test_the_table_has_no_circle(table: Mapping[str, set[str]]) -> None:
    """The parts can be read from the bottom to the top."""
    order = list(TopologicalSorter(table).static_order())

    assert set(order) == set(table)


def test_the_rooms_of_the_emulator_are_entered_as_drawn() -> None:
    """No room imports another that its line does not name, and no line names one that is not entered."""
    found: dict[str, set[str]] = {}
    for module, tree in modules():
        if part(module) == "emulator":
            ours = (name.removeprefix(f"{stytch_async.__name__}.") for name in imported(tree))
            entered = {room(name) for name in ours if part(name) == "emulator"}
            found.setdefault(room(module), set()).update(entered - {room(module)})

    assert found == ROOMS


def test_handlers_import_no_handlers() -> None:
    """What two endpoints share is a rule."""
    package = f"{stytch_async.__name__}.emulator.handlers"
    guilty = [
        module
        for module, tree in modules()
        if module.startswith("emulator.handlers.") and any(name.startswith(package) for name in imported(tree))
    ]

    assert guilty == []


def test_the_table_names_what_there_is() -> None:
    """Nothing in it is left over, neither a part nor an arrow."""
    found: dict[str, set[str]] = {}
    for module, tree in modules():
        found.setdefault(part(module), set()).update(arrows(tree) - {part(module)})

    assert found == ARROWS


def test_imports_are_absolute() -> None:
    """A dotted name says where a thing comes from, and can be searched for."""
    relative = [
        f"{module}:{node.lineno}"
        for module, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.level > 0
    ]

    assert relative == []
