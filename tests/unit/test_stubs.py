"""The built wheel in an editor: Jedi sees what stands in the stubs, and type checkers what stands in the modules."""

import inspect
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Final

import jedi
import pytest

import stytch_async
from stubs import stubs
from stytch_async.api.consumer.passwords import Email, Passwords
from stytch_async.schemas.consumer.users import User

ROOT: Final = Path(stytch_async.__file__).parent.parent

APP: Final = """
from stytch_async import Client

async def log_in(client: Client):
    answer = await client.passwords.email.reset(token="", password="")
    """


def build(project: Path, target: str, folder: Path) -> Path:
    """Build a wheel or an sdist, and return it."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True)  # noqa: S603 - our own
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel."""
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def site(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder."""
    site = tmp_path_factory.mktemp("site")
    shutil.unpack_archive(wheel, site, "zip")
    return site


@pytest.fixture(autouse=True)
def _as_in_an_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out pytest's own way to import plugins: Jedi would ask it for this package, and it knows of no stubs."""
    finders = [finder for finder in sys.meta_path if type(finder).__module__.partition(".")[0] != "_pytest"]
    monkeypatch.setattr(sys, "meta_path", finders)


def editor(site: Path, line: str) -> jedi.Script:
    """Write a line in an editor that asks Jedi; the cursor is at its end."""
    project = jedi.Project(site, sys_path=[str(site), *sys.path])
    return jedi.Script(APP + line, project=project, environment=jedi.InterpreterEnvironment())


def offered(site: Path, line: str) -> set[str]:
    """Return what an editor offers first, which is what has no underscore."""
    return {completion.name for completion in editor(site, line).complete() if not completion.name.startswith("_")}


def test_the_keywords_of_an_endpoint_are_offered(site: Path) -> None:
    """They are those of the request, and the client's own arguments do not stand among them."""
    (signature,) = editor(site, "client.passwords.email.reset(").get_signatures()

    expected = inspect.signature(Email.reset).parameters
    assert [parameter.name for parameter in signature.params] == [name for name in expected if name != "self"]
    assert {"token=", "password="} <= offered(site, "client.passwords.email.reset(")


def test_an_endpoint_is_documented(site: Path) -> None:
    """While it is typed, while its arguments are, and where the cursor rests on it."""
    documented = [
        editor(site, "client.passwords.email.reset(").get_signatures()[0],
        editor(site, "client.passwords.email.res").complete()[0],
        editor(site, "client.passwords.email.reset").infer()[0],
    ]

    assert {shown.docstring(raw=True) for shown in documented} == {inspect.getdoc(Email.reset)}


def test_the_fields_of_an_awaited_answer_are_offered(site: Path) -> None:
    """However deep."""
    assert {"session_token", "user"} <= offered(site, "answer.")
    assert {"emails", "user_id"} <= offered(site, "answer.user.")


def test_only_what_a_person_wants_is_offered(site: Path) -> None:
    """Products, groups and endpoints, and nothing of how they work."""
    assert offered(site, "client.passwords.") == {
        *{"authenticate", "create", "migrate", "strength_check"},
        *{"email", "existing_password", "sessions"},
    }
    assert not {"package", "pipeline"} & offered(site, "client.")


@pytest.mark.parametrize(
    ("line", "documentation"),
    [
        ("client.passwords", Passwords.__doc__),
        ("client.passwords.email", Email.__doc__),
        ("answer.session_token", "Empty without a session, as is ``session_jwt``."),
        ("answer.user", User.__doc__),
    ],
)
def test_products_groups_and_fields_are_documented(site: Path, line: str, documentation: str) -> None:
    """By a line of their own, or else by the first one of what they hold."""
    (found,) = editor(site, line).goto(prefer_stubs=True)

    assert found.docstring() == documentation.partition("\n")[0]


def test_a_name_that_means_something_else_in_a_class_is_written_in_full() -> None:
    """The endpoint ``list`` does not become the type of its neighbours' arguments."""
    stub = dict(stubs())["stytch_async/api/b2b/discovery.pyi"]

    assert "email_allowed_domains: builtins.list[str] | None=None" in stub


def test_a_wheel_from_the_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    """Whoever builds from the published source gets the stubs, too."""
    with tarfile.open(build(ROOT, "sdist", tmp_path / "sdist")) as archive:
        archive.extractall(tmp_path, filter="data")
    (project,) = tmp_path.glob("stytch_async-*")

    rebuilt = build(project, "wheel", tmp_path / "wheel")

    with zipfile.ZipFile(wheel) as first, zipfile.ZipFile(rebuilt) as second:
        assert {name: first.read(name) for name in first.namelist()} == {
            name: second.read(name) for name in second.namelist()
        }
