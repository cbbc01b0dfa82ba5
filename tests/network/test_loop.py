"""Whether anything keeps the event loop from its other work.

The server runs in the same loop as the client, so whoever waited for it without giving up the loop would wait for ever.
"""

import asyncio
from typing import Final

from tests.network.conftest import ClientFactory
from tests.network.misbehaving import document, never_answer, serving

DONE: Final = document({"request_id": "request-id-test-1", "sessions": [], "status_code": 200})


async def test_other_tasks_run_between_the_calls(connect: ClientFactory) -> None:
    """While calls run one after the other, another task gets its turn several times in each."""
    turns = 0

    async def tick() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async with serving(DONE) as server, connect(server.url) as client:
        await client.sessions.get(user_id="user-test-1")
        heart = asyncio.create_task(tick())
        seen: list[int] = []
        for _ in range(100):
            before = turns
            await client.sessions.get(user_id="user-test-1")
            seen.append(turns - before)
        heart.cancel()

    assert min(seen) >= 2


async def test_a_call_that_waits_does_not_hold_up_the_others(connect: ClientFactory) -> None:
    """A hundred calls end while another still waits for its answer."""
    async with serving(never_answer, DONE) as server, connect(server.url) as client:
        waiting = asyncio.create_task(client.sessions.get(user_id="user-test-1"))
        await server.arrivals.acquire()

        await asyncio.gather(*(client.sessions.get(user_id="user-test-1") for _ in range(100)))

        assert not waiting.done()
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
