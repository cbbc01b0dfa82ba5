"""``python -m tests.contract.flat_names`` writes the flat imports anew, after the schemas have changed.

The flat names of an API are those that the docstring of `stytch_async.schemas` promises: every class and every set of
texts that its endpoints take or give, other than the requests and answers themselves, and the filters of its searches.
"""

import ast
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Final, Literal, get_args, get_origin

import attrs

import stytch_async.schemas
from stytch_async import catalog

__all__ = ["APIS", "ENDS", "SCHEMAS", "flat_names", "modules", "source", "written"]

SCHEMAS: Final = stytch_async.schemas.__name__
APIS: Final[tuple[catalog.ClientName, ...]] = ("consumer", "b2b", "management")
ENTRIES: Final = list(catalog.operations())
ENDS: Final = {end for entry in ENTRIES for end in (entry.operation.request, entry.operation.response)}
"""The requests and answers of all endpoints."""
FILTERS: Final[Mapping[str, set[str]]] = {
    "consumer": {"M2MFilter", "UserFilter", "UserStatus"},
    "b2b": {"M2MFilter", "MemberFilter", "MemberStatus", "OrganizationFilter"},
    "management": set(),
}
RECORDS: Final = tuple(f"{SCHEMAS}.{record}." for record in ("consumer.users", "b2b.members", "b2b.organizations"))
"""The products whose classes describe a person or an organization: of two classes of one name, theirs is flat."""


def modules() -> Iterator[ModuleType]:
    """Load the modules that schemas are written in; a package only gathers them."""
    for module in pkgutil.walk_packages(stytch_async.schemas.__path__, f"{SCHEMAS}."):
        if not module.ispkg:
            yield importlib.import_module(module.name)


def flat_names(api: catalog.ClientName) -> dict[str, str]:
    """Return the flat names of an API, each with the module that it is written in."""
    reached: set[Any] = set()
    for entry in ENTRIES:
        if entry.client == api:
            _reach(entry.operation.request, reached)
            _reach(entry.operation.response, reached)
    found: dict[str, str] = {}
    for module in modules():
        for name in module.__all__:
            value = getattr(module, name)
            is_flat = value in reached - ENDS or (module.__name__ == f"{SCHEMAS}.filters" and name in FILTERS[api])
            if is_flat and (name not in found or module.__name__.startswith(RECORDS)):
                found[name] = module.__name__
    return dict(sorted(found.items(), key=lambda item: _rank(item[0])))


def _reach(annotation: Any, found: set[Any]) -> None:
    """Collect the classes and sets of texts that an annotation leads to."""
    if get_origin(annotation) is Literal:
        found.add(annotation)
    elif not (isinstance(annotation, type) and attrs.has(annotation)):
        for argument in get_args(annotation):
            _reach(argument, found)
    elif annotation not in found:
        found.add(annotation)
        for field in attrs.fields(annotation):
            _reach(field.type, found)


def _rank(name: str) -> tuple[int, str]:
    """Sort as ruff sorts ``__all__``: names in capitals first."""
    return (0 if name.isupper() and len(name) > 1 else 1), name


def source(api: catalog.ClientName) -> Path:
    """Return the file that holds the flat names of an API."""
    return Path(str(importlib.import_module(f"{SCHEMAS}.{api}").__file__))


def written(api: catalog.ClientName) -> str:
    """Write that file, under the docstring that it has."""
    names = flat_names(api)
    docstring = ast.get_docstring(ast.parse(source(api).read_text()), clean=False)
    origins = sorted(set(names.values()))
    imports = "\n".join(_import(module, [name for name in names if names[name] == module]) for module in origins)
    listed = "".join(f'    "{name}",\n' for name in names)
    lazily = "".join(f'    {name}="{module}",\n' for name, module in names.items())
    return (
        f'"""{docstring}"""\n\nfrom typing import TYPE_CHECKING, Final\n\nfrom stytch_async.lazy import lazy_names\n\n'
        f"if TYPE_CHECKING:\n{imports}\n\n__all__ = [\n{listed}]\n\n"
        f"__getattr__: Final = lazy_names(\n    __name__,\n{lazily})\n"
    )


def _import(module: str, names: list[str]) -> str:
    names = sorted(names, key=lambda name: (_rank(name)[0], name.lower()))
    line = f"    from {module} import {', '.join(names)}"
    listed = "".join(f"        {name},\n" for name in names)
    return line if len(line) <= 120 else f"    from {module} import (\n{listed}    )"


if __name__ == "__main__":
    for each in APIS:
        source(each).write_text(written(each))
