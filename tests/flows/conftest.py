"""Every flow runs twice: in memory, and through aiohttp against the served emulator."""

from collections.abc import AsyncIterator

import attrs
import pytest

from stytch_async.clients import B2BClient, Client
from stytch_async.emulator import Project
from stytch_async.emulator.server import start
from stytch_async.transports.memory import InMemoryTransport

PROJECT_ID = "project-test-11111111-1111-4111-8111-111111111111"
SECRET = "secret-test-of-the-flows"


@attrs.frozen
class Stytch:
    """A project, and clients of both its APIs."""

    project: Project
    client: Client
    b2b: B2BClient

    def token_for(self, recipient: str) -> str:
        """Read the token of the newest link, as the recipient would."""
        token = self.project.outbox.last(recipient).token
        assert token is not None
        return token

    def code_for(self, recipient: str) -> str:
        """Read the newest code, as the recipient would."""
        code = self.project.outbox.last(recipient, "otp").code
        assert code is not None
        return code


@pytest.fixture
def project() -> Project:
    """Return a project that accepts one pair of credentials."""
    return Project(project_id=PROJECT_ID, secret=SECRET)


@pytest.fixture
async def base_url(project: Project) -> AsyncIterator[str]:
    """Serve the project, and return where."""
    async with start(project) as url:
        yield url


@pytest.fixture(params=["in-memory", "over-http"])
async def stytch(request: pytest.FixtureRequest, project: Project) -> AsyncIterator[Stytch]:
    """Return the project and its clients, once by each way to it."""
    if request.param == "in-memory":
        transport = InMemoryTransport(project)
        async with Client(transport=transport) as client, B2BClient(transport=transport) as b2b:
            yield Stytch(project, client, b2b)
        return
    async with (
        start(project) as url,
        Client(PROJECT_ID, SECRET, base_url=url) as client,
        B2BClient(PROJECT_ID, SECRET, base_url=url) as b2b,
    ):
        yield Stytch(project, client, b2b)
