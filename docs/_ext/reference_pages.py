"""Writes the pages of the reference: one for each product of a client, and one for the schemas of each product."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Final

from catalog_pages import groups_of, name_of
from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

import stytch_async.schemas
from stytch_async import catalog
from stytch_async.endpoint import Resource

FOLDERS: Final = (*catalog.CLIENTS, "schemas")
RULES: Final = ("=", "-", "~")


def write(app: Sphinx) -> None:
    """Write all pages; those of products that are gone go too."""
    root = Path(app.srcdir, "reference")
    pages = {**dict(_product_pages()), **dict(_schema_pages())}
    for folder in FOLDERS:
        for path in set((root / folder).rglob("*.rst")) - {root / f"{name}.rst" for name in pages}:
            path.unlink()
    for name, text in pages.items():
        path = root / f"{name}.rst"
        path.parent.mkdir(parents=True, exist_ok=True)
        # A page that says the same is left alone, so that Sphinx does not read it again.
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def _product_pages() -> Iterator[tuple[str, str]]:
    """Yield the pages of all clients: a heading for each call, links leading to the first client that has it."""
    linked: set[type[Resource]] = set()
    for client in catalog.CLIENTS:
        known = frozenset(linked)
        for product, group in groupby(groups_of(client), key=lambda entry: entry[0].split(".")[1]):
            lines: list[str] = []
            for path, kind in group:
                lines += _group_section(path, kind, linked=kind not in known)
                linked.add(kind)
            yield f"{client}/{product}", "\n".join(lines)


def _group_section(path: str, kind: type[Resource], *, linked: bool) -> Iterator[str]:
    yield from _title(path, 0 if path.count(".") == 1 else 1)
    yield from ["", inspect.getdoc(kind) or "", ""]
    for base in reversed(kind.__mro__[: kind.__mro__.index(Resource)]):
        for name, member in vars(base).items():
            if name.startswith("_") or not inspect.isfunction(member):
                continue
            yield from _title(f"{path}.{name}", 1 if path.count(".") == 1 else 2)
            yield ""
            if (operation := getattr(member, "operation", None)) is not None:
                retry = f":doc:`{operation.retry.value} </reference/retries>`"
                yield f".. rst-class:: operation\n\n``{operation}`` {retry}\n"
            yield f".. automethod:: {name_of(kind)}.{name}"
            yield from [] if linked else ["   :no-index:"]
            yield ""


def _schema_pages() -> Iterator[tuple[str, str]]:
    """Yield a page for the schemas of each product: all but the requests, which are the endpoints' arguments."""
    package = f"{stytch_async.schemas.__name__}."
    modules = [module.name for module in pkgutil.walk_packages(stytch_async.schemas.__path__, package)]
    leaves = [name for name in modules if not any(other.startswith(f"{name}.") for other in modules)]
    for product, group in groupby(leaves, key=lambda name: name.removeprefix(package).split(".")[:2]):
        members = list(group)
        lines = [] if len(members) == 1 else [*_title(".".join(product), 0), ""]
        for name in members:
            module = import_module(name)
            others = [key for key, kind in vars(module).items() if _is_elsewhere(kind, name)]
            lines += [*_title(name.removeprefix(package), 0 if len(members) == 1 else 1), ""]
            lines += [f".. automodule:: {name}", "   :members:", "   :undoc-members:"]
            lines += [f"   :exclude-members: {', '.join(others)}", ""]
        yield f"schemas/{'/'.join(product)}", "\n".join(lines)


def _is_elsewhere(kind: object, module: str) -> bool:
    """Whether a name of a module is shown in another place: as an endpoint's arguments, or where it comes from."""
    return isinstance(kind, type) and (kind.__module__ != module or kind.__name__.endswith("Request"))


def _title(text: str, level: int) -> tuple[str, str]:
    return text, RULES[level] * len(text)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", write)
    return {"parallel_read_safe": True}
