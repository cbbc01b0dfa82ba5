"""How long clients, sessions and connections live."""

import asyncio
import contextlib
import gc
import math
import threading
import weakref
from collections.abc import Callable
from typing import Final

import pytest

from stytch_async import NO_RETRY, ConfigurationError, ReplyLostError
from tests.network.conftest import OURS, ClientFactory, MakeTransport
from tests.network.misbehaving import document, leave, never_answer, serving

pytestmark = OURS

DONE: Final = document({"request_id": "request-id-test-1", "sessions": [], "status_code": 200})


def test_a_client_built_outside_a_loop_works_in_one_loop_after_another(connect: ClientFactory) -> None:
    """Each `asyncio.run` gets a session of its own, and what it leaves open is closed with it."""

    async def free_port() -> int:
        async with serving(DONE) as server:
            return server.port

    port = asyncio.run(free_port())
    client = connect(f"http://127.0.0.1:{port}")

    async def call() -> int:
        async with serving(DONE, port=port) as server:
            await client.sessions.get(user_id="user-test-1")
            return server.connections

    connections = [asyncio.run(call()) for _ in range(3)]
    asyncio.run(client.aclose())
    gc.collect()

    assert connections == [1, 1, 1]


def test_ended_loops_are_not_kept_alive(connect: ClientFactory) -> None:
    """A client that outlives many loops holds the last of them at the most, and none once it is closed."""
    client = connect("http://127.0.0.1:9", retry=NO_RETRY)
    loops: weakref.WeakSet[asyncio.AbstractEventLoop] = weakref.WeakSet()

    async def call() -> None:
        loops.add(asyncio.get_running_loop())
        with contextlib.suppress(Exception):
            await client.sessions.get(user_id="user-test-1")

    for _ in range(5):
        asyncio.run(call())
    gc.collect()
    held = len(loops)
    asyncio.run(client.aclose())
    gc.collect()

    assert (held, len(loops)) == (1, 0)


async def test_threads_with_a_loop_each_share_a_client(connect: ClientFactory) -> None:
    """Each loop has its session, and keeps it for its second call."""
    async with serving(DONE) as server, connect(server.url) as client:

        async def call() -> None:
            for _ in range(2):
                await client.sessions.get(user_id="user-test-1")

        await asyncio.gather(*(asyncio.to_thread(asyncio.run, call()) for _ in range(8)))

    assert (len(server.received), server.connections) == (16, 8)


async def test_a_loop_that_begins_while_another_does_keeps_its_session(connect: ClientFactory) -> None:
    """While one thread looks for loops that have ended, another thread's loop is not forgotten."""
    meanwhile: list[Callable[[], None]] = []

    class Watched(asyncio.SelectorEventLoop):
        def is_closed(self) -> bool:
            if meanwhile:
                meanwhile.pop()()
            return super().is_closed()

    async with serving(DONE) as server, connect(server.url) as client:

        async def call() -> None:
            await client.sessions.get(user_id="user-test-1")

        def begin_one_within_another() -> None:
            with asyncio.Runner(loop_factory=Watched) as first, asyncio.Runner() as outer, asyncio.Runner() as inner:
                first.run(call())

                def begin_the_inner_one() -> None:
                    thread = threading.Thread(target=lambda: inner.run(call()))
                    thread.start()
                    thread.join()

                meanwhile.append(begin_the_inner_one)
                outer.run(call())
                inner.run(call())

        await asyncio.to_thread(begin_one_within_another)

    assert (len(server.received), server.connections) == (4, 3)


async def test_a_forgotten_close_gives_a_warning(connect: ClientFactory, make_transport: MakeTransport) -> None:
    """The warning names the transport and what to call; the connections are closed nevertheless."""
    async with serving(DONE) as server:
        transport = make_transport()
        name = type(transport).__name__
        client = connect(server.url, transport=transport)
        await client.sessions.get(user_id="user-test-1")
        del transport

        with pytest.warns(ResourceWarning, match=rf"unclosed <{name} open .*aclose\(\)"):
            del client

        await server.idle()


async def test_an_unused_client_needs_no_close(connect: ClientFactory) -> None:
    """A client that never sent anything has nothing to warn of."""
    client = connect("http://127.0.0.1:9")

    del client
    gc.collect()


async def test_leaving_the_block_closes_the_connections(connect: ClientFactory) -> None:
    """Connections are kept between calls, and closed with the client."""
    async with serving(DONE) as server:
        async with connect(server.url) as client:
            for _ in range(5):
                await client.sessions.get(user_id="user-test-1")

        await server.idle()

    assert (len(server.received), server.connections) == (5, 1)


async def test_a_closed_client_says_so(connect: ClientFactory) -> None:
    """A call after `aclose` is a mistake of the app, and no failure of the network."""
    async with serving(DONE) as server:
        client = connect(server.url)
        await client.aclose()
        await client.aclose()

        with pytest.raises(ConfigurationError, match="closed"):
            await client.sessions.get(user_id="user-test-1")

    assert server.received == []


async def test_a_client_with_other_options_leaves_the_transport_open(connect: ClientFactory) -> None:
    """The transport belongs to the client that it came with."""
    async with serving(DONE) as server, connect(server.url) as client:
        async with client.with_options(timeout=5) as twin:
            await twin.sessions.get(user_id="user-test-1")

        await client.sessions.get(user_id="user-test-1")

    assert (len(server.received), server.connections) == (2, 1)


async def test_closing_the_client_closes_its_twins(connect: ClientFactory) -> None:
    """They share one transport."""
    client = connect("http://127.0.0.1:9")
    twin = client.with_options(timeout=5)

    await client.aclose()

    with pytest.raises(ConfigurationError, match="closed"):
        await twin.sessions.get(user_id="user-test-1")


async def test_cancelled_calls_leave_nothing_behind(connect: ClientFactory) -> None:
    """Fifty calls are cancelled while they wait: no task and no connection stays."""
    async with serving(never_answer) as server, connect(server.url) as client:
        before = asyncio.all_tasks()
        calls = [asyncio.create_task(client.sessions.get(user_id="user-test-1")) for _ in range(50)]
        for _ in calls:
            await server.arrivals.acquire()
        handlers = set(server.tasks)

        for call in calls:
            call.cancel()
        results = await asyncio.gather(*calls, return_exceptions=True)
        await server.idle()

        assert [type(result) for result in results] == [asyncio.CancelledError] * 50
        assert asyncio.all_tasks() - before - handlers == set()
        assert server.tasks == {}


async def test_a_call_can_be_cancelled_while_it_pauses(connect: ClientFactory) -> None:
    """A pause before the next attempt does not hold up a cancellation, and nothing more is sent."""
    behaviour = document({"error_type": "too_many_requests", "error_message": "Wait."}, 429, Retry_After="20")

    async with serving(behaviour) as server, connect(server.url) as client:
        call = asyncio.create_task(client.sessions.get(user_id="user-test-1"))
        await server.arrivals.acquire()
        await asyncio.sleep(0.01)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    assert len(server.received) == 1


async def test_a_lost_reply_closes_its_connection(connect: ClientFactory) -> None:
    """A connection that failed is not used again."""
    async with serving(leave, DONE) as server, connect(server.url, retry=NO_RETRY) as client:
        with pytest.raises(ReplyLostError):
            await client.sessions.get(user_id="user-test-1")
        await client.sessions.get(user_id="user-test-1")

    assert server.connections == 2


async def test_many_calls_share_a_bounded_pool(connect: ClientFactory, make_transport: MakeTransport) -> None:
    """No more connections are open at once than the transport allows."""
    async with serving(DONE) as server, connect(server.url, transport=make_transport(limit=3)) as client:
        await asyncio.gather(*(client.sessions.get(user_id="user-test-1") for _ in range(30)))

    assert len(server.received) == 30
    assert server.connections <= 3


@pytest.mark.parametrize(
    "options",
    [{"limit": -1}, *({"connect_timeout": seconds} for seconds in (0, -1.0, math.nan, math.inf, 10**400))],
    ids=lambda options: f"{options}"[:40],
)
def test_a_transport_refuses_what_cannot_work(make_transport: MakeTransport, options: dict[str, float]) -> None:
    """A negative limit and a connection without time to open are mistakes."""
    with pytest.raises(ConfigurationError, match="limit must not be negative"):
        make_transport(**options)
