"""What is written about the project in several places, and has to agree."""

import ast
import re
import tomllib
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
WORKFLOW: Final = (ROOT / ".github/workflows/ci.yml").read_text()
PROJECT: Final = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def nox_sessions() -> set[str]:
    """Name the functions of the noxfile that are sessions."""
    functions = [
        node for node in ast.parse((ROOT / "noxfile.py").read_text()).body if isinstance(node, ast.FunctionDef)
    ]
    return {each.name for each in functions if any("nox.session" in ast.unparse(mark) for mark in each.decorator_list)}


def listed(pattern: str, text: str) -> list[str]:
    """Return the words of the one list that a pattern finds."""
    (words,) = re.findall(pattern, text)
    return re.findall(r"[\w.]+", words)


def test_the_workflow_runs_what_the_script_runs() -> None:
    """A change that passes on a contributor's machine passes on GitHub's."""
    text = (ROOT / ".ci/run").read_text()
    script = [*listed(r"for session in ([\w ]+);", text), *re.findall(r"nox -s (\w+)", text)]

    workflow = [*listed(r"session: \[(.*)\]", WORKFLOW), *re.findall(r"nox -s (\w+)", WORKFLOW)]

    assert sorted(workflow) == sorted(script)


def test_the_workflow_tests_every_python_that_is_promised() -> None:
    """The classifiers and the matrix name the same versions."""
    promised = [each.rpartition(" ")[2] for each in PROJECT["classifiers"] if re.search(r"Python :: 3\.\d+$", each)]

    assert listed(r"python: \[(.*)\]", WORKFLOW) == promised


def test_the_workflow_trusts_nobody() -> None:
    """Actions are pinned by hash, their version beside it, and nothing gets a permission or keeps the token."""
    actions = re.findall(r"uses: (.*)", WORKFLOW)
    checkouts = [action for action in actions if action.startswith("actions/checkout@")]

    assert [action for action in actions if not re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)] == []
    assert re.findall(r"^ *permissions:.*$", WORKFLOW, re.MULTILINE) == ["permissions: {}"]
    assert WORKFLOW.count("persist-credentials: false") == len(checkouts)


def test_contributors_are_told_of_every_session() -> None:
    """No command of the noxfile is missing from the table, and none is made up."""
    table = re.findall(r"^\| `nox -s (\w+)", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)

    assert set(table) == nox_sessions()


def test_contributors_are_told_of_every_folder_of_tests() -> None:
    """Whoever adds a test finds where it belongs."""
    table = re.findall(r"^\| `tests/(\w+)`", (ROOT / "CONTRIBUTING.md").read_text(), re.MULTILINE)

    assert set(table) == {path.parent.name for path in (ROOT / "tests").glob("*/*.py")}


def test_the_links_of_the_project_share_one_home() -> None:
    """They lead to one repository, and to files that are there."""
    urls = PROJECT["urls"]
    files = [url.partition("/main/")[2] for url in urls.values() if "/main/" in url]

    assert {url for url in urls.values() if not url.startswith(urls["Source"])} == set()
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_the_readme_tells_how_to_install() -> None:
    """With the name that the package has, and each of its extras."""
    readme = (ROOT / "README.md").read_text()
    name = PROJECT["name"]

    assert f"$ pip install {name}\n" in readme
    assert [extra for extra in PROJECT["optional-dependencies"] if f"'{name}[{extra}]'" not in readme] == []
