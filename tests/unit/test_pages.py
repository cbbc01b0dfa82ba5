"""Iterators over searches."""

import json

import attrs
import pytest

from stytch_async import Client, ConfigurationError, DecodeError, HTTPRequest, HTTPResponse, InMemoryTransport


@pytest.fixture
async def client() -> Client:
    """Return a client of a project with seven users."""
    client = Client(transport=InMemoryTransport())
    for number in range(7):
        await client.users.create(email=f"user{number}@example.com")
    return client


def searches(client: Client) -> int:
    """Count the searches so far."""
    transport = client._pipeline.transport
    assert isinstance(transport, InMemoryTransport)
    return sum(call.request.url.endswith("/search") for call in transport.calls)


async def test_all_pages_are_gone_through(client: Client) -> None:
    """Each user comes once, whatever the size of a page."""
    found = [user.emails[0].email async for user in client.users.search_all(limit=3)]

    assert [f"user{number}@example.com" for number in range(7)] == found
    assert searches(client) == 3


async def test_pages_are_fetched_when_they_are_needed(client: Client) -> None:
    """Breaking out early leaves the other pages unfetched."""
    async for user in client.users.search_all(limit=2):
        if user.emails[0].email == "user2@example.com":
            break

    assert searches(client) == 2


async def test_pages_are_bounded_on_request(client: Client) -> None:
    """No more pages are fetched than asked for."""
    found = [user async for user in client.users.search_all(limit=2, max_pages=2)]

    assert len(found) == 4
    assert searches(client) == 2


@pytest.mark.parametrize("lost", ["results", "results_metadata"])
async def test_a_page_that_lacks_what_it_promised_is_a_decode_error(lost: str) -> None:
    """Ending there would look as though there were no more users."""
    transport = InMemoryTransport()

    class Forgetful:
        async def send(self, request: HTTPRequest, /) -> HTTPResponse:
            response = await transport.send(request)
            content = {name: value for name, value in json.loads(response.content).items() if name != lost}
            return attrs.evolve(response, content=json.dumps(content).encode())

        async def aclose(self) -> None:
            """Have nothing to release."""

    client = Client(*transport.credentials, transport=Forgetful())

    with pytest.raises(DecodeError, match="the page lacks its items or its cursor"):
        [user async for user in client.users.search_all()]


async def test_a_bound_below_one_is_refused(client: Client) -> None:
    """Nought pages are nobody's wish."""
    with pytest.raises(ConfigurationError, match="max_pages"):
        [user async for user in client.users.search_all(max_pages=0)]

    assert searches(client) == 0
