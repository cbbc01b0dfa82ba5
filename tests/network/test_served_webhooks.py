"""Webhooks of the served emulator: posted to an app on the same machine, and tried again."""

import asyncio
import logging
from collections.abc import AsyncIterator

import attrs
import pytest
from aiohttp import web

from stytch_async import Client, ConfigurationError, InMemoryTransport
from stytch_async.__main__ import main
from stytch_async.emulator.server import start
from stytch_async.webhooks import OrganizationEvent, Webhooks

CREDENTIALS = ("project-test-1", "secret-test-1")


@attrs.define
class Receiver:
    """An app that takes webhooks, after having refused some."""

    webhooks: Webhooks
    refusals: list[int] = attrs.field(factory=list[int])
    url: str = ""
    received: "asyncio.Queue[str]" = attrs.field(factory=asyncio.Queue[str])

    async def take(self, request: web.Request) -> web.Response:
        """Verify a webhook, and take it or answer what was asked for."""
        event = self.webhooks.verify(await request.read(), request.headers)
        assert isinstance(event, OrganizationEvent)
        assert event.object is not None
        self.received.put_nowait(event.object.organization_name)
        return web.Response(status=self.refusals.pop(0) if self.refusals else 204)


@pytest.fixture
def stytch() -> InMemoryTransport:
    """Return the Stytch that is served."""
    return InMemoryTransport()


@pytest.fixture
async def receiver(stytch: InMemoryTransport) -> AsyncIterator[Receiver]:
    """Run an app that takes webhooks."""
    receiver = Receiver(Webhooks(stytch.project.settings.webhook_secret, now=stytch.now))
    app = web.Application()
    app.router.add_post("/webhooks", receiver.take)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    receiver.url = f"http://127.0.0.1:{runner.addresses[0][1]}/webhooks"
    yield receiver
    await runner.cleanup()


async def test_a_change_is_posted(stytch: InMemoryTransport, receiver: Receiver) -> None:
    """By a call, and by a test in another thread; a reset changes nothing about that."""
    async with start(stytch, webhook_url=receiver.url):
        await asyncio.to_thread(stytch.add_organization, "Engines")
        first = await receiver.received.get()
        stytch.project.reset()
        stytch.add_organization("Looms")
        second = await receiver.received.get()

    assert (first, second) == ("Engines", "Looms")


async def test_what_is_refused_is_posted_again(
    stytch: InMemoryTransport, receiver: Receiver, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Three times at most; then the next one has its turn."""
    monkeypatch.setattr("stytch_async.emulator.server.courier.PAUSES", (0, 0, None))
    caplog.set_level(logging.WARNING, "stytch_async")
    receiver.refusals = [500, 302, 404]

    async with start(stytch, webhook_url=receiver.url):
        stytch.add_organization("Engines")
        stytch.add_organization("Looms")
        names = [await receiver.received.get() for _ in range(4)]

    assert names == ["Engines", "Engines", "Engines", "Looms"]
    assert caplog.messages == ["direct.organization.create was posted 3 times in vain; the last time ended in 404"]


async def test_what_was_reset_is_not_posted_any_more(stytch: InMemoryTransport, receiver: Receiver) -> None:
    """The next test does not hear of the last one."""
    async with start(stytch, webhook_url=receiver.url):
        stytch.add_organization("Engines")
        stytch.project.reset()
        stytch.add_organization("Looms")
        name = await receiver.received.get()

    assert name == "Looms"


async def test_the_emulator_stops_while_nobody_takes_its_webhooks(stytch: InMemoryTransport) -> None:
    """Nothing is left that runs or is open, and whoever calls does not wait."""
    async with (
        start(stytch, webhook_url="http://127.0.0.1:9/") as url,
        Client(*CREDENTIALS, base_url=url) as client,
    ):
        created = await client.users.create(email="ada@example.com")

    assert created.status_code == 201


@pytest.mark.parametrize("url", ["http://example.com/", "ftp://127.0.0.1/", "webhooks", "http://["])
async def test_webhooks_stay_on_this_machine(stytch: InMemoryTransport, url: str) -> None:
    """Unless that is permitted."""
    with pytest.raises(ConfigurationError, match=r"allow_remote|is not a URL"):
        async with start(stytch, webhook_url=url):
            pass


def test_the_command_refuses_a_secret_that_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line that does not show it."""
    status = main(["emulator", "--port", "0", "--webhook-url", "http://127.0.0.1:9/", "--webhook-secret", "hunter2"])

    complaint = capsys.readouterr().err
    assert (status, complaint.count("\n"), "hunter2" in complaint) == (2, 1, False)


def test_the_command_refuses_another_machine(capsys: pytest.CaptureFixture[str]) -> None:
    """It names what would permit it."""
    status = main(["emulator", "--port", "0", "--webhook-url", "http://example.com/"])

    assert (status, "--allow-remote" in capsys.readouterr().err) == (2, True)
