"""Webhooks in FastAPI apps."""

from typing import Annotated

import pytest
from fastapi import Depends, FastAPI
from httpx import AsyncClient

from stytch_async import ConfigurationError, InMemoryTransport
from stytch_async.integrations.fastapi import stytch_event, stytch_webhooks
from stytch_async.webhooks import Event
from tests.kits.hooks import BAD, PATH, Post, delivery, told, webhooks_of


@pytest.fixture
def app(stytch: InMemoryTransport) -> FastAPI:
    """Return an app that takes webhooks."""
    app = FastAPI()
    app.state.stytch_webhooks = webhooks_of(stytch)

    @app.post(PATH)
    async def sync(event: Annotated[Event, Depends(stytch_event)]) -> str:
        return told(event)

    return app


async def test_a_webhook_is_read(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """The handler gets the event."""
    good = delivery(stytch)

    answer = await browser.post(PATH, content=good.body, headers=good.headers)

    assert (answer.status_code, answer.json()) == (200, "Engines")


@pytest.mark.parametrize("post", BAD)
async def test_a_bad_webhook_is_refused(post: Post, browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """With a 400, and none of its words."""
    good = delivery(stytch)

    answer = await browser.post(PATH, content=post.content(good), headers={**good.headers, **post.headers})

    assert (answer.status_code, answer.json()) == (400, {"detail": "invalid_webhook"})


async def test_what_verifies_can_be_overridden(app: FastAPI, browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """A test need not know where the app keeps it."""
    webhooks, good = app.state.stytch_webhooks, delivery(stytch)
    del app.state.stytch_webhooks
    app.dependency_overrides[stytch_webhooks] = lambda: webhooks

    answer = await browser.post(PATH, content=good.body, headers=good.headers)

    assert answer.status_code == 200


async def test_an_app_that_keeps_nothing_to_verify_with_is_told_so(app: FastAPI, browser: AsyncClient) -> None:
    """It is a mistake in the app, and not the sender's."""
    del app.state.stytch_webhooks

    with pytest.raises(ConfigurationError, match=r"app\.state\.stytch_webhooks"):
        await browser.post(PATH)


def test_the_document_tells_nothing_of_the_dependency(app: FastAPI) -> None:
    """Neither parameters nor schemas come of it."""
    operation = app.openapi()["paths"][PATH]["post"]

    assert operation.keys().isdisjoint({"parameters", "requestBody"})
