"""The emulator over HTTP, for apps in another process or another language."""

import asyncio
import json
import signal
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any, Final

import attrs
from aiohttp import web

from stytch_async.emulator.front.answers import respond
from stytch_async.emulator.front.service import serve
from stytch_async.emulator.registry import NotEmulated
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.project import Project
from stytch_async.errors import ConfigurationError
from stytch_async.transports.interface import HTTPRequest

__all__ = ["application", "run", "start"]

LOOPBACK: Final = {"127.0.0.1", "::1", "localhost"}
UNITS: Final = {"days", "hours", "minutes", "seconds"}


def application(project: Project) -> web.Application:
    """Return the web application that serves a project.

    Besides Stytch's own paths it has ``GET /_emulator/outbox?to=…``, ``POST /_emulator/clock`` with a JSON object such
    as ``{"minutes": 5}``, and ``POST /_emulator/reset``.
    """

    async def outbox(request: web.Request) -> web.Response:
        recipient = request.query.get("to")
        messages = project.outbox if recipient is None else project.outbox.to(recipient)
        return web.json_response([attrs.asdict(message) for message in messages], dumps=_dump)

    async def clock(request: web.Request) -> web.Response:
        step = await _step(request)
        project.clock.advance(**step)
        return web.json_response({"now": project.now}, dumps=_dump)

    async def reset(_: web.Request) -> web.Response:
        project.reset()
        return web.json_response({})

    async def stytch(request: web.Request) -> web.Response:
        content = await request.read()
        message = HTTPRequest(request.method, str(request.url), request.headers, content or None, None)
        try:
            response = serve(project, message)
        except NotEmulated as error:
            document = {"status_code": 501, "error_type": "not_emulated", "error_message": str(error)}
            response = respond(501, {**document, "request_id": project.ids.new("request-id"), "error_url": ""})
        return web.Response(status=response.status, headers=response.headers, body=response.content)

    app = web.Application()
    app.router.add_get("/_emulator/outbox", outbox)
    app.router.add_post("/_emulator/clock", clock)
    app.router.add_post("/_emulator/reset", reset)
    app.router.add_route("*", "/{path:.*}", stytch)
    return app


def _dump(value: object) -> str:
    return json.dumps(value, default=lambda moment: moment.isoformat())


async def _step(request: web.Request) -> dict[str, float]:
    """Read how far to advance the clock, or answer 400."""
    try:
        step: dict[str, Any] = await request.json()
        if step and step.keys() <= UNITS and all(float(amount) >= 0 for amount in step.values()):
            return step
    except (AttributeError, TypeError, ValueError):
        pass
    raise web.HTTPBadRequest(text='give a JSON object of days, hours, minutes and seconds, such as {"minutes": 5}')


@asynccontextmanager
async def start(
    project: Project, *, host: str = "127.0.0.1", port: int = 0, allow_remote: bool = False
) -> AsyncGenerator[str, None]:
    """Serve a project inside the block, which gets the base URL.

    Args:
        project: What to serve.
        host: Where to listen; only this machine, unless ``allow_remote``.
        port: Where to listen; 0 takes a free one.
        allow_remote: Permits a host that other machines can reach. The emulator keeps no secret from them.

    Raises:
        ConfigurationError: The host is not this machine.

    """
    if host not in LOOPBACK and not allow_remote:
        raise ConfigurationError(f"{host} can be reached from other machines: permit that with allow_remote")
    runner = web.AppRunner(application(project), access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        bound: int = runner.addresses[0][1]
        yield f"http://{f'[{host}]' if ':' in host else host}:{bound}"
    finally:
        await runner.cleanup()


async def run(*, host: str, port: int, allow_remote: bool) -> None:
    """Serve a fresh project, whose clock runs, until the process is told to stop."""
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    async with start(Project(clock=Clock(runs=True)), host=host, port=port, allow_remote=allow_remote) as url:
        print(url, flush=True)
        await stopped.wait()
