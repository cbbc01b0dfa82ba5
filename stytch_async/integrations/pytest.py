"""A plugin of pytest: fixtures for a Stytch in memory and on a port, and what a failed test has asked of it.

Whatever takes a while to load is loaded by the first test that needs it.
"""

import json
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from stytch_async import B2BClient, Client, InMemoryTransport
    from stytch_async.emulator import Project
    from stytch_async.emulator.traffic import Call, Traffic
    from stytch_async.testing import ServedEmulator

__all__ = ["stytch", "stytch_b2b_client", "stytch_client", "stytch_project", "stytch_server"]

WATCHED: Final = pytest.StashKey["list[Traffic]"]()
"""What a test talks to."""

SHOWN: Final = 50
"""How many calls of a failed test are shown."""

ERROR_TYPE: Final = re.compile(r"[A-Za-z0-9_.-]{1,100}")


@pytest.fixture
def stytch_project() -> "Project":
    """A Stytch project of the test's own; override this fixture to set it up in another way."""
    from stytch_async.emulator import Project  # noqa: PLC0415 - takes a while

    return Project()


@pytest.fixture
def stytch(request: pytest.FixtureRequest, stytch_project: "Project") -> "Iterator[InMemoryTransport]":
    """The transport to `stytch_project`, in memory; the test fails if a fault that it asked for was never met."""
    from stytch_async.transports.memory import InMemoryTransport  # noqa: PLC0415 - takes a while

    transport = InMemoryTransport(stytch_project)
    with _watching(request, transport):
        yield transport


@pytest.fixture
def stytch_client(stytch: "InMemoryTransport") -> "Client":
    """A `Client` of that Stytch, which repeats nothing; there is nothing to close."""
    from stytch_async import NO_RETRY, Client  # noqa: PLC0415 - takes a while

    return Client(transport=stytch, retry=NO_RETRY)


@pytest.fixture
def stytch_b2b_client(stytch: "InMemoryTransport") -> "B2BClient":
    """A `B2BClient` of that Stytch, which repeats nothing; there is nothing to close."""
    from stytch_async import NO_RETRY, B2BClient  # noqa: PLC0415 - takes a while

    return B2BClient(transport=stytch, retry=NO_RETRY)


@pytest.fixture(scope="session")
def _stytch_server() -> "Iterator[ServedEmulator]":
    """The server of all tests of this process."""
    from stytch_async.testing import ServedEmulator  # noqa: PLC0415 - takes a while

    with ServedEmulator.start() as served:
        yield served


@pytest.fixture
def stytch_server(request: pytest.FixtureRequest, _stytch_server: "ServedEmulator") -> "Iterator[ServedEmulator]":
    """A Stytch on a port, empty for each test: for a browser, or an app in another process."""
    _stytch_server.reset()
    with _watching(request, _stytch_server.stytch):
        yield _stytch_server


@contextmanager
def _watching(request: pytest.FixtureRequest, traffic: "Traffic") -> Generator[None]:
    watched = request.node.stash.setdefault(WATCHED, [])
    watched.append(traffic)
    yield
    watched.remove(traffic)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Fail a test that has passed, and yet did not do what it meant to do."""
    yield
    problems = [problem for traffic in item.stash.get(WATCHED, ()) for problem in _problems(traffic)]
    if problems:
        pytest.fail("\n".join(problems), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Show what a failed test has asked of Stytch."""
    report = yield
    if report.failed:
        for traffic in item.stash.get(WATCHED, ()):
            report.sections.append(("Stytch calls", _told(traffic.calls)))
    return report


def _problems(traffic: "Traffic") -> Iterator[str]:
    from stytch_async.emulator import NotEmulated  # noqa: PLC0415 - loaded already, where there is traffic

    for call in traffic.calls:
        if isinstance(call.outcome, NotEmulated):
            yield f"something has swallowed this: {call.outcome}"
    for operation in dict.fromkeys(traffic.unmet):
        times = traffic.unmet.count(operation)
        yield f"{operation} was to fail or succeed on demand, and {times} of these calls never came"


def _told(calls: "list[Call]") -> str:
    """Return a line for each call: never an argument, an id or a secret."""
    lines: list[str] = []
    attempts = 1
    for number, call in enumerate(calls, start=1):
        if number < len(calls) and _is_repeated(call, calls[number]):
            attempts += 1
        else:
            lines.append(_line(call) + (f" after {attempts} attempts" if attempts > 1 else ""))
            attempts = 1
    earlier = [f"({len(lines) - SHOWN} earlier calls)"] if len(lines) > SHOWN else []
    return "\n".join(earlier + lines[-SHOWN:]) or "none"


def _line(call: "Call") -> str:
    what = str(call.operation or f"{call.request.method} of what is not an operation")
    return " ".join(filter(None, (what, "->", _outcome(call))))


def _outcome(call: "Call") -> str:
    """Return the status and the error type of an answer, or what came in its place."""
    if isinstance(call.outcome, Exception):
        return type(call.outcome).__name__
    error_type = _error_type(call.outcome.content) if call.outcome.status >= 400 else None
    return f"{call.outcome.status} {error_type}" if error_type else str(call.outcome.status)


def _error_type(content: bytes) -> str | None:
    try:
        document = json.loads(content)
        found = str(document.get("error_type") or document.get("error"))
    except (AttributeError, ValueError):
        return None
    return found if ERROR_TYPE.fullmatch(found) else None


def _is_repeated(call: "Call", following: "Call") -> bool:
    """Whether a call has failed in a way that is repeated, and the same request comes next."""
    failed = isinstance(call.outcome, Exception) or call.outcome.status == 429 or call.outcome.status >= 500
    first, second = call.request, following.request
    return failed and (first.method, first.url, first.content) == (second.method, second.url, second.content)
