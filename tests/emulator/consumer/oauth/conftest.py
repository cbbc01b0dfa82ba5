import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import Client
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.consumer.oauth import AuthenticateResponse
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"


@pytest.fixture
def ada(transport: InMemoryTransport) -> Person:
    """Return somebody whom the project does not know."""
    return transport.person(EMAIL, name="Ada Lovelace")


class LogIn:
    """Logs people in with a provider, from the start URL to a session."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def __call__(self, person: Person, provider: str = "google") -> AuthenticateResponse:
        """Log somebody in."""
        token = read_callback(person.visit(self._client.oauth.start_url(provider))).token
        return await self._client.oauth.authenticate(token=token, session_duration_minutes=60)


@pytest.fixture
def log_in(client: Client) -> LogIn:
    """Return a function that logs somebody in with a provider."""
    return LogIn(client)
