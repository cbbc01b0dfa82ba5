"""The emulator on a port."""

import asyncio
import signal
import tomllib
from collections.abc import AsyncGenerator, Collection
from contextlib import asynccontextmanager, nullcontext
from pathlib import Path
from typing import Any, Final

from aiohttp import web

from stytch_async.credentials import PROJECT_ID
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.documents import read_settings
from stytch_async.emulator.server.application import application
from stytch_async.emulator.server.courier import check_webhook_url, delivering
from stytch_async.emulator.server.guard import LOOPBACK, Guard
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.settings import Settings
from stytch_async.emulator.state.workspace import Served, Workspace
from stytch_async.emulator.traffic import Switchboard, Traffic
from stytch_async.errors import ConfigurationError

__all__ = ["run", "start"]

PATIENCE: Final = 1.0
"""Seconds that unfinished exchanges get when the server stops."""


@asynccontextmanager
async def start(
    *served: Served | Traffic,
    host: str = "127.0.0.1",
    port: int = 0,
    allow_remote: bool = False,
    allow_hosts: Collection[str] = (),
    webhook_url: str | None = None,
) -> AsyncGenerator[str, None]:
    """Serve projects and workspaces inside the block, which gets the base URL.

    Args:
        served: What to serve. The credentials of a request choose the project.
        host: Where to listen; only this machine, unless ``allow_remote``.
        port: Where to listen; 0 takes a free one.
        allow_remote: Permits a host that other machines can reach, and a webhook URL on another one. The emulator keeps
            no secret from them.
        allow_hosts: By which names it may be called, besides those of this machine.
        webhook_url: Where webhooks are posted to, three times at most; nowhere by default.

    Raises:
        ConfigurationError: The host, or that of the webhooks, is not this machine.

    """
    if host not in LOOPBACK and not allow_remote:
        raise ConfigurationError(
            f"{host} can be reached from other machines: permit that with --allow-remote, or allow_remote=True"
        )
    if webhook_url is not None:
        check_webhook_url(webhook_url, allow_remote=allow_remote)
    switchboard = Switchboard(*served)
    guard = Guard(names={host, *allow_hosts}, any_address=allow_remote)
    # What is compressed is not unpacked: Stytch's clients send plain JSON and forms.
    runner = web.AppRunner(
        application(switchboard, guard),
        access_log=None,
        auto_decompress=False,
        shutdown_timeout=PATIENCE,
    )
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound: int = runner.addresses[0][1]
        url = f"http://{f'[{host}]' if ':' in host else host}:{bound}"
        for traffic in switchboard:
            traffic.served.served_at = url
        projects = [traffic.project for traffic in switchboard.projects]
        async with nullcontext() if webhook_url is None else delivering(projects, webhook_url):
            yield url
    finally:
        await runner.cleanup()


async def run(
    *,
    host: str,
    port: int,
    allow_remote: bool,
    allow_hosts: Collection[str],
    project_ids: Collection[str],
    settings: Path | None,
    webhook_url: str | None,
    webhook_secret: str | None,
    workspace: bool = False,
) -> None:
    """Serve fresh projects, whose clocks run, until the process is told to stop.

    A workspace is served in place of the project that takes the first id that comes: its own are made by its
    Management API.
    """
    nameless = () if workspace else (None,)
    projects = [
        Project(project_id=project_id, clock=Clock(runs=True), settings=_settings(settings, webhook_secret))
        for project_id in map(_checked, project_ids or nameless)
    ]
    workspaces = [Workspace(clock=Clock(runs=True))] if workspace else []
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    served: list[Served] = [*workspaces, *projects]
    serving = start(
        *served, host=host, port=port, allow_remote=allow_remote, allow_hosts=allow_hosts, webhook_url=webhook_url
    )
    async with serving as url:
        print(url, flush=True)
        for key_id, secret in (one.key for one in workspaces):
            print(f"STYTCH_WORKSPACE_KEY_ID={key_id}\nSTYTCH_WORKSPACE_KEY_SECRET={secret}", flush=True)
        await stopped.wait()


def _checked(project_id: str | None) -> str | None:
    if project_id is not None and PROJECT_ID.fullmatch(project_id) is None:
        raise ConfigurationError(f"{project_id} is not a project id: those look like project-test-…")
    return project_id


def _settings(path: Path | None, webhook_secret: str | None) -> Settings:
    """Return the settings that a TOML file and the command's own options tell."""
    document = {} if path is None else _read(path)
    options = {} if webhook_secret is None else {"webhook_secret": webhook_secret}
    try:
        return read_settings({**document, **options})
    except Refusal as refusal:
        raise ConfigurationError(f"{path or 'the command'}: {refusal.message}") from None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigurationError(f"{path} is not TOML: {error}") from None
