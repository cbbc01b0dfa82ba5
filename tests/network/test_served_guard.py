"""Who may talk to the served emulator, and what it answers to requests that nobody should send."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import urlsplit

import pytest

from stytch_async.emulator import Project
from stytch_async.emulator.server import start
from stytch_async.emulator.state.outbox import Message


@pytest.fixture
def project() -> Project:
    """Return the project that is served."""
    return Project()


@pytest.fixture
async def url(project: Project) -> AsyncIterator[str]:
    """Serve it, and return where."""
    async with start(project) as url:
        yield url


async def exchange(url: str, head: str, body: bytes = b"") -> tuple[int, dict[str, str], Any]:
    """Send a request as it stands, and return status, headers and document of the answer."""
    where = urlsplit(url)
    reader, writer = await asyncio.open_connection(where.hostname, where.port)
    lines = [*head.splitlines(), f"Content-Length: {len(body)}", "Connection: close", "", ""]
    writer.write("\r\n".join(lines).replace("HERE", where.netloc).encode("latin-1") + body)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    above, _, content = answer.partition(b"\r\n\r\n")
    status, *headers = above.decode().split("\r\n")
    return int(status.split()[1]), dict(line.split(": ", 1) for line in headers), json.loads(content)


@pytest.mark.parametrize("host", ["HERE", "localhost", "LOCALHOST:1", "[::1]:8787", "127.0.0.1"])
async def test_it_is_called_by_the_names_of_this_machine(url: str, host: str) -> None:
    """With whatever port: a tunnel may have another."""
    status, _, answer = await exchange(url, f"GET / HTTP/1.1\nHost: {host}")

    assert (status, answer["status"]) == (200, "ok")
    assert "emulator" in answer["name"]


@pytest.mark.parametrize("path", ["/", "/_emulator/outbox", "/v1/users"])
@pytest.mark.parametrize(
    "host", ["evil.example.com", "127.0.0.1.evil.example.com:80", "10.0.0.7", "x:abc", "[", "a@localhost", ""]
)
async def test_other_hosts_are_refused(url: str, host: str, path: str) -> None:
    """A page that has its own domain lead here reads nothing."""
    status, _, answer = await exchange(url, f"GET {path} HTTP/1.1\nHost: {host}")

    assert (status, answer["error_type"]) == (403, "foreign_host")


@pytest.mark.parametrize("origin", ["https://evil.example.com", "http://localhost:3000", "null", "https://HERE", ""])
async def test_pages_from_elsewhere_are_refused(url: str, project: Project, origin: str) -> None:
    """A page that happens to be open on this machine resets nothing."""
    project.clock.advance(minutes=5)

    status, _, answer = await exchange(url, f"POST /_emulator/reset HTTP/1.1\nHost: HERE\nOrigin: {origin}")

    assert (status, answer["error_type"]) == (403, "foreign_origin")
    assert project.clock.advanced.total_seconds() == 300


async def test_a_page_of_its_own_is_welcome(url: str) -> None:
    """A page that the emulator serves may call it."""
    status, _, _ = await exchange(url, "POST /_emulator/reset HTTP/1.1\nHost: HERE\nOrigin: http://HERE")

    assert status == 200


@pytest.mark.parametrize(("host", "status"), [("stytch:8787", 200), ("172.17.0.2:8787", 200), ("evil.example", 403)])
async def test_other_machines_call_it_by_names_that_are_allowed(project: Project, host: str, status: int) -> None:
    """In a network of containers it has a name of its own; an address cannot be rebound."""
    async with start(project, allow_remote=True, allow_hosts=["stytch"]) as url:
        found, _, _ = await exchange(url, f"GET / HTTP/1.1\nHost: {host}")

    assert found == status


ODD: list[tuple[str, bytes]] = [
    ("GET /v1/users/%ff%00 HTTP/1.1", b""),
    ("GET //v1//users HTTP/1.1", b""),
    ("OPTIONS * HTTP/1.1", b""),
    ("DELETE /_emulator/outbox HTTP/1.1", b""),
    ("GET /_emulator/nothing HTTP/1.1", b""),
    ("POST /v1/users HTTP/1.1\nContent-Encoding: gzip", b"this is not gzip"),
    ("POST /v1/users HTTP/1.1\nContent-Encoding: br", b"this is not brotli"),
    ("POST /v1/users HTTP/1.1\nContent-Type: text/plain; charset=klingon", b"{}"),
    ("POST /v1/users HTTP/1.1\nAuthorization: Basic \xe9\xe9\xe9\xe9", b"{}"),
    ("POST /v1/users HTTP/1.1\nAuthorization: \xe9", b"{}"),
    ("POST /v1/users HTTP/1.1", b"x" * 2_000_000),
    ("POST /_emulator/faults HTTP/1.1", b"[1]"),
    ("PUT /_emulator/settings HTTP/1.1\nContent-Encoding: deflate", b"{}{}"),
]


@pytest.mark.parametrize(("head", "body"), ODD, ids=[head.replace("\n", " ") for head, _ in ODD])
async def test_whatever_comes_is_answered_as_stytch_answers(url: str, head: str, body: bytes) -> None:
    """With an error document and the status of a mistake of the client's."""
    line, *headers = head.splitlines()

    status, _, answer = await exchange(url, "\n".join([line, "Host: HERE", *headers]), body)

    assert 400 <= status < 500
    assert answer.keys() == {"status_code", "request_id", "error_type", "error_message", "error_url"}
    assert answer["status_code"] == status


@pytest.mark.parametrize("recipient", ["+12025550162", "%2B12025550162"])
async def test_the_messages_of_a_phone_are_found(url: str, project: Project, recipient: str) -> None:
    """Also by who writes the plus as it is."""
    now = project.now
    project.outbox.add(Message(purpose="otp", channel="sms", recipient="+12025550162", sent_at=now, expires_at=now))

    _, _, found = await exchange(url, f"GET /_emulator/outbox?to={recipient} HTTP/1.1\nHost: HERE")

    assert [message["recipient"] for message in found] == ["+12025550162"]
