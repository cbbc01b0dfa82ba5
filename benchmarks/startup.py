"""What it costs to import the library and to build a client, in a fresh process."""

import subprocess
import sys
from typing import Final

__all__ = ["measure", "measure_first_call", "measure_first_emulated_call", "print_import_times"]

CREDENTIALS: Final = '"project-test-00000000-0000-4000-8000-000000000000", "secret-test-not-a-secret"'
PROGRAMS: Final = {
    "ours": f"import stytch_async; stytch_async.Client({CREDENTIALS})",
    "official": f"import stytch; stytch.Client({CREDENTIALS}, suppress_warnings=True)",
    "aiohttp": "import aiohttp",
}


def measure(rounds: int) -> dict[str, list[float]]:
    """Return each round's milliseconds of processor time for each program, those of an empty one taken off."""
    spent: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for _ in range(rounds):
        nothing = _run("")
        for name, program in PROGRAMS.items():
            spent[name].append(_run(program) - nothing)
    return spent


FIRST_CALLS: Final = {
    "ours": """
import asyncio, stytch_async
async def main():
    async with stytch_async.Client({credentials}, base_url="{url}") as client:
        await client.sessions.authenticate(session_token="{token}")
asyncio.run(main())
""",
    "official": """
import asyncio, stytch
async def main():
    async with stytch.Client({credentials}, environment="{url}/", suppress_warnings=True) as client:
        await client.sessions.authenticate_async(session_token="{token}")
asyncio.run(main())
""",
}


def measure_first_call(rounds: int, url: str) -> dict[str, list[float]]:
    """Return each round's milliseconds of processor time from an empty process to the end of its first call."""
    spent: dict[str, list[float]] = {name: [] for name in FIRST_CALLS}
    for _ in range(rounds):
        nothing = _run("")
        for name, program in FIRST_CALLS.items():
            code = program.format(credentials=CREDENTIALS, url=url, token="a" * 44)
            spent[name].append(_run(code) - nothing)
    return spent


EMULATED: Final = {
    "ours": """
import asyncio, stytch_async
async def main():
    async with stytch_async.Client(transport=stytch_async.InMemoryTransport()) as client:
        await client.users.create(email="ada@example.com")
asyncio.run(main())
""",
    "official": "import stytch",
}


def measure_first_emulated_call(rounds: int) -> dict[str, list[float]]:
    """Return each round's milliseconds of processor time from an empty process to the end of an emulated call.

    The official SDK has nothing to compare it with: its import stands for the machine's speed.
    """
    spent: dict[str, list[float]] = {name: [] for name in EMULATED}
    for _ in range(rounds):
        nothing = _run("")
        for name, program in EMULATED.items():
            spent[name].append(_run(program) - nothing)
    return spent


def _run(program: str) -> float:
    code = f"{program}\nimport time; print(time.process_time() * 1000)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own
    return float(done.stdout)


def print_import_times() -> None:
    """Print to stderr which modules the import of the library loads, and how long each takes."""
    subprocess.run([sys.executable, "-X", "importtime", "-c", PROGRAMS["ours"]], check=True)  # noqa: S603 - our own
