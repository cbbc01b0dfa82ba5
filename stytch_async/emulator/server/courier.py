"""Webhooks, posted to an app while the emulator is served."""

import asyncio
import contextlib
import functools
import logging
from collections.abc import AsyncGenerator, Iterable
from contextlib import ExitStack, asynccontextmanager
from typing import Final
from urllib.parse import urlsplit

import aiohttp

from stytch_async.emulator.rules.deliveries import delivery_of
from stytch_async.emulator.server.guard import LOOPBACK
from stytch_async.emulator.state.events import Event
from stytch_async.emulator.state.project import Project
from stytch_async.errors import ConfigurationError

__all__ = ["check_webhook_url", "delivering"]

logger: Final = logging.getLogger("stytch_async")

PAUSES: Final = (0.1, 1.0, None)
"""Seconds to wait after each try that fails; after the last one nobody waits."""

TIMEOUT: Final = aiohttp.ClientTimeout(total=5)


def check_webhook_url(url: str, *, allow_remote: bool) -> None:
    """Refuse a URL that is not one of this machine's.

    Raises:
        ConfigurationError: It is another machine's, or not a URL.

    """
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ConfigurationError(f"{url} is not a URL to which webhooks can be posted")
    if parts.hostname not in LOOPBACK and not allow_remote:
        raise ConfigurationError(f"{url} is on another machine: permit that with --allow-remote, or allow_remote=True")


@asynccontextmanager
async def delivering(projects: Iterable[Project], url: str) -> AsyncGenerator[None]:
    """Post the events of projects to a URL, one after the other, inside the block."""
    waiting: asyncio.Queue[tuple[Project, Event]] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def listen(project: Project, event: Event) -> None:
        # What a test changes itself, it changes in a thread of its own.
        loop.call_soon_threadsafe(waiting.put_nowait, (project, event))

    with ExitStack() as told:
        for project in projects:
            told.enter_context(project.events.tell(functools.partial(listen, project)))
        courier = asyncio.create_task(_carry(waiting, url))
        try:
            yield
        finally:
            courier.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await courier


async def _carry(waiting: "asyncio.Queue[tuple[Project, Event]]", url: str) -> None:
    async with aiohttp.ClientSession(timeout=TIMEOUT) as session:
        while True:
            project, event = await waiting.get()
            await _deliver(session, url, project, event)


async def _deliver(session: aiohttp.ClientSession, url: str, project: Project, event: Event) -> None:
    """Post an event until it is accepted, forgotten by a reset, or has been tried often enough."""
    for pause in PAUSES:
        if event not in project.events:
            return
        delivery = delivery_of(project, event)
        try:
            async with session.post(url, data=delivery.body, headers=delivery.headers, allow_redirects=False) as answer:
                if answer.ok and answer.status < 300:
                    return
                outcome = str(answer.status)
        except (aiohttp.ClientError, TimeoutError) as error:
            outcome = type(error).__name__
        if pause is None:
            logger.warning(
                "%s was posted %d times in vain; the last time ended in %s", event.type, len(PAUSES), outcome
            )
        else:
            await asyncio.sleep(pause)
