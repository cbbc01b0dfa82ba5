import ast
import re
from collections.abc import Iterator
from pathlib import Path

import stytch_async.emulator
from stytch_async.emulator.refusals import REFUSALS

SOURCES = [path for path in Path(stytch_async.emulator.__file__).parent.rglob("*.py") if path.name != "refusals.py"]


def _texts(source: str) -> Iterator[str]:
    """Find the texts of a module as patterns; what is put into an f-string may be anything."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.JoinedStr):
            parts = node.values
            yield "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"\w+" for p in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield re.escape(node.value)


def test_no_refusal_is_left_over() -> None:
    """Every error type of the table is raised somewhere in the emulator."""
    patterns = {pattern for path in SOURCES for pattern in _texts(path.read_text()) if pattern != r"\w+"}
    used = re.compile("|".join(patterns))

    unused = [error_type for error_type in REFUSALS if used.fullmatch(error_type) is None]

    assert unused == []


def test_table_is_in_order() -> None:
    """Types stand in the order of the alphabet."""
    types = list(REFUSALS)

    assert types == sorted(types)


def test_refusals_blame_the_request() -> None:
    """The emulator itself never fails: each status is a client's error, and each type is explained by a sentence."""
    faulty = [name for name, (status, text) in REFUSALS.items() if not 400 <= status < 500 or not text.strip()]

    assert faulty == []
