"""The directive that shows who may import whom: ``.. arrows:: package``."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

TABLE: Final = Path(__file__).parent.parent / "arrows.toml"


class Arrows(SphinxDirective):
    """Write one table of `arrows.toml`."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Write a row for each part."""
        self.env.note_dependency(str(TABLE))
        parts: Mapping[str, list[str]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))[self.arguments[0]]
        lines = [".. list-table::", "   :header-rows: 1", "   :widths: 25 75", "", "   * - Part", "     - May import"]
        for part, below in parts.items():
            lines += [f"   * - ``{part}``", f"     - {', '.join(f'``{name}``' for name in below) or 'nothing'}"]
        return self.parse_text_to_nodes("\n".join(lines))


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directive."""
    app.add_directive("arrows", Arrows)
    return {"parallel_read_safe": True}
