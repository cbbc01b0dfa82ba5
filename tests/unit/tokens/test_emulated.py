"""What a client finds in a transport to an emulated Stytch: credentials, a clock, and policies that count at once."""

import asyncio
import time

import attrs
import pytest

from stytch_async import (
    Client,
    HTTPRequest,
    HTTPResponse,
    InMemoryTransport,
    PermissionDeniedError,
    TokenError,
    TokenReason,
    Transport,
)
from stytch_async.emulator import Policy, Project
from stytch_async.schemas.consumer.sessions import AuthorizationCheck
from tests.unit.tokens.conftest import Network

CHECK = AuthorizationCheck(resource_id="documents", action="read")
LOCAL = "http://127.0.0.1:8787"


@attrs.frozen
class AtMost:
    """Lets so many requests through at once; a wrapper as an app would write it."""

    number: asyncio.Semaphore
    inner: Transport

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Wait for a turn."""
        async with self.number:
            return await self.inner.send(request)

    async def aclose(self) -> None:
        """Close what is behind."""
        await self.inner.aclose()


@pytest.fixture
def wrapped(transport: InMemoryTransport) -> Transport:
    """Return the transport with two wrappers around it."""
    return AtMost(asyncio.Semaphore(1), AtMost(asyncio.Semaphore(2), transport))


async def test_a_wrapped_transport_keeps_its_credentials(wrapped: Transport, transport: InMemoryTransport) -> None:
    """A client of it needs none of its own."""
    client = Client(transport=wrapped)

    await client.users.create(email="ada@example.com")

    assert [call.status for call in transport.calls] == [201]


async def test_a_wrapped_transport_keeps_its_clock(wrapped: Transport, session_jwt: str, project: Project) -> None:
    """A JWT that has expired by the project's clock does not pass."""
    client = Client(transport=wrapped)
    project.clock.advance(minutes=6)

    with pytest.raises(TokenError) as caught:
        await client.sessions.authenticate_jwt_local(session_jwt)

    assert caught.value.reason is TokenReason.EXPIRED


async def test_a_policy_set_on_the_project_counts_at_once(client: Client, session_jwt: str, project: Project) -> None:
    """A test sets a policy between two checks, and the second goes by it."""
    with pytest.raises(PermissionDeniedError):
        await client.sessions.authenticate_jwt_local(session_jwt, authorization_check=CHECK)
    project.settings.policy = Policy({"stytch_user": {"documents": {"read"}}})

    session = await client.sessions.authenticate_jwt_local(session_jwt, authorization_check=CHECK)

    assert session.roles == ["stytch_user"]


async def test_what_listens_on_this_machine_may_be_no_emulator(transport: InMemoryTransport, session_jwt: str) -> None:
    """A gateway to the real Stytch is asked for nothing that Stytch does not know, and its policies are kept."""
    network = Network(transport)
    client = Client(*transport.credentials, transport=network, base_url=LOCAL)

    for _ in range(2):
        await client.sessions.authenticate_jwt_local(session_jwt)

    assert ["/v1/sessions/jwks/" in request.url for request in network.requests] == [True]


async def test_an_emulator_on_this_machine_is_asked_for_the_time(
    transport: InMemoryTransport, session_jwt: str, project: Project
) -> None:
    """Its clock counts for every verification, whoever has moved it."""
    network = Network(transport, {"Stytch-Emulator-Now": str(time.time() + 360)})
    client = Client(*transport.credentials, transport=network, base_url=LOCAL)

    with pytest.raises(TokenError) as caught:
        await client.sessions.authenticate_jwt_local(session_jwt)

    assert caught.value.reason is TokenReason.EXPIRED
    assert network.requests[-1].url == f"{LOCAL}/_emulator/clock?project_id={project.project_id}"


@pytest.mark.parametrize("base_url", ["https://test.stytch.com", "https://127.0.0.1:8443"])
async def test_nobody_else_sets_the_clock(transport: InMemoryTransport, session_jwt: str, base_url: str) -> None:
    """What the real Stytch, or anybody in its place, says of the time has no effect."""
    network = Network(transport, {"Stytch-Emulator-Now": str(time.time() + 360)})
    client = Client(*transport.credentials, transport=network, base_url=base_url)

    session = await client.sessions.authenticate_jwt_local(session_jwt)

    assert session.roles == ["stytch_user"]
    assert len(network.requests) == 1
