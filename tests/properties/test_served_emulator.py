"""Whatever a client sends to the served emulator, it answers soon, and as Stytch would."""

import asyncio
import contextlib
import http.client
import json
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from typing import Any, Final
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stytch_async.emulator import Project
from stytch_async.emulator.front.routes import operation_of
from stytch_async.emulator.server import start
from stytch_async.endpoint import Operation
from stytch_async.transports.interface import HTTPRequest, HTTPResponse
from tests.emulator.watching import Caller, flaw
from tests.properties.effort import tries
from tests.properties.emulated import EMULATED, HOST, Known, documents, inhabited, message
from tests.properties.strategies import JSON, OPERATIONS

PATIENCE: Final = 60
"""Seconds after which an answer is taken for one that never comes."""

METHODS: Final = ["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"]
LATIN: Final = st.text(st.characters(max_codepoint=255, exclude_categories=["Cc"]), max_size=40)
HEADER_NAMES: Final = [
    *("Accept", "Authorization", "Content-Encoding", "Content-Type", "Cookie", "Forwarded", "Host", "Origin", "Range"),
    *("X-Stytch-Member-Session", "X-Stytch-Member-SessionJWT"),
]
HEADERS: Final = st.dictionaries(
    st.sampled_from(HEADER_NAMES),
    LATIN | st.sampled_from(["Basic", "Basic Og==", "Basic 4pyT", "gzip", "application/x-www-form-urlencoded"]),
    max_size=2,
)
PATHS: Final = st.sampled_from([operation.path for operation in OPERATIONS]) | st.text(
    st.sampled_from("/v1users.%2e{}?&=#+@:;"), max_size=20
).map("/v1/".__add__)
BODIES: Final = st.binary(max_size=40) | st.sampled_from([b"[" * 100_000, b"{}", b"null", b"a=%ff&b=", b'"\\ud800"'])

CONTROLS: Final = {
    "/_emulator/answers": ("POST", ["operation", "fields", "times"]),
    "/_emulator/clock": ("POST", ["days", "hours", "minutes", "seconds"]),
    "/_emulator/faults": ("POST", ["operation", "status", "error_type", "retry_after", "delay", "lost", "times"]),
    "/_emulator/reset": ("POST", ["project_id"]),
    "/_emulator/settings": ("PUT", ["cross_org_passwords_enabled", "policy", "country_codes", "user_lock_threshold"]),
}
"""By path: the method and the names that are known there."""


class Served:
    """An emulator on a port, in which there is somebody."""

    def __init__(self, project: Project, url: str) -> None:
        self._project = project
        self._host = urlsplit(url).netloc
        self.headers = Caller(project).headers

    def renew(self) -> Known:
        """Undo whatever was done, and return what was said before."""
        project, known = inhabited()
        vars(self._project).clear()
        vars(self._project).update(vars(project))
        return known

    def send(self, request: HTTPRequest) -> HTTPResponse:
        """Send a request over a connection of its own."""
        path = request.url.removeprefix(HOST)
        with contextlib.closing(http.client.HTTPConnection(self._host, timeout=PATIENCE)) as connection:
            connection.request(request.method, path, body=request.content, headers=dict(request.headers))
            answer = connection.getresponse()
            return HTTPResponse(answer.status, dict(answer.headers), answer.read())


@contextlib.contextmanager
def serving() -> Iterator[Served]:
    """Serve an emulator from a thread, so that it is noticed where one hangs."""
    project, _ = inhabited()
    started: Future[tuple[str, asyncio.AbstractEventLoop]] = Future()
    stopped = asyncio.Event()

    async def serve() -> None:
        async with start(project) as url:
            started.set_result((url, asyncio.get_running_loop()))
            await stopped.wait()

    thread = threading.Thread(target=lambda: asyncio.run(serve()), daemon=True)
    thread.start()
    url, loop = started.result(PATIENCE)
    try:
        yield Served(project, url)
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join(PATIENCE)


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    """Return an emulator that is served while these tests run."""
    with serving() as found:
        yield found


def problem(request: HTTPRequest, response: HTTPResponse) -> str | None:
    """Tell what is wrong with an answer, if anything is."""
    operation = operation_of(request)
    if response.status == 501 and operation is not None and operation.package == "management":
        return None  # which needs a workspace
    return flaw(operation, response)


@pytest.mark.parametrize("operation", EMULATED, ids=str)
@tries(6)
@given(data=st.data())
def test_operation_is_answered(served: Served, operation: Operation[Any, Any], data: st.DataObject) -> None:
    """An answer fits its schema to the letter, a refusal has Stytch's form."""
    known = served.renew()
    request = message(operation, data.draw(documents(operation, known)), served.headers)

    response = served.send(request)

    assert problem(request, response) is None


@tries(300)
@given(method=st.sampled_from(METHODS), path=PATHS, content=BODIES, headers=HEADERS, with_credentials=st.booleans())
def test_any_request_is_answered(
    served: Served, method: str, path: str, content: bytes, headers: dict[str, str], *, with_credentials: bool
) -> None:
    """So it is with what is no call of Stytch's at all."""
    served.renew()
    request = HTTPRequest(
        method, HOST + path, {**(served.headers if with_credentials else {}), **headers}, content, None
    )

    response = served.send(request)

    assert problem(request, response) is None


@tries(100)
@given(data=st.data())
def test_controls_answer_anything(data: st.DataObject, served: Served) -> None:
    """What steers the emulator refuses what it does not understand, in the same form."""
    served.renew()
    path = data.draw(st.sampled_from([*CONTROLS]))
    method, names = CONTROLS[path]
    wild = st.integers() | st.floats() | st.sampled_from([str(one) for one in EMULATED]) | JSON
    document = data.draw(JSON | st.dictionaries(st.sampled_from(names) | st.text(), wild, max_size=4))

    response = served.send(HTTPRequest(method, HOST + path, {}, json.dumps(document).encode(), None))

    assert response.status == 200 or flaw(None, response) is None
