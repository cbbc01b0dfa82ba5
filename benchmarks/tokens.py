"""What it costs to verify a session JWT locally, beside the official SDK and beside one bare RSA verification."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

import stytch
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc.jwk import RSAKey

from stytch_async import Client, InMemoryTransport
from stytch_async.emulator import Project
from stytch_async.emulator.server import start

__all__ = ["measure", "measure_cold", "measure_stall"]

CALLS: Final = 300
PASSWORD: Final = "a long and winding road 42"  # noqa: S105 - it opens nothing

Call = Callable[[], Awaitable[Any]]


async def _token(client: Client) -> str:
    response = await client.passwords.create(
        email="ada@example.com",
        password=PASSWORD,
        session_duration_minutes=60,
    )
    return response.session_jwt


async def _spend(call: Call) -> float:
    started = time.process_time()
    for _ in range(CALLS):
        await call()
    return (time.process_time() - started) / CALLS * 1e6


def _bare(project: Project) -> Callable[[], None]:
    private = RSAKey.generate_key(2048)
    message = project.project_id.encode() * 20
    signature = private.private_key.sign(message, PKCS1v15(), SHA256())
    public = private.public_key
    return lambda: public.verify(signature, message, PKCS1v15(), SHA256())


async def _measure(rounds: int) -> dict[str, list[float]]:
    project = Project()
    async with Client(transport=InMemoryTransport(project)) as client, start(project) as url:
        token = await _token(client)
        official = stytch.Client(*InMemoryTransport(project).credentials, environment=f"{url}/")
        verify, bare = client.sessions.authenticate_jwt_local, _bare(project)

        async def new() -> None:
            client._pipeline.tokens.verifier.forget()  # noqa: SLF001 - a token that was not seen before
            await verify(token)

        async def rsa() -> None:
            bare()

        calls: dict[str, Call] = {
            "new": new,
            "seen": lambda: verify(token),
            "official": lambda: official.sessions.authenticate_jwt_local_async(token),
            "rsa": rsa,
        }
        spent: dict[str, list[float]] = {name: [] for name in calls}
        for _ in range(rounds):
            for name, call in calls.items():
                spent[name].append(await _spend(call))
        await official.close()
    return spent


def measure(rounds: int) -> dict[str, list[float]]:
    """Return each round's microseconds of processor time for one verification."""
    return asyncio.run(_measure(rounds))


async def _cold() -> int:
    transport = InMemoryTransport()
    async with Client(transport=transport) as client:
        token = await _token(client)
        await asyncio.gather(*(client.sessions.authenticate_jwt_local(token) for _ in range(100)))
    return sum("/jwks/" in call.request.url for call in transport.calls)


def measure_cold() -> int:
    """Return how many fetches a hundred concurrent checks on a cold client make."""
    return asyncio.run(_cold())


async def _stall() -> float:
    transport = InMemoryTransport()
    async with Client(transport=transport) as client:
        token = await _token(client)
        transport.fail_next(client.sessions.get_jwks, delay=1.0)
        check = asyncio.create_task(client.sessions.authenticate_jwt_local(token))
        longest, last = 0.0, time.perf_counter()
        while not check.done():
            await asyncio.sleep(0.001)
            longest, last = max(longest, time.perf_counter() - last - 0.001), time.perf_counter()
        await check
    return longest * 1000


def measure_stall() -> float:
    """Return the longest time in milliseconds that a key fetch of one second holds the event loop up."""
    return asyncio.run(_stall())
