"""Webhooks in apps on aiohttp's server."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.typedefs import Handler

from stytch_async import InMemoryTransport
from stytch_async.integrations.aiohttp_web import STYTCH_WEBHOOKS, stytch_event
from tests.kits.hooks import BAD, PATH, Post, delivery, told, webhooks_of

Browser = TestClient[web.Request, web.Application]


async def sync(request: web.Request) -> web.Response:
    """Take a webhook."""
    return web.Response(text=told(await stytch_event(request)))


@pytest.fixture
def app(stytch: InMemoryTransport) -> web.Application:
    """Return an app that takes webhooks."""
    app = web.Application()
    app[STYTCH_WEBHOOKS] = webhooks_of(stytch)
    app.router.add_post(PATH, sync)
    return app


@pytest.fixture
async def browser(app: web.Application) -> AsyncIterator[Browser]:
    """Visit the app."""
    async with TestClient(TestServer(app)) as browser:
        yield browser


async def test_a_webhook_is_read(browser: Browser, stytch: InMemoryTransport) -> None:
    """The handler gets the event."""
    good = delivery(stytch)

    async with browser.post(PATH, data=good.body, headers=good.headers) as answer:
        assert (answer.status, await answer.text()) == (200, "Engines")


@pytest.mark.parametrize("post", BAD)
async def test_a_bad_webhook_is_refused(post: Post, browser: Browser, stytch: InMemoryTransport) -> None:
    """With a 400, and none of its words."""
    good = delivery(stytch)

    async with browser.post(PATH, data=post.content(good), headers={**good.headers, **post.headers}) as answer:
        assert (answer.status, await answer.json()) == (400, {"error": "invalid_webhook"})


async def test_a_middleware_may_have_read_the_body(app: web.Application, stytch: InMemoryTransport) -> None:
    """It is kept in the request."""

    @web.middleware
    async def read(request: web.Request, handler: Handler) -> web.StreamResponse:
        await request.read()
        return await handler(request)

    app.middlewares.append(read)
    good = delivery(stytch)

    async with TestClient(TestServer(app)) as browser, browser.post(PATH, data=good.body, headers=good.headers) as one:
        assert one.status == 200


async def test_an_app_that_keeps_nothing_to_verify_with_has_made_a_mistake() -> None:
    """It is not the sender's, so the sender tries again later."""
    app = web.Application()
    app.router.add_post(PATH, sync)

    async with TestClient(TestServer(app)) as browser, browser.post(PATH) as answer:
        assert answer.status == 500
