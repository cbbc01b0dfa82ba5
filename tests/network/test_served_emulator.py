"""The emulator over HTTP: its own endpoints, its commands, and how it stops."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from stytch_async import APIError, Client, ConfigurationError, ManagementClient, NotFoundError
from stytch_async.__main__ import main
from stytch_async.emulator import Project
from stytch_async.emulator.server import start

CREDENTIALS = ("project-test-1", "secret-test-1")


@pytest.fixture
def project() -> Project:
    """Return the project that is served."""
    return Project()


@pytest.fixture
async def url(project: Project) -> AsyncIterator[str]:
    """Serve it, and return where."""
    async with start(project) as url:
        yield url


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    """Return a plain HTTP session."""
    async with aiohttp.ClientSession() as session:
        yield session


async def test_the_outbox_can_be_read(url: str, http: aiohttp.ClientSession) -> None:
    """Messages to one recipient, or to all, come as a JSON list."""
    async with Client(*CREDENTIALS, base_url=url) as client:
        await client.otps.email.login_or_create(email="ada@example.com")
        await client.otps.sms.login_or_create(phone_number="+12025550162")

    async with http.get(f"{url}/_emulator/outbox", params={"to": "ada@example.com"}) as response:
        to_one = await response.json()
    async with http.get(f"{url}/_emulator/outbox") as response:
        to_all = await response.json()

    assert [(m["purpose"], m["recipient"], m["channel"]) for m in to_one] == [("otp", "ada@example.com", "email")]
    assert len(to_one[0]["code"]) == 6
    assert len(to_all) == 2


async def test_the_clock_can_be_advanced(url: str, http: aiohttp.ClientSession, project: Project) -> None:
    """A session expires when the clock has been moved far enough."""
    async with Client(*CREDENTIALS, base_url=url) as client:
        signed_up = await client.passwords.create(
            email="ada@example.com", password="a long and quiet river", session_duration_minutes=5
        )
        before = project.now
        async with http.post(f"{url}/_emulator/clock", json={"minutes": 6}) as response:
            assert response.status == 200

        with pytest.raises(NotFoundError):
            await client.sessions.authenticate(session_token=signed_up.session_token)

    assert (project.now - before).total_seconds() == 360


@pytest.mark.parametrize(
    "body",
    [
        *("", "5", "{}", '{"weeks": 1}', '{"minutes": -1}', '{"minutes": "x"}', '{"minutes": true}'),
        *('{"minutes": Infinity}', '{"minutes": NaN}', '{"minutes": 1e300}', '{"days": 40000}', "\xff"),
    ],
)
async def test_a_step_that_makes_no_sense_is_refused(url: str, http: aiohttp.ClientSession, body: str) -> None:
    """The answer says what a step looks like."""
    async with http.post(f"{url}/_emulator/clock", data=body) as response:
        assert response.status == 400
        assert '{"minutes": 5}' in (await response.json())["error_message"]


async def test_everything_can_be_forgotten(url: str, http: aiohttp.ClientSession, project: Project) -> None:
    """After a reset there is nobody."""
    async with Client(*CREDENTIALS, base_url=url) as client:
        await client.users.create(email="ada@example.com")
        async with http.post(f"{url}/_emulator/reset") as response:
            assert response.status == 200

        assert (await client.users.search()).results == []
    assert len(project.outbox) == 0


async def test_what_is_not_emulated_says_so(url: str) -> None:
    """A client in another process gets a 501 that names the operation."""
    async with ManagementClient("workspace-key-prod-1", "secret", base_url=url) as management:
        with pytest.raises(APIError, match="GET /pwa/v3/projects needs a workspace") as caught:
            await management.projects.get_all()

    assert (caught.value.status_code, caught.value.error_type) == (501, "not_emulated")


async def test_other_machines_are_kept_out(project: Project) -> None:
    """A host that others can reach has to be allowed by name."""
    with pytest.raises(ConfigurationError, match="allow_remote"):
        async with start(project, host="0.0.0.0"):  # noqa: S104 - that is what is refused
            pass


async def test_the_command_prints_its_url_and_stops_when_told() -> None:
    """The first line is the URL; SIGTERM ends the process without a complaint."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-W", "error", "-m", "stytch_async", "emulator", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with Client(*CREDENTIALS, base_url=url) as client:
        created = await client.users.create(email="ada@example.com")

    process.send_signal(signal.SIGTERM)
    _, complaints = await process.communicate()

    assert created.status_code == 201
    assert (0, b"Traceback" in complaints) == (process.returncode, False)


def test_the_command_refuses_a_host_of_the_world(capsys: pytest.CaptureFixture[str]) -> None:
    """The refusal is one line and an exit status."""
    status = main(["emulator", "--host", "0.0.0.0"])  # noqa: S104 - that is what is refused

    complaint = capsys.readouterr().err
    assert status == 2
    assert "allow_remote" in complaint
    assert "--allow-remote" in complaint


async def test_the_command_serves_projects_with_settings_of_a_file(tmp_path: Path) -> None:
    """Each project that is named, with what the file says."""
    file = tmp_path / "settings.toml"
    file.write_text('user_lock_threshold = 3\n[policy.roles.editor]\ndocuments = ["read"]\n')
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-W", "error", "-m", "stytch_async", "emulator", "--port", "0"),
        *("--project-id", "project-test-1", "--project-id", "project-test-2", "--settings", str(file)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url = (await process.stdout.readline()).decode().strip()
    async with aiohttp.ClientSession(url) as http:
        async with http.get("/") as response:
            served = await response.json()
        async with http.get("/_emulator/settings?project_id=project-test-2") as response:
            settings = await response.json()

    process.send_signal(signal.SIGTERM)
    await process.communicate()

    assert served["projects"] == ["project-test-1", "project-test-2"]
    assert (settings["user_lock_threshold"], settings["policy"]["roles"].keys()) == (3, {"editor"})


async def test_the_command_serves_a_workspace_beside_projects() -> None:
    """The key follows the URL, as the environment variables of a client."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-X", "dev", "-W", "error", "-m", "stytch_async", "emulator", "--port", "0", "--workspace"),
        *("--project-id", "project-test-1"),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    url, *lines = [(await process.stdout.readline()).decode().strip() for _ in range(3)]
    key = dict(line.split("=", 1) for line in lines)
    credentials = key["STYTCH_WORKSPACE_KEY_ID"], key["STYTCH_WORKSPACE_KEY_SECRET"]
    async with (
        ManagementClient(*credentials, base_url=url) as management,
        Client("project-test-1", "secret-test-1", base_url=url) as client,
    ):
        made = await management.projects.create(name="Shop", vertical="CONSUMER")
        user = await client.users.create(email="ada@example.com")

    process.send_signal(signal.SIGTERM)
    await process.communicate()

    assert (made.project.name, user.status_code, process.returncode) == ("Shop", 201, 0)


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("--project-id", "nonsense", "nonsense is not a project id"),
        ("--settings", "x = ", "is not TOML"),
        ("--settings", "\xff", "is not TOML"),
        ("--settings", "user_lock_threshold = 0", "must be >= 1"),
        ("--settings", None, "No such file"),
    ],
)
def test_the_command_names_a_mistake(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, option: str, value: str | None, problem: str
) -> None:
    """In one line."""
    file = tmp_path / "settings.toml"
    if value is not None:
        file.write_text(value, encoding="latin-1")
    given = value if option == "--project-id" and value is not None else str(file)

    status = main(["emulator", "--port", "0", option, given])

    complaint = capsys.readouterr().err
    assert (status, complaint.count("\n")) == (2, 1)
    assert problem in complaint


def test_the_demo_shows_each_step(capsys: pytest.CaptureFixture[str]) -> None:
    """Each exchange is told, and no secret is."""
    status = main(["demo"])

    told = capsys.readouterr().out
    assert status == 0
    for operation in (
        "POST /v1/passwords",
        "POST /v1/otps/authenticate",
        "POST /v1/b2b/passwords/existing_password/reset",
    ):
        assert f"{operation}  ->  200" in told
    assert "session_not_found" in told
    assert "correct donkey battery staple" not in told
    assert "eyJ0…" in told or "eyJh…" in told
