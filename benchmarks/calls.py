"""What one call costs: processor time beside plain aiohttp and beside the official SDK."""

import asyncio
import subprocess
import sys
import time
from base64 import b64encode
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp
import orjson
import stytch

from stytch_async import AiohttpTransport, Client, DirectTransport, Transport

__all__ = ["measure"]

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-not-a-secret"  # noqa: S105 - it opens nothing
TOKEN: Final = "mZAYn5aLEqKUlZ_Ad9U_fWr38GaAQ1oFAhT8ds245v7Q"  # noqa: S105 - it opens nothing
MINUTES: Final = 60

Call = Callable[[], Awaitable[Any]]


def _over(make_transport: Callable[[], Transport]) -> Callable[[str], AbstractAsyncContextManager[Call]]:
    @asynccontextmanager
    async def ours(url: str) -> AsyncGenerator[Call, None]:
        async with Client(PROJECT, SECRET, base_url=url, transport=make_transport()) as client:
            yield lambda: client.sessions.authenticate(session_token=TOKEN, session_duration_minutes=MINUTES)

    return ours


@asynccontextmanager
async def _raw(url: str) -> AsyncGenerator[Call, None]:
    headers = {
        "Authorization": f"Basic {b64encode(f'{PROJECT}:{SECRET}'.encode()).decode()}",
        "Content-Type": "application/json",
    }
    async with aiohttp.ClientSession() as session:

        async def call() -> Any:  # noqa: ANN401 - whatever the answer holds
            body = orjson.dumps({"session_token": TOKEN, "session_duration_minutes": MINUTES})
            async with session.post(f"{url}/v1/sessions/authenticate", data=body, headers=headers) as response:
                return orjson.loads(await response.read())

        yield call


@asynccontextmanager
async def _official(url: str) -> AsyncGenerator[Call, None]:
    async with stytch.Client(PROJECT, SECRET, environment=f"{url}/") as client:
        yield lambda: client.sessions.authenticate_async(session_token=TOKEN, session_duration_minutes=MINUTES)


CONTENDERS: Final = {
    "default": _over(AiohttpTransport),
    "direct": _over(DirectTransport),
    "raw": _raw,
    "official": _official,
}


@contextmanager
def serving() -> Iterator[str]:
    """Run the server in a process of its own, so that its work is not counted as ours."""
    command = [sys.executable, str(Path(__file__).with_name("server.py"))]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - our own
        assert process.stdout is not None  # noqa: S101 - asked for above
        yield f"http://127.0.0.1:{int(process.stdout.readline())}"
        process.communicate()


async def _spend(call: Call, concurrency: int, calls: int) -> float:
    """Return the processor time of one call, in microseconds."""

    async def work() -> None:
        for _ in range(calls // concurrency):
            await call()

    started = time.process_time()
    await asyncio.gather(*(work() for _ in range(concurrency)))
    return (time.process_time() - started) / (calls // concurrency * concurrency) * 1e6


async def _rounds(url: str, concurrency: int, rounds: int, calls: int) -> dict[str, list[float]]:
    spent: dict[str, list[float]] = {name: [] for name in CONTENDERS}
    async with AsyncExitStack() as stack:
        turns = deque([(name, await stack.enter_async_context(make(url))) for name, make in CONTENDERS.items()])
        for _, call in turns:
            await _spend(call, concurrency, calls)
        for _ in range(rounds):
            turns.rotate()
            for name, call in turns:
                spent[name].append(await _spend(call, concurrency, calls))
    return spent


def measure(rounds: int) -> dict[int, dict[str, list[float]]]:
    """Return each round's microseconds of processor time for one call, by concurrency and contender."""
    # Once so much was given back, the allocator keeps the event loop's buffers instead of mapping each anew.
    ballast = bytes(16 * 2**20)
    del ballast
    with serving() as url:
        return {
            concurrency: asyncio.run(_rounds(url, concurrency, rounds, max(200, concurrency)))
            for concurrency in (1, 20, 1000)
        }
