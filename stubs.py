"""Makes the stubs: what the modules say, with the documentation where editors look for it.

An endpoint is one line in its module, and in the stub a coroutine function with keywords and a docstring. A product, a
group or a field has its documentation behind it. The wheel holds the stubs; ``nox -s stubs`` puts them into a working
copy.
"""

import ast
import copy
import importlib
import inspect
import pkgutil
import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from types import EllipsisType, ModuleType, NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

import stytch_async
from stytch_async.endpoint import Operation
from stytch_async.groups import Group

__all__ = ["stubs", "write"]

PARTS: Final = ("api", "clients", "schemas")
"""The parts of the package that hold endpoints, groups and fields."""

SECTION: Final = re.compile(r"^(?:Args|Attributes):\n((?: .*\n?|\n)*)", re.MULTILINE)
ENTRY: Final = re.compile(r"^    (\w+): (.*(?:\n     .*)*)", re.MULTILINE)

DECORATOR: Final = """
import collections.abc as _abc
import typing as _typing
from stytch_async.endpoint import Resource as _Resource

_E = _typing.TypeVar("_E")
_E_co = _typing.TypeVar("_E_co", covariant=True)

class _Declaration(_typing.Protocol[_E_co]):
    def __get__(self, instance: None, owner: type[_Resource], /) -> _E_co: ...

def _declared(declaration: _Declaration[_E], /) -> _abc.Callable[[object], _E]: ...
"""
"""Stands in a stub with endpoints, and gives the function below it the type of the endpoint that the module declares.

Type checkers see the same with stubs and without. Jedi does not follow protocols, and shows the function itself.
"""


def stubs() -> Iterator[tuple[str, str]]:
    """Yield path and text of each stub; a module has none if an editor would show no more for it."""
    for part in PARTS:
        package = importlib.import_module(f"{stytch_async.__name__}.{part}")
        for entry in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            stub = Stub(importlib.import_module(entry.name))
            if stub.shows_more:
                yield f"{entry.name.replace('.', '/')}{'/__init__' if entry.ispkg else ''}.pyi", stub.text


def write(root: Path) -> None:
    """Put the stubs into a folder that holds the package, in the place of those that are there."""
    for stale in root.glob(f"{stytch_async.__name__}/**/*.pyi"):
        stale.unlink()
    for path, text in stubs():
        root.joinpath(path).write_text(text, encoding="utf-8")


class Stub:
    """The stub of a module.

    Attributes:
        shows_more: Whether it documents something that the module does not.
        text: The source of the stub.

    """

    def __init__(self, module: ModuleType) -> None:
        self.shows_more = False
        self._module = module
        tree = ast.parse(inspect.getsource(module))
        self._names = Names(module, tree)
        docstring, *rest = [ast.unparse(written) for node in tree.body for written in self._written(node)]
        decorator = [DECORATOR] * any("@_declared(" in text for text in rest)
        self.text = "\n".join([docstring, *sorted(self._names.imports), *decorator, *rest, ""])

    def _written(self, node: ast.stmt) -> Iterator[ast.stmt]:
        match node:
            case ast.ClassDef():
                yield from self._class(node, getattr(self._module, node.name))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                node.body = [*node.body[: ast.get_docstring(node) is not None], _expression(...)]
                yield node
            case ast.ImportFrom(module="__future__"):
                pass
            case _:
                yield node

    def _class(self, node: ast.ClassDef, kind: type) -> Iterator[ast.stmt]:
        """Document what a class holds, and move its endpoints to a base class that only the stub has.

        Jedi prefers the module to the stub for every name that both have.
        """
        documented = dict(_documented(kind))
        operations = {name: value.operation for name, value in vars(kind).items() if hasattr(value, "operation")}
        endpoints: list[ast.stmt] = []
        members: list[ast.stmt] = []
        for member in node.body:
            match member:
                case ast.AnnAssign(target=ast.Name(name), value=ast.Call() as call) if name in operations:
                    endpoints.append(self._endpoint(name, call, operations[name]))
                case ast.AnnAssign(target=ast.Name(name)) if name in documented:
                    members += [member, _expression(documented[name])]
                case _:
                    members += self._written(member)
        if endpoints:
            base = copy.copy(node)
            base.name, base.body = f"_{node.name}", endpoints
            yield base
            node.bases = [ast.Name(base.name)]
        self.shows_more = self.shows_more or bool(endpoints or len(members) > len(node.body))
        node.body = members
        yield node

    def _endpoint(self, name: str, call: ast.Call, operation: Operation[Any, Any]) -> ast.stmt:
        """Write an endpoint as a coroutine function, decorated with what the module declares."""
        parameters = inspect.signature(operation.request).parameters.values()
        arguments = [f"{parameter.name}: {self._argument(parameter)}" for parameter in parameters]
        keywords = ["self", "/", *(["*"] if arguments else []), *arguments]
        (function,) = ast.parse(
            f"@_declared({ast.unparse(call)})\n"
            f"async def {name}({', '.join(keywords)}) -> {ast.unparse(call.args[3])}:\n"
            f"    {_indented(operation.request)!r}\n"
            f"    ..."
        ).body
        return function

    def _argument(self, parameter: inspect.Parameter) -> str:
        written = self._names.annotation(parameter.annotation)
        return written if parameter.default is inspect.Parameter.empty else f"{written} = {parameter.default!r}"


class Names:
    """The names of types in a stub.

    Attributes:
        imports: The lines that import them.

    """

    def __init__(self, module: ModuleType, tree: ast.Module) -> None:
        self.imports: set[str] = set()
        self._meanings: dict[str, object] = dict(vars(module))
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                # In the body of a class, the name of a member means that and nothing else.
                self._meanings |= vars(getattr(module, node.name))

    def annotation(self, kind: Any) -> str:  # noqa: ANN401 - annotations have no type in common
        """Write a type as source; the limits that stand in `Annotated` are for our own checks."""
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self.annotation(arguments[0])
        if origin in {Union, UnionType}:
            return " | ".join(map(self.annotation, arguments))
        if origin is not None:
            inner = map(repr if origin is Literal else self.annotation, arguments)
            return f"{self._name(origin)}[{', '.join(inner)}]"
        return "None" if kind is NoneType else self._name(kind)

    def _name(self, kind: Any) -> str:  # noqa: ANN401 - `Any` and `Literal` are not classes
        module: str = kind.__module__
        name: str = kind.__qualname__
        if self._meanings.setdefault(name, kind) is not kind:
            self.imports.add(f"import {module}")
            return f"{module}.{name}"
        if module != "builtins":
            self.imports.add(f"from {module} import {name}")
        return name


def _documented(kind: type) -> Iterator[tuple[str, str]]:
    """Yield each attribute that something is known of: its own documentation, or else that of the class it holds."""
    for name, annotation in inspect.get_annotations(kind).items():
        held = vars(kind).get(name)
        summaries = [held] if isinstance(held, Group) else [*filter(_is_ours, (annotation, *get_args(annotation)))]
        if summaries:
            yield name, inspect.cleandoc(summaries[0].__doc__ or "").partition("\n")[0]
    for section in SECTION.findall(inspect.getdoc(kind) or ""):
        for name, text in ENTRY.findall(section):
            yield name, " ".join(text.split())


def _is_ours(kind: object) -> bool:
    return isinstance(kind, type) and kind.__module__.startswith(stytch_async.__name__)


def _indented(kind: type) -> str:
    """Return a docstring, set as in the body of a method."""
    return textwrap.indent(inspect.cleandoc(kind.__doc__ or ""), " " * 8).lstrip()


def _expression(value: str | EllipsisType) -> ast.stmt:
    return ast.Expr(ast.Constant(value))


if __name__ == "__main__":
    write(Path(__file__).parent)
