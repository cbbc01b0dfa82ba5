"""A B2B app: organizations, their members, and how they log in; see README.md for how to start it."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from starlette.exceptions import HTTPException

from examples.fastapi_b2b import login, organization, second_factor, webhooks
from examples.fastapi_b2b.access import auth
from examples.fastapi_b2b.pages import REFUSALS, explain
from stytch_async import B2BClient
from stytch_async.integrations.fastapi import keeps
from stytch_async.webhooks import Webhooks


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[dict[str, Any]]:
    """Read the environment when the app starts."""
    app.state.stytch_webhooks = Webhooks.from_env()
    async with keeps(B2BClient.from_env)(app) as state:
        yield state


app = FastAPI(lifespan=lifespan)
auth.install(app, refusals={error: status for error, (status, _) in REFUSALS.items()})
app.exception_handler(HTTPException)(explain)
for part in (login, second_factor, organization, webhooks):
    app.include_router(part.router)
