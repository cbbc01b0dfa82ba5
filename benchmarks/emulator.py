"""What an emulated call costs, beside its encoding and decoding, and with ever more users stored."""

import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from stytch_async import InMemoryTransport
from stytch_async.api.consumer.passwords import Passwords
from stytch_async.api.consumer.users import Users
from stytch_async.codec import decode, encode
from stytch_async.emulator import Project
from stytch_async.emulator.front.answers import write
from stytch_async.emulator.front.reading import read
from stytch_async.emulator.front.service import serve
from stytch_async.endpoint import Endpoint
from stytch_async.transports.interface import HTTPRequest

__all__ = ["FEW", "MANY", "measure", "measure_project"]

FEW: Final = 10
MANY: Final = (1_000, 100_000)
EMAIL: Final = "ada@example.com"
PASSWORD: Final = "a long and winding road 42"  # noqa: S105 - it opens nothing
BASE: Final = "https://test.stytch.com"
HEADERS: Final = {"Authorization": "Basic cHJvamVjdC10ZXN0LTE6c2VjcmV0LXRlc3QtMQ=="}
ENOUGH: Final = 0.02
"""Seconds of processor time that a round of one contender takes at the least."""

CALLS: Final[Mapping[str, tuple[Endpoint[Any, Any, Any], dict[str, Any]]]] = {
    "login": (Passwords.authenticate, {"email": EMAIL, "password": PASSWORD}),
    "look-up": (Users.get, {"user_id": "ada"}),
    "search": (Users.search, {"limit": 1}),
}


def measure_project(rounds: int) -> list[float]:
    """Return each round's microseconds of processor time for a new project."""
    return _spend({"": Project}, rounds)[""]


def measure(rounds: int) -> dict[str, dict[int | str, list[float]]]:
    """Return each round's microseconds of processor time of a call, by what is called and by how many users there are.

    Under ``wire`` stands what it costs to write and read the request and the answer, on both sides.
    """
    projects = {users: _inhabited(users) for users in (FEW, *MANY)}
    return {name: _measure(projects, endpoint, arguments, rounds) for name, (endpoint, arguments) in CALLS.items()}


def _inhabited(users: int) -> Project:
    stytch = InMemoryTransport(Project(project_id="project-test-1", seed=1))
    stytch.add_user(EMAIL, password=PASSWORD, external_id="ada")
    for number in range(users - 1):
        stytch.add_user(f"user-{number}@example.com", external_id=f"user-{number}")
    return stytch.project


def _measure(
    projects: Mapping[int, Project], endpoint: Endpoint[Any, Any, Any], arguments: dict[str, Any], rounds: int
) -> dict[int | str, list[float]]:
    operation, request = endpoint.operation, endpoint.operation.request(**arguments)

    def written() -> HTTPRequest:
        return encode(operation, request, base_url=BASE, headers=HEADERS, timeout=None)

    def call(project: Project) -> Callable[[], object]:
        return lambda: decode(operation, serve(project, written()))

    answer, values = (
        call(projects[FEW])(),
        {name: arguments[name] for name in arguments if f"{{{name}}}" in operation.path},
    )

    def wire() -> None:
        read(operation, values, written(), {})
        decode(operation, write(operation, answer))

    return _spend({"wire": wire, **{users: call(project) for users, project in projects.items()}}, rounds)


def _spend(contenders: Mapping[Any, Callable[[], object]], rounds: int) -> dict[Any, list[float]]:
    """Let the contenders take turns, and return the microseconds of processor time that each needed once."""
    repeats = {name: _repeats(run) for name, run in contenders.items()}
    spent: dict[Any, list[float]] = {name: [] for name in contenders}
    for _ in range(rounds):
        for name, run in contenders.items():
            spent[name].append(_time(run, repeats[name]) / repeats[name] * 1e6)
    return spent


def _repeats(run: Callable[[], object]) -> int:
    repeats = 1
    while _time(run, repeats) < ENOUGH:
        repeats *= 2
    return repeats


def _time(run: Callable[[], object], repeats: int) -> float:
    started = time.process_time()
    for _ in range(repeats):
        run()
    return time.process_time() - started
