"""Tables that write themselves from what the library knows of the API: names, and what is emulated."""

import inspect
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from stytch_async import catalog
from stytch_async.emulator.registry import handlers
from stytch_async.endpoint import Resource
from stytch_async.groups import groups

SOURCE: Final = re.compile(r"Source: `[^`<]+\s<([^>]+)>`_")
"""The page of Stytch's reference that a docstring names."""


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
        for path, kind in groups_of(self.arguments[0]):
            for name, value in vars(kind).items():
                operation = getattr(value, "operation", None)
                if operation is not None and operation.dialect != "oauth2":
                    lines += _row(f"``{path}.{name}_async``", f"`{path}.{name} <{name_of(kind)}.{name}>`")
        return self.parse_text_to_nodes("\n".join(lines))


def groups_of(client: catalog.ClientName) -> Iterator[tuple[str, type[Resource]]]:
    """Yield the groups of a client, each after the one that it belongs to: how it is reached, and its class."""
    for product, group in sorted(groups(catalog.CLIENTS[client]).items()):
        yield from _groups(f"client.{product}", group.load())


def _groups(path: str, resource: type[Resource]) -> Iterator[tuple[str, type[Resource]]]:
    yield path, resource
    for name, group in groups(resource).items():
        yield from _groups(f"{path}.{name}", group.load())


def _row(first: str, *others: str) -> list[str]:
    return [f"   * - {first}", *(f"     - {cell}" for cell in others)]


def name_of(kind: type) -> str:
    """Return the full name of a class."""
    return f"{kind.__module__}.{kind.__qualname__}"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("emulated", Emulated)
    app.add_directive("names", Names)
    return {"parallel_read_safe": True}
