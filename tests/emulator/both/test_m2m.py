from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.both.m2m import M2MClientWithClientSecret, M2MSearchQuery
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

SECRET = "a secret that nobody guesses"


@pytest.fixture
async def machine(client: Client) -> M2MClientWithClientSecret:
    """Return an M2M client with a secret that Stytch has made up."""
    return (await client.m2m.clients.create(scopes=["read:users"])).m2m_client


async def test_client_may_bring_its_secret(client: Client) -> None:
    """A secret from elsewhere goes on working."""
    created = (await client.m2m.clients.create(scopes=[], client_secret=SECRET)).m2m_client

    token = await client.m2m.token(created.client_id, SECRET)

    assert (created.client_secret, created.client_secret_last_four) == (SECRET, SECRET[-4:])
    assert token.expires_in == 3600


@pytest.mark.parametrize("secret", ["password", "12345678", "aaaaaaaaaaaa"])
async def test_secret_that_is_easy_to_guess_is_refused(
    client: Client, project: Project, refusal: Refusal, secret: str
) -> None:
    """Length alone does not make a secret."""
    found = await refusal(client.m2m.clients.create(scopes=[], client_secret=secret))

    assert (found, len(project.machines)) == ((400, "insecure_m2m_client_secret"), 0)


@pytest.mark.usefixtures("machine")
async def test_short_secret_of_another_client_library_is_refused(transport: InMemoryTransport) -> None:
    """What this library would not even send is refused under the same name."""
    known = transport.calls[-1].request
    content = b'{"scopes": [], "client_secret": "7 chars"}'

    response = await transport.send(HTTPRequest("POST", known.url, known.headers, content, None))

    assert (response.status, b"insecure_m2m_client_secret" in response.content) == (400, True)


async def test_secrets_are_rotated_one_at_a_time(
    client: Client, machine: M2MClientWithClientSecret, refusal: Refusal
) -> None:
    """A second rotation has to wait for the end of the first, whose secret stays."""
    started = (await client.m2m.clients.secrets.rotate_start(client_id=machine.client_id)).m2m_client

    found = await refusal(client.m2m.clients.secrets.rotate_start(client_id=machine.client_id))

    token = await client.m2m.token(machine.client_id, started.next_client_secret)
    assert found == (400, "m2m_client_already_rotating_secret")
    assert token.expires_in == 3600


async def test_client_is_active_or_inactive(
    client: Client, machine: M2MClientWithClientSecret, refusal: Refusal
) -> None:
    """Another status is refused, and nothing of that call is done."""
    found = await refusal(
        client.m2m.clients.update(client_id=machine.client_id, status="asleep", client_name="Night shift")
    )

    shown = (await client.m2m.clients.get(client_id=machine.client_id)).m2m_client
    assert found == (400, "invalid_m2m_client_status")
    assert (shown.status, shown.client_name) == ("active", "")


async def test_empty_filter_is_refused(client: Client, refusal: Refusal) -> None:
    """A search for nothing is told apart from one that finds nothing."""
    query = M2MSearchQuery(operator="AND", operands=[{"filter_name": "scopes", "filter_value": []}])

    found = await refusal(client.m2m.clients.search(query=query))

    assert found == (400, "m2m_search_missing_filter_value")
