from collections.abc import Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.otps import AuthenticateResponse

EMAIL = "ada@example.com"

ReadCode = Callable[[str], str]


@pytest.fixture
def read_code(project: Project) -> Callable[[str], str]:
    """Return a function that reads the newest code sent to a recipient."""

    def read(recipient: str) -> str:
        code = project.outbox.last(recipient, "otp").code
        assert code is not None
        return code

    return read


@pytest.fixture
async def ada(client: Client, read_code: ReadCode) -> AuthenticateResponse:
    """Return the login of a user whose email address is verified by it."""
    sent = await client.otps.email.login_or_create(email=EMAIL)
    return await client.otps.authenticate(method_id=sent.email_id, code=read_code(EMAIL), session_duration_minutes=60)
