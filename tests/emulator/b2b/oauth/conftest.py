from collections.abc import Awaitable, Callable

import pytest

from stytch_async.callbacks import read_callback
from stytch_async.clients import B2BClient
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.b2b.oauth import AuthenticateResponse, DiscoveryAuthenticateResponse
from stytch_async.transports.memory import InMemoryTransport

EMAIL = "ada@example.com"


@pytest.fixture
def ada(transport: InMemoryTransport) -> Person:
    """Return somebody whom the project does not know."""
    return transport.person(EMAIL, name="Ada Lovelace")


@pytest.fixture
def engines(transport: InMemoryTransport) -> Organization:
    """Return an organization that takes any login and lets nobody join."""
    return transport.add_organization("Analytical Engines")


@pytest.fixture
def log_in(b2b: B2BClient) -> Callable[..., Awaitable[AuthenticateResponse]]:
    """Return a function that logs somebody in to an organization with a provider."""

    async def authenticate(
        person: Person, organization: Organization, provider: str = "google", **options: str
    ) -> AuthenticateResponse:
        back = person.visit(b2b.oauth.start_url(provider, organization_id=organization.id))
        return await b2b.oauth.authenticate(oauth_token=read_callback(back).token, **options)

    return authenticate


@pytest.fixture
def discover(b2b: B2BClient) -> Callable[..., Awaitable[DiscoveryAuthenticateResponse]]:
    """Return a function that finds somebody's organizations by a provider."""

    async def authenticate(person: Person, provider: str = "google") -> DiscoveryAuthenticateResponse:
        back = person.visit(b2b.oauth.discovery.start_url(provider))
        return await b2b.oauth.discovery.authenticate(discovery_oauth_token=read_callback(back).token)

    return authenticate
