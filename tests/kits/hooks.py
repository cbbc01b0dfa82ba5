"""Webhooks that an app takes, and those that it refuses, whatever the framework."""

from collections.abc import AsyncIterator, Mapping
from typing import Final

import attrs
import pytest

from stytch_async.emulator.rules.deliveries import Delivery
from stytch_async.transports.memory import InMemoryTransport
from stytch_async.webhooks import Event, OrganizationEvent, Webhooks

__all__ = ["BAD", "PATH", "Post", "delivery", "told", "webhooks_of"]

PATH: Final = "/webhooks/stytch"
LARGE: Final = 1024 * 1024


@attrs.frozen
class Post:
    """What somebody posts in the place of a good webhook."""

    name: str
    body: bytes | None = None
    chunks: int = 1
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])

    async def content(self, good: Delivery) -> AsyncIterator[bytes]:
        """Return the body, bit by bit."""
        for _ in range(self.chunks):
            yield good.body if self.body is None else self.body


BAD: Final = [
    pytest.param(post, id=post.name)
    for post in (
        Post("another body", b"{}"),
        Post("another signature", headers={"svix-signature": "v1,@@@"}),
        Post("too old", headers={"svix-timestamp": "1"}),
        Post("no text", b"\xff"),
        Post("too large", b"x" * (LARGE // 4), chunks=5),
    )
]


def delivery(stytch: InMemoryTransport) -> Delivery:
    """Return the webhook about a new organization."""
    stytch.add_organization("Engines")
    return stytch.deliveries()[-1]


def webhooks_of(stytch: InMemoryTransport) -> Webhooks:
    """Return what verifies the webhooks of a Stytch in memory."""
    return Webhooks(stytch.project.settings.webhook_secret, now=stytch.now)


def told(event: Event) -> str:
    """Return what an app answers, so that the test knows that it has understood."""
    assert isinstance(event, OrganizationEvent)
    assert event.object is not None
    return event.object.organization_name
