"""The stories of B2B apps run through Stytch's own SDK as well: as it is installed, with and without asyncio."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from typing import cast

import pytest
import requests
import stytch as official

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.server import start
from tests.flows.conftest import PROJECT_ID, SECRET, Stytch, browse, in_memory, over_http
from tests.flows.official import Official

Way = Callable[[Project], AbstractAsyncContextManager[Stytch]]


@asynccontextmanager
async def by_official_sdk(project: Project, *, blocking: bool) -> AsyncIterator[Stytch]:
    """Serve the project, and reach it through the official client."""
    async with start(project) as url, Client(PROJECT_ID, SECRET, base_url=url) as client:
        with requests.Session() as session:
            sdk = official.B2BClient(PROJECT_ID, SECRET, environment=f"{url}/", sync_session=session)
            async with sdk:
                b2b = cast("B2BClient", Official(sdk, blocking=blocking))
                yield Stytch(project, client, b2b, browse)


WAYS: dict[str, Way] = {
    "in-memory": in_memory,
    "over-http": over_http,
    "official": partial(by_official_sdk, blocking=False),
    "official-blocking": partial(by_official_sdk, blocking=True),
}

# The SDK authenticates in a way that newer releases of aiohttp deprecate.
DEPRECATED = [
    pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:The 'auth' parameter is deprecated:DeprecationWarning"),
]


@pytest.fixture(params=[pytest.param(way, marks=DEPRECATED, id=name) for name, way in WAYS.items()])
async def stytch(request: pytest.FixtureRequest, project: Project) -> AsyncIterator[Stytch]:
    """Return the project and its clients, once by each way to it."""
    async with request.param(project) as stytch:
        yield stytch
