from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.passwords import CreateResponse
from stytch_async.schemas.shared import Attributes

EMAIL = "ada@example.com"


@pytest.fixture
async def ada(client: Client, password: str) -> CreateResponse:
    """Return the sign-up of a user with a password and a session of an hour."""
    return await client.passwords.create(email=EMAIL, password=password, session_duration_minutes=60)


@pytest.fixture
def mailed_token(client: Client, project: Project) -> Callable[..., Awaitable[str]]:
    """Return a function that asks for a reset link and reads its token from the mail."""

    async def ask(**options: str | int | Attributes) -> str:
        await client.passwords.email.reset_start(email=EMAIL, **options)
        token = project.outbox.last(EMAIL).token
        assert token is not None
        return token

    return ask
