"""Sessions that an app lends: whatever they are set to, a call ends as it would over a session of the library's own."""

import asyncio
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Final

import aiohttp
import pytest

from stytch_async import (
    NO_RETRY,
    AiohttpTransport,
    AuthenticationError,
    Client,
    ConfigurationError,
    ReplyLostError,
    StytchError,
)
from tests.network.conftest import AIOHTTP, ClientFactory
from tests.network.misbehaving import document, leave, reset, serving

pytestmark = AIOHTTP

DONE: Final = document({"request_id": "request-id-test-1", "sessions": [], "status_code": 200})
REFUSED: Final = document({"error_type": "unauthorized_credentials", "error_message": "No."}, 401)

Call = Callable[[Client], Awaitable[object]]


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """Lend a session as an app would have it."""
    async with aiohttp.ClientSession() as session:
        yield session


async def read(client: Client) -> object:
    """Perform a GET."""
    return await client.sessions.get(user_id="user-test-1")


async def exchange(client: Client) -> object:
    """Perform a PUT that must not happen twice."""
    return await client.users.exchange_primary_factor(user_id="user-test-1", email_address="ada@example.com")


async def delete(client: Client) -> object:
    """Perform a DELETE."""
    return await client.users.delete(user_id="user-test-1")


async def test_a_session_that_raises_for_a_status_does_not_hide_the_refusal(connect: ClientFactory) -> None:
    """A 401 is Stytch's answer, not a lost reply, and is asked for once."""
    async with serving(REFUSED) as server, aiohttp.ClientSession(raise_for_status=True) as session:
        client = connect(server.url, transport=AiohttpTransport(session))
        with pytest.raises(AuthenticationError):
            await read(client)

    assert len(server.received) == 1


@pytest.mark.parametrize("call", [read, exchange, delete])
@pytest.mark.parametrize("ending", [reset, leave])
async def test_aiohttp_sends_nothing_again_by_itself(
    connect: ClientFactory,
    session: aiohttp.ClientSession,
    call: Call,
    ending: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]],
) -> None:
    """A kept connection that dies under a request is a lost reply: whether to repeat is the policy's decision."""
    async with serving(DONE, ending) as server:
        client = connect(server.url, retry=NO_RETRY, transport=AiohttpTransport(session))
        await read(client)
        with pytest.raises(ReplyLostError, match="the answer was lost"):
            await call(client)

    assert (len(server.received), server.connections) == (2, 1)


async def test_an_exchange_of_the_primary_factor_is_sent_once(connect: ClientFactory) -> None:
    """A second one would find another factor than the first."""
    async with serving(leave) as server, connect(server.url) as client:
        with pytest.raises(ReplyLostError):
            await exchange(client)

    assert len(server.received) == 1


async def test_the_middlewares_of_a_session_go_on_working(connect: ClientFactory) -> None:
    """An app may count or sign what its session sends."""
    seen: list[str] = []

    async def note(request: aiohttp.ClientRequest, handler: aiohttp.ClientHandlerType) -> aiohttp.ClientResponse:
        seen.append(request.method)
        return await handler(request)

    async with serving(DONE) as server, aiohttp.ClientSession(middlewares=(note,)) as session:
        await read(connect(server.url, transport=AiohttpTransport(session)))

    assert seen == ["GET"]


async def test_a_session_with_credentials_of_its_own_is_refused(connect: ClientFactory) -> None:
    """Only one of the two can be sent, so the app is told."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        session = aiohttp.ClientSession(auth=aiohttp.BasicAuth("ada", "secret"))

    async with serving(DONE) as server, session:
        with pytest.raises(ConfigurationError, match="clashes with the project's credentials"):
            await read(connect(server.url, transport=AiohttpTransport(session)))

    assert server.received == []


async def test_a_netrc_entry_for_the_host_is_refused(
    connect: ClientFactory, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An entry for Stytch's host means other credentials than the project's."""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ada password secret")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))

    async with serving(DONE) as server, connect(server.url, transport=AiohttpTransport(trust_env=True)) as client:
        with pytest.raises(ConfigurationError, match="netrc"):
            await read(client)

    assert server.received == []


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "127.0.0.1:9", "http://[::1", ""])
async def test_a_proxy_that_cannot_be_used_is_our_error(connect: ClientFactory, proxy: str) -> None:
    """A proxy of another kind, or none at all, does not escape as an error of aiohttp's."""
    async with connect("http://127.0.0.1:9", retry=NO_RETRY, transport=AiohttpTransport(proxy=proxy)) as client:
        with pytest.raises(StytchError):
            await read(client)


async def test_a_session_of_another_loop_is_refused(connect: ClientFactory, session: aiohttp.ClientSession) -> None:
    """A session of the app's lives in one event loop, and no other can use it."""
    client = connect("http://127.0.0.1:9", transport=AiohttpTransport(session))

    with pytest.raises(ConfigurationError, match="belongs to another event loop"):
        await asyncio.to_thread(asyncio.run, read(client))


async def test_a_session_of_the_app_is_never_closed(connect: ClientFactory) -> None:
    """The app made it, and goes on using it."""
    async with serving(DONE) as server, aiohttp.ClientSession() as session:
        async with connect(server.url, transport=AiohttpTransport(session)) as client:
            await client.sessions.get(user_id="user-test-1")

        assert not session.closed


async def test_a_session_that_the_app_has_closed_is_an_error(connect: ClientFactory) -> None:
    """The text says what is closed."""
    session = aiohttp.ClientSession()
    await session.close()

    async with connect("http://127.0.0.1:9", transport=AiohttpTransport(session)) as client:
        with pytest.raises(ConfigurationError, match="the session of this AiohttpTransport is closed"):
            await client.sessions.get(user_id="user-test-1")
