"""Webhooks in Starlette apps."""

import pytest
from httpx import AsyncClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from stytch_async import InMemoryTransport
from stytch_async.integrations.starlette import stytch_event
from tests.kits.hooks import BAD, PATH, Post, delivery, told, webhooks_of


@pytest.fixture
def app(stytch: InMemoryTransport) -> Starlette:
    """Return an app that takes webhooks."""

    async def sync(request: Request) -> Response:
        return PlainTextResponse(told(await stytch_event(request)))

    app = Starlette(routes=[Route(PATH, sync, methods=["POST"])])
    app.state.stytch_webhooks = webhooks_of(stytch)
    return app


async def test_a_webhook_is_read(browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """The handler gets the event."""
    good = delivery(stytch)

    answer = await browser.post(PATH, content=good.body, headers=good.headers)

    assert (answer.status_code, answer.text) == (200, "Engines")


@pytest.mark.parametrize("post", BAD)
async def test_a_bad_webhook_is_refused(post: Post, browser: AsyncClient, stytch: InMemoryTransport) -> None:
    """With a 400, and none of its words."""
    good = delivery(stytch)

    answer = await browser.post(PATH, content=post.content(good), headers={**good.headers, **post.headers})

    assert (answer.status_code, answer.text) == (400, "invalid_webhook")
