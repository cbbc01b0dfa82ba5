"""A Stytch on a port, in a thread of its own: for tests in a browser, and of apps in another process."""

import asyncio
import threading
import time
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Final, Self

from stytch_async.emulator.server import start
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.state.outbox import Message
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.settings import Settings
from stytch_async.transports.memory import InMemoryTransport

__all__ = ["ServedEmulator"]

GLANCE: Final = 0.01
"""Seconds between two looks into the outbox."""


class ServedEmulator:
    """A Stytch that is served; `start` makes one.

    Attributes:
        url: Where it is served.
        stytch: What a test does to it directly: ``fail_next``, ``sign_in``, ``person``, ``calls`` and so on.

    """

    def __init__(self, url: str, stytch: InMemoryTransport, loop: asyncio.AbstractEventLoop) -> None:
        self.url: str = url
        self.stytch: InMemoryTransport = stytch
        self._loop = loop
        self._seen: set[Message] = set()

    @classmethod
    @contextmanager
    def start(cls, project: Project | None = None, *, webhook_url: str | None = None) -> Generator[Self]:
        """Serve a project inside the block.

        Args:
            project: What to serve; by default a new project, whose clock runs.
            webhook_url: Where webhooks are posted to, on this machine; nowhere by default.

        Raises:
            ConfigurationError: The extra ``emulator`` is not installed, or the URL is another machine's.

        """
        stytch = InMemoryTransport(Project(clock=Clock(runs=True)) if project is None else project)
        started: Future[tuple[str, asyncio.AbstractEventLoop, Callable[[], object]]] = Future()

        async def serve() -> None:
            stopped, loop = asyncio.Event(), asyncio.get_running_loop()
            async with start(stytch, webhook_url=webhook_url) as url:
                started.set_result((url, loop, stopped.set))
                await stopped.wait()

        def run() -> None:
            try:
                asyncio.run(serve())
            except BaseException as error:
                if started.done():
                    raise
                started.set_exception(error)

        thread = threading.Thread(target=run, name="stytch_async emulator", daemon=True)
        thread.start()
        url, loop, stop = started.result()
        try:
            yield cls(url, stytch, loop)
        finally:
            loop.call_soon_threadsafe(stop)
            thread.join()

    @property
    def project(self) -> Project:
        """The project that is served, with its outbox, clock, users and settings."""
        return self.stytch.project

    @property
    def env(self) -> dict[str, str]:
        """The environment of an app that is to use it, which `Client.from_env` and `Webhooks.from_env` read."""
        project_id, secret = self.stytch.credentials
        return {
            "STYTCH_BASE_URL": self.url,
            "STYTCH_PROJECT_ID": project_id,
            "STYTCH_PUBLIC_TOKEN": self.stytch.public_token,
            "STYTCH_SECRET": secret,
            "STYTCH_WEBHOOK_SECRET": self.project.settings.webhook_secret,
        }

    def wait_for(self, recipient: str, purpose: str | None = None, *, timeout: float = 5) -> Message:
        """Wait for a message, and return it; each is returned once, so that the next wait is for the next message.

        Args:
            recipient: The address or number that it goes to.
            purpose: What it is for, where that matters.
            timeout: Seconds to wait at most.

        Raises:
            NoMessageError: None has come; an `AssertionError` that tells whom messages went to instead.

        """
        end = time.monotonic() + timeout
        while not (new := [one for one in self.project.outbox.to(recipient, purpose) if one not in self._seen]):
            if time.monotonic() > end:
                raise self.project.outbox.missing(recipient, purpose)
            time.sleep(GLANCE)
        self._seen.update(new)
        return new[-1]

    def reset(self) -> None:
        """Begin anew: with nobody, with the settings of a new project, and with calls that do nothing special."""

        async def forget() -> None:
            self.project.reset()
            self.project.settings = Settings()
            self.stytch.forget()

        asyncio.run_coroutine_threadsafe(forget(), self._loop).result()
        self._seen.clear()

    def __repr__(self) -> str:
        """Tell where it is served."""
        return f"{type(self).__name__}({self.url!r})"
