"""The examples in the documentation run, and those in the README are excerpts of files that do."""

import ast
import inspect
import logging
import re
from pathlib import Path
from types import CodeType
from typing import get_args

import pytest

from stytch_async import catalog
from stytch_async.callbacks import TokenType

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").rglob("*.md"))
EXCERPTS = (ROOT / "examples/fastapi_login.py", ROOT / "tests/unit/test_fastapi_login.py")
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: Path) -> list[str]:
    """Return the Python examples of a page, each padded so that a traceback gives the line in the page."""
    text = page.read_text()
    return ["\n" * text.count("\n", 0, found.start(1)) + found[1] for found in BLOCK.finditer(text)]


def fences(page: Path) -> int:
    """Count what looks like the beginning of a Python example."""
    return page.read_text().count("```python")


def excerpts(page: Path) -> list[str]:
    """Return the examples of a page that stand, word for word, in a file that the tests run."""
    sources = [path.read_text() for path in EXCERPTS]
    return [block for block in blocks(page) if any(block.lstrip("\n") in source for source in sources)]


RUNNING = [page for page in PAGES if blocks(page)]


async def run(block: str, page: Path, namespace: dict[str, object]) -> None:
    """Run one example, which may await at its top level."""
    code: CodeType = compile(block, page, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    result = eval(code, namespace)  # noqa: S307 - the project's own pages
    if inspect.iscoroutine(result):
        await result


# The official SDK authenticates in a way that newer releases of aiohttp deprecate.
@pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
@pytest.mark.filterwarnings("ignore:The 'auth' parameter is deprecated:DeprecationWarning")
@pytest.mark.parametrize("page", RUNNING, ids=lambda page: f"{page.parent.name}/{page.stem}")
async def test_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    """The examples of a page run one after the other in one namespace, and none of them is overlooked."""
    # What a page sets for itself, such as a variable or a level, is put back for the tests that follow.
    caplog.set_level(logging.NOTSET, "stytch_async")
    monkeypatch.setenv("STYTCH_BASE_URL", "")
    monkeypatch.setenv("STYTCH_PROJECT_ID", "project-test-00000000-0000-4000-8000-000000000000")
    monkeypatch.setenv("STYTCH_SECRET", "secret-test-example")
    monkeypatch.setenv("STYTCH_WEBHOOK_SECRET", "whsec_c2VjcmV0LXRlc3QtZXhhbXBsZQ==")
    namespace: dict[str, object] = {"__name__": page.stem}

    ran = [await run(block, page, namespace) for block in blocks(page)]

    assert len(ran) == fences(page)


def test_every_client_has_a_page() -> None:
    """The products of each client are listed on a page of the reference."""
    pages = {page.stem for page in (ROOT / "docs/reference").glob("*.rst") if f"   {page.stem}/*" in page.read_text()}

    assert pages == {*catalog.CLIENTS, "schemas"}


def test_every_type_of_a_token_has_a_row() -> None:
    """Whoever meets one in a URL finds which endpoint takes it."""
    page = (ROOT / "docs/reference/links.md").read_text()

    rows = re.findall(r"^\| `(\w+)` \| .* \| `(?:client|b2b)\.", page, re.MULTILINE)

    assert sorted(rows) == sorted(get_args(TokenType))


async def test_readme_shows_what_is_tested() -> None:
    """The handler, its test and the fixtures stand word for word in the example's files; what is left runs."""
    readme = ROOT / "README.md"
    shown = excerpts(readme)

    for block in blocks(readme):
        if block not in shown:
            await run(block, readme, {"__name__": "readme"})

    assert len(shown) == 3
