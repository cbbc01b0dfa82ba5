"""Adds the stubs to the wheel; hatchling looks for its hook under this name."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class StubsHook(BuildHookInterface[BuilderConfig]):
    """Makes the stubs of the project that is being built."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put the stubs beside their modules; an editable installation shows the working copy as it is."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from stubs import stubs  # noqa: PLC0415 - the project itself is not on the path before

        self.folder = tempfile.TemporaryDirectory()
        for number, (path, text) in enumerate(stubs()):
            made = Path(self.folder.name, f"{number}.pyi")
            made.write_text(text, encoding="utf-8")
            build_data["force_include"][str(made)] = path

    def finalize(self, version: str, *_: object) -> None:
        """Leave nothing behind."""
        if version != "editable":
            self.folder.cleanup()
