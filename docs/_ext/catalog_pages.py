"""Pages that write themselves from what the library knows of the API: endpoints, schemas, names, what is emulated."""

import inspect
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

import stytch_async.schemas
from stytch_async import catalog
from stytch_async.emulator.registry import handlers
from stytch_async.endpoint import Resource
from stytch_async.groups import groups

SOURCE: Final = re.compile(r"Source: `[^`<]+\s<([^>]+)>`_")
"""The page of Stytch's reference that a docstring names."""


class Endpoints(SphinxDirective):
    """Document each endpoint of a client, group by group: ``.. endpoints:: consumer``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write a section for each group; links lead to the page of the first client that has it."""
        names = list(catalog.CLIENTS)
        before = names[: names.index(self.arguments[0])]
        linked = {kind for name in before for _, kind in _groups_of(name)}
        lines = [
            line
            for path, kind in _groups_of(self.arguments[0])
            for line in _section(path, f"autoclass:: {_name(kind)}", *(["no-index:"] if kind in linked else []))
        ]
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


class Schemas(SphinxDirective):
    """Document each schema but the requests, which are the endpoints' arguments: ``.. schemas::``."""

    def run(self) -> list[nodes.Node]:
        """Write a section for each module."""
        package = f"{stytch_async.schemas.__name__}."
        lines = [
            line
            for module in pkgutil.walk_packages(stytch_async.schemas.__path__, package)
            if not module.ispkg
            for line in _schemas_of(module.name, module.name.removeprefix(package))
        ]
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


class Emulated(SphinxDirective):
    """Tell how much of each product the emulator knows: ``.. emulated::``."""

    def run(self) -> list[nodes.Node]:
        """Write a section for each client: a product with what is emulated of it, each linked to its source."""
        lines: list[str] = []
        for client, kind in catalog.CLIENTS.items():
            entries = [entry for entry in catalog.operations() if entry.client == client]
            title = f"{kind.__name__}: {_share(entries)}"
            lines += [title, "-" * len(title), "", ".. list-table::", "   :header-rows: 1", "   :widths: 20 12 68", ""]
            lines += _row("Product", "Emulated", "Operations, each with its source")
            for product, group in groupby(entries, key=lambda entry: entry.name.partition(".")[0]):
                lines += _product_row(product, list(group))
            lines.append("")
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


def _product_row(product: str, entries: list[catalog.Entry]) -> list[str]:
    missing = [entry for entry in entries if entry.operation not in handlers()]
    known = ", ".join(_linked(entry) for entry in entries if entry not in missing)
    lacking = f"*Not yet:* {', '.join(_linked(entry) for entry in missing)}" if missing else ""
    return _row(f"``{product}``", _share(entries), "; ".join(filter(None, [known, lacking])))


def _share(entries: list[catalog.Entry]) -> str:
    emulated = sum(entry.operation in handlers() for entry in entries)
    return f"{emulated} of {len(entries)}"


def _linked(entry: catalog.Entry) -> str:
    """Name an endpoint, with a link to the page of Stytch's reference that its rule follows."""
    name = entry.name.partition(".")[2]
    found = SOURCE.search(inspect.cleandoc(entry.operation.request.__doc__ or ""))
    return f"`{name} <{found[1]}>`__" if found else f"``{name}``"


class Names(SphinxDirective):
    """Tell what the official SDK calls each endpoint of a client: ``.. names:: consumer``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write one table; OAuth2 endpoints are left out, because the SDK has no methods for them."""
        lines = [".. list-table::", "   :header-rows: 1", "", *_row("With ``stytch``", "With ``stytch_async``")]
        for path, kind in _groups_of(self.arguments[0]):
            for name, value in vars(kind).items():
                operation = getattr(value, "operation", None)
                if operation is not None and operation.dialect != "oauth2":
                    lines += _row(f"``{path}.{name}_async``", f"`{path}.{name} <{_name(kind)}.{name}>`")
        return self.parse_text_to_nodes("\n".join(lines))


def _groups_of(client: catalog.ClientName) -> Iterator[tuple[str, type[Resource]]]:
    for product, group in sorted(groups(catalog.CLIENTS[client]).items()):
        yield from _groups(f"client.{product}", group.load())


def _groups(path: str, resource: type[Resource]) -> Iterator[tuple[str, type[Resource]]]:
    yield path, resource
    for name, group in groups(resource).items():
        yield from _groups(f"{path}.{name}", group.load())


def _section(title: str, directive: str, *options: str) -> list[str]:
    return [title, "-" * len(title), "", f".. {directive}", "   :members:", *(f"   :{o}" for o in options), ""]


def _schemas_of(module: str, title: str) -> list[str]:
    others = [name for name, kind in vars(import_module(module)).items() if _is_elsewhere(kind, module)]
    return _section(title, f"automodule:: {module}", "undoc-members:", f"exclude-members: {', '.join(others)}")


def _is_elsewhere(kind: object, module: str) -> bool:
    """Whether a name of a module is shown in another place: as an endpoint's arguments, or where it comes from."""
    return isinstance(kind, type) and (kind.__module__ != module or kind.__name__.endswith("Request"))


def _row(first: str, *others: str) -> list[str]:
    return [f"   * - {first}", *(f"     - {cell}" for cell in others)]


def _name(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("endpoints", Endpoints)
    app.add_directive("schemas", Schemas)
    app.add_directive("emulated", Emulated)
    app.add_directive("names", Names)
    return {"parallel_read_safe": True}
