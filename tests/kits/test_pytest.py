"""The plugin of pytest, in projects of its own."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import stytch_async.integrations.pytest
from stytch_async import ConfigurationError
from stytch_async.catalog import operations
from stytch_async.emulator.registry import handlers
from stytch_async.testing import ServedEmulator

PLUGIN = stytch_async.integrations.pytest.__name__
ENTRY_POINT = f"[pytest11]\nstytch_async = {PLUGIN}\n"
PYPROJECT = Path(__file__, "../../../pyproject.toml").resolve()

ALONE = (
    *("--disable-plugin-autoload", "-p", PLUGIN),
    *("-W", "error", "-W", "ignore:Module already imported:pytest.PytestAssertRewriteWarning"),
)
"""Options with which no other plugin is loaded: some take longer than the test."""

ASYNCIO = ("-p", "asyncio", "-o", "asyncio_default_fixture_loop_scope=function", "-o")

LOGIN = """
import pytest

@pytest.fixture
async def user_id(stytch_client):
    return (await stytch_client.users.create(email="ada@example.com")).user_id

async def test_login(stytch, stytch_client, user_id):
    assert stytch.sign_in("ada@example.com").user_id == user_id
"""

STRICT = LOGIN.replace("@pytest.fixture", "import pytest_asyncio\n\n@pytest_asyncio.fixture").replace(
    "async def test", "@pytest.mark.asyncio\nasync def test"
)

ANYIO = (
    LOGIN.replace("async def test", "@pytest.mark.anyio\nasync def test")
    + """
@pytest.fixture
def anyio_backend():
    return "asyncio"
"""
)

BY_HAND = """
import asyncio

def test_login(stytch_client, stytch_b2b_client):
    assert asyncio.run(stytch_client.users.create(email="ada@example.com")).status_code == 201
    assert asyncio.run(stytch_b2b_client.organizations.create(organization_name="Engines")).status_code == 200
"""

SETTINGS = """
import pytest
from stytch_async.emulator import Project

@pytest.fixture
def stytch_project():
    return Project(project_id="project-test-mine")

def test_override(stytch):
    assert stytch.credentials[0] == "project-test-mine"
"""

FAILING = """
import asyncio
import pytest
from stytch_async import RetryPolicy, StytchError

SECRET = "tHis-1s-secret"

async def fail(stytch, client):
    hasty = client.with_options(retry=RetryPolicy(first_pause=0))
    stytch.fail_next(client.users.get, status=503)
    stytch.fail_next(client.passwords.strength_check, lost=True)
    user = await client.users.create(email="secret@example.com")
    await hasty.users.get(user_id=user.user_id)
    for call in (
        client.sessions.authenticate(session_token=SECRET),
        client.passwords.strength_check(password=SECRET),
    ):
        with pytest.raises(StytchError):
            await call

def test_calls(stytch, stytch_client):
    asyncio.run(fail(stytch, stytch_client))
    pytest.fail("on purpose", pytrace=False)
"""

APP = """
import asyncio
from stytch_async import Client

async def main():
    async with Client.from_env() as client:
        await client.otps.email.login_or_create(email="ada@example.com")

asyncio.run(main())
"""

SERVED = """
import pytest

URLS = set()

@pytest.mark.parametrize("number", [1, 2])
def test_alone(stytch_server, number):
    URLS.add(stytch_server.url)
    assert (len(URLS), len(stytch_server.project.users)) == (1, 0)
    assert stytch_server.project.settings.country_codes == {"CA", "US"}
    stytch_server.stytch.add_user("ada@example.com")
    stytch_server.project.settings.country_codes = None

def test_unmet(stytch_server):
    from stytch_async.api.consumer.users import Users

    stytch_server.stytch.fail_next(Users.create, status=503)
"""


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Load all of the library: a run in this process unloads what it has loaded, and twice is not the same."""
    assert handlers()
    assert list(operations())


@pytest.fixture
def project(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """Return a project in which the library can be imported."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    return pytester


@pytest.fixture
def installed(project: pytest.Pytester) -> pytest.Pytester:
    """Return a project in which the library is installed with its entry point."""
    information = project.mkdir("installed") / "stytch_async_plugin-1.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: stytch-async-plugin\nVersion: 1\n")
    (information / "entry_points.txt").write_text(ENTRY_POINT)
    project.syspathinsert(str(information.parent))
    return project


@pytest.mark.parametrize(
    ("options", "test"),
    [
        ((*ASYNCIO, "asyncio_mode=auto"), LOGIN),
        ((*ASYNCIO, "asyncio_mode=strict"), STRICT),
        (("-p", "anyio"), ANYIO),
        ((), BY_HAND),
        ((), SETTINGS),
    ],
    ids=["auto", "strict", "anyio", "plain", "overridden"],
)
def test_the_fixtures_fit_every_way_to_run_coroutines(
    project: pytest.Pytester, options: tuple[str, ...], test: str
) -> None:
    """They are not coroutines themselves."""
    project.makepyfile(test)

    result = project.runpytest_inprocess(*ALONE, *options)

    result.assert_outcomes(passed=1)


def test_a_fault_that_is_never_met_fails_the_test(project: pytest.Pytester) -> None:
    """It was meant to test an outage, and did not."""
    project.makepyfile("""
        def test_outage(stytch, stytch_client):
            stytch.fail_next(stytch_client.users.create, status=503, times=2)
    """)

    result = project.runpytest_inprocess(*ALONE)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["POST /v1/users was to fail or succeed on demand, and 2 of these calls never came"])


def test_what_is_not_emulated_cannot_be_swallowed(project: pytest.Pytester) -> None:
    """The app has a broad except clause, and the test notices all the same."""
    project.makepyfile("""
        import asyncio
        from stytch_async.emulator import registry

        def test_sign_up(stytch_client, monkeypatch):
            monkeypatch.delitem(registry.__dict__["_handlers"], stytch_client.users.create.operation)
            try:
                asyncio.run(stytch_client.users.create(email="ada@example.com"))
            except BaseException:
                pass
    """)

    result = project.runpytest_inprocess(*ALONE)

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["something has swallowed this: POST /v1/users is not emulated*"])


def test_a_failed_test_shows_its_calls(project: pytest.Pytester) -> None:
    """With what came of each, and nothing that was said in it."""
    project.makepyfile(FAILING)

    result = project.runpytest_inprocess(*ALONE)

    result.stdout.fnmatch_lines(
        [
            "*Stytch calls*",
            "POST /v1/users -> 201",
            "GET /v1/users/{user_id} -> 200 after 2 attempts",
            "POST /v1/sessions/authenticate -> 400 invalid_session_token",
            "POST /v1/passwords/strength_check -> ReplyLostError",
        ],
        consecutive=True,
    )
    result.stdout.no_fnmatch_line("*secret*")


def test_a_passed_test_shows_nothing(project: pytest.Pytester) -> None:
    """Its calls are nobody's concern."""
    project.makepyfile(BY_HAND)

    result = project.runpytest_inprocess("-rA", *ALONE)

    result.stdout.no_fnmatch_line("*Stytch calls*")


def test_the_served_fixture_is_empty_for_each_test(project: pytest.Pytester) -> None:
    """One server serves all tests of a process; settings are those of a new project, and faults must be met."""
    project.makepyfile(SERVED)

    result = project.runpytest_inprocess(*ALONE)

    result.assert_outcomes(passed=2, failed=1)


def test_each_worker_has_a_server_of_its_own(project: pytest.Pytester) -> None:
    """What one test does to it concerns no test of another worker."""
    project.makepyfile(SERVED)

    result = project.runpytest_subprocess(*ALONE, "-p", "xdist", "-n", "2")

    result.assert_outcomes(passed=2, failed=1)


def test_the_plugin_is_an_entry_point(installed: pytest.Pytester) -> None:
    """Whoever has the library has its fixtures, and need not import them."""
    entry_points = tomllib.loads(PYPROJECT.read_text())["project"]["entry-points"]["pytest11"]
    installed.makepyfile("def test_nothing(stytch): ...")

    result = installed.runpytest_inprocess("-p", "no:asyncio", "-W", "ignore")

    result.assert_outcomes(passed=1)
    assert entry_points == {"stytch_async": PLUGIN}


def test_the_plugin_can_be_switched_off(installed: pytest.Pytester) -> None:
    """Its name is that of the library."""
    installed.makepyfile("def test_nothing(stytch): ...")

    result = installed.runpytest_inprocess("-p", "no:asyncio", "-W", "ignore", "-p", "no:stytch_async")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*fixture 'stytch' not found"])


def test_the_plugin_needs_nothing_until_it_is_used(project: pytest.Pytester) -> None:
    """The emulator is loaded by a test that asks for it, and where its extra is missing, that test says so."""
    project.makepyfile(
        sitecustomize="import sys; sys.modules['argon2'] = None",
        test_it="""
            import sys

            def test_nothing():
                heavy = ("stytch_async.emulator", "stytch_async.testing", "stytch_async.transports.memory")
                assert "stytch_async.integrations.pytest" in sys.modules
                assert [name for name in sys.modules if name.startswith(heavy)] == []

            def test_emulator(stytch): ...
        """,
    )

    result = project.runpytest_subprocess(*ALONE)

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*pip install 'stytch-async?emulator?'*"])


def test_an_app_in_another_process_uses_the_served_one(
    stytch_server: ServedEmulator,
) -> None:
    """Its environment tells it all; what it sends is waited for, and each message is handed out once."""
    environment = {**os.environ, **stytch_server.env}

    with subprocess.Popen([sys.executable, "-c", APP], env=environment) as app:  # noqa: S603 - our own
        message = stytch_server.wait_for("ada@example.com", timeout=30)

    assert (app.returncode, message.purpose) == (0, "otp")
    with pytest.raises(AssertionError, match=r"no message was sent to ada@example.com"):
        stytch_server.wait_for("ada@example.com", timeout=0)


def test_the_served_emulator_works_without_pytest() -> None:
    """As a context manager; what it cannot do is said where it is started."""
    with ServedEmulator.start() as served:
        first = served.url
    with (
        pytest.raises(ConfigurationError, match="another machine"),
        ServedEmulator.start(webhook_url="http://example.com"),
    ):
        pass

    assert first.startswith("http://127.0.0.1:")
