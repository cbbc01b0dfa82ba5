"""What is run on this project, each with one command: ``nox -s demo``, ``nox -s tests`` and so on."""

import shutil
from pathlib import Path

import nox

nox.options.sessions = ["lint", "typing", "tests", "docs"]
nox.options.error_on_external_run = True

PROJECT = nox.project.load_toml("pyproject.toml")
PACKAGE = "-e.[emulator,wallets]"
# Asking for the newest pyright would be the only request to a network.
OFFLINE = {"PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}


@nox.session
def demo(session: nox.Session) -> None:
    """Walk through a login, without an account and without a network."""
    session.install(PACKAGE)
    # Without development mode, whose remarks on slow first steps are of no interest to a reader.
    session.run("python", "-m", "stytch_async", "demo")


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests; arguments after ``--`` go to pytest."""
    _install(session, "tests")
    session.run("python", "-X", "dev", "-m", "pytest", *session.posargs)


@nox.session
def floors(session: nox.Session) -> None:
    """Run the tests on the oldest release of each direct dependency that pyproject.toml admits."""
    session.install("uv")
    oldest = ("uv", "pip", "install", "--python", session.virtualenv.location, "--resolution", "lowest-direct")
    session.run(*oldest, "--editable", ".[emulator,wallets]", *_group("tests"))
    session.run("python", "-X", "dev", "-m", "pytest", *session.posargs)


@nox.session
@nox.parametrize("kit", ["aiohttp", "fastapi", "opentelemetry", "pytest", "starlette"])
def kits(session: nox.Session, kit: str) -> None:
    """Run the tests of each kit where nothing is installed that only the others need."""
    needed = {"fastapi": {"fastapi", "starlette"}}.get(kit, {kit})
    absent = tuple(
        {"django", "fastapi", "litestar", "opentelemetry", "quart", "sentry", "starlette"}.difference(needed)
    )
    session.install(PACKAGE, *(name for name in _group("tests") if not name.startswith(absent)))
    session.run("python", "-X", "dev", "-m", "pytest", *map(str, Path("tests/kits").glob(f"test_{kit}*.py")))


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the tests and report which branches they miss."""
    _install(session, "tests")
    session.run("python", "-X", "dev", "-m", "coverage", "run", "-m", "pytest", *session.posargs)
    session.run("python", "-m", "coverage", "report")


@nox.session
def fuzz(session: nox.Session) -> None:
    """Try the properties for long, on examples that are new each time."""
    _install(session, "tests")
    properties = ("tests/properties", "--hypothesis-profile=explore")
    session.run("python", "-X", "dev", "-m", "pytest", *properties, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*_group("lint"))
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")


@nox.session
def typing(session: nox.Session) -> None:
    """Check the types as mypy and pyright see them, and that the public ones are complete."""
    _install(session, "typing")
    session.run("mypy")
    session.run("pyright", env=OFFLINE)
    session.run("pyright", "--verifytypes", "stytch_async", "--ignoreexternal", env=OFFLINE)


@nox.session
def stubs(session: nox.Session) -> None:
    """Put the stubs into this working copy, for its editors; git ignores them, and so does mypy."""
    session.install(PACKAGE)
    session.run("python", "stubs.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation into docs/_build, a warning being an error."""
    _install(session, "docs")
    session.run("sphinx-build", "-nW", "--keep-going", "docs", "docs/_build/html")


@nox.session
def bench(session: nox.Session) -> None:
    """Measure the library, beside the official SDK where both can do the same."""
    _install(session, "bench")
    session.run("python", "benchmarks/run.py", *session.posargs)


@nox.session
def contract(session: nox.Session) -> None:
    """Refresh the facts of the API from the OpenAPI documents in a folder, and print what the library lacks."""
    if len(session.posargs) != 1:
        session.error("name the folder that holds the documents: nox -s contract -- DIR")
    session.install(PACKAGE, "pyyaml")
    session.run("python", "tests/contract/facts.py", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel, install it alone and import every module; then run the demo, and check the stubs."""
    folder = session.create_tmp()
    session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ".")
    (built,) = Path(folder).glob("stytch_async-*.whl")
    # Isolated, so that what is imported is what was installed, and not the source.
    isolated = ("python", "-I", "-X", "dev", "-W", "error")
    session.install(str(built))
    session.run(*isolated, "tests/imports.py")
    session.install(f"{built}[emulator]")
    session.run(*isolated, "-m", "stytch_async", "demo")
    session.install(*_group("typing"))
    # A folder without the source, so that what is checked is what was installed.
    shutil.copy("pyproject.toml", folder)
    shutil.copytree("tests", Path(folder, "tests"), dirs_exist_ok=True)
    session.chdir(folder)
    session.run("mypy", "tests/typing")
    session.run("pyright", "tests/typing", env=OFFLINE)
    session.run("pyright", "--verifytypes", "stytch_async", "--ignoreexternal", env=OFFLINE)
    session.run("python", "-I", "tests/stubtest.py")


def _install(session: nox.Session, group: str) -> None:
    session.install(PACKAGE, *_group(group))


def _group(name: str) -> tuple[str, ...]:
    return nox.project.dependency_groups(PROJECT, name)
