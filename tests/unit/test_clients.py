"""Clients: what they are built from, what they refuse, and what they show of themselves."""

import asyncio
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable
from operator import attrgetter
from typing import Any, Final

import pytest

from stytch_async import (
    NO_RETRY,
    AiohttpTransport,
    B2BClient,
    Client,
    ConfigurationError,
    HTTPRequest,
    HTTPResponse,
    InMemoryTransport,
    RetryPolicy,
    Transport,
)

PROJECT: Final = "project-test-00000000-0000-4000-8000-000000000000"
SECRET: Final = "secret-test-opens-nothing"
LIVE: Final = "project-live-00000000-0000-4000-8000-000000000000"
CLIENTS: Final = [Client, B2BClient]


class Recording:
    """A transport that answers everything alike and writes down what it is given."""

    def __init__(self) -> None:
        self.sent: list[HTTPRequest] = []
        self.closed = 0

    async def send(self, request: HTTPRequest, /) -> HTTPResponse:
        """Answer that there are no sessions."""
        self.sent.append(request)
        content = b'{"request_id": "request-id-test-1", "sessions": [], "member_sessions": [], "status_code": 200}'
        return HTTPResponse(200, {}, content)

    async def aclose(self) -> None:
        """Count how often the transport is closed."""
        self.closed += 1


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"project_id": None, "secret": None}, "project_id is missing: pass it, or build the client with from_env()"),
        ({"project_id": PROJECT, "secret": None}, "secret is missing: pass it, or build the client with from_env()"),
        ({"project_id": "", "secret": SECRET}, "project_id is missing: pass it, or build the client with from_env()"),
        ({"project_id": "project-1"}, "project_id must look like project-test-… or project-live-…"),
        ({"project_id": f"{PROJECT}\n"}, "project_id must look like project-test-… or project-live-…"),
        ({"project_id": "project-staging-1"}, "project_id must look like project-test-… or project-live-…"),
        ({"secret": "hunter2"}, "secret must look like secret-test-… or secret-live-…"),
        ({"secret": f"{SECRET} "}, "secret must look like secret-test-… or secret-live-…"),
        ({"project_id": LIVE}, "project_id is of the live environment, secret of the test one"),
        ({"timeout": 0}, "timeout must be a positive number of seconds, or None"),
        ({"timeout": -1}, "timeout must be a positive number of seconds, or None"),
        ({"timeout": float("nan")}, "timeout must be a positive number of seconds, or None"),
        ({"timeout": float("inf")}, "timeout must be a positive number of seconds, or None"),
        ({"timeout": 10**400}, "timeout must be a positive number of seconds, or None"),
        ({"base_url": "test.stytch.com"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "ftp://example.com"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://[::1"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://example.com:99999"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://a..b"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": f"https://{'a' * 64}.example.com"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://exämple.com"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://example.com/a b"}, "base_url must be an absolute https URL, in ASCII"),
        ({"base_url": "https://me@example.com"}, "base_url may have a path, but no user, query or fragment"),
        ({"base_url": "https://example.com/?a=b"}, "base_url may have a path, but no user, query or fragment"),
        ({"base_url": "https://example.com/?"}, "base_url may have a path, but no user, query or fragment"),
        ({"base_url": "https://example.com/#a"}, "base_url may have a path, but no user, query or fragment"),
        (
            {"base_url": "http://example.com"},
            "base_url is plain http to example.com: use https, or pass allow_http=True",
        ),
        (
            {"fraud_base_url": "http://example.com"},
            "fraud_base_url is plain http to example.com: use https, or pass allow_http=True",
        ),
    ],
    ids=lambda value: f"{value}"[:60],
)
@pytest.mark.parametrize("kind", CLIENTS)
def test_what_cannot_work_is_refused(kind: type[Client | B2BClient], arguments: dict[str, Any], problem: str) -> None:
    """A misconfigured client fails where it is built, and its error repeats no credentials."""
    with pytest.raises(ConfigurationError) as caught:
        kind(**{"project_id": PROJECT, "secret": SECRET, **arguments})

    assert str(caught.value) == problem


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ({}, "https://test.stytch.com"),
        ({"project_id": LIVE, "secret": "secret-live-x"}, "https://api.stytch.com"),
        ({"base_url": "https://login.example.com/"}, "https://login.example.com"),
        ({"base_url": "https://example.com/gateway/"}, "https://example.com/gateway"),
        ({"base_url": "http://localhost:4000"}, "http://localhost:4000"),
        ({"base_url": "http://127.0.0.1:4000"}, "http://127.0.0.1:4000"),
        ({"base_url": "http://[::1]:4000"}, "http://[::1]:4000"),
        ({"base_url": "http://stytch.internal", "allow_http": True}, "http://stytch.internal"),
    ],
    ids=str,
)
def test_credentials_select_the_host_unless_one_is_given(arguments: dict[str, Any], url: str) -> None:
    """A test project talks to the test environment, a live one to the live one."""
    client = Client(**{"project_id": PROJECT, "secret": SECRET, **arguments})

    assert repr(client) == f"Client(base_url={url!r})"


@pytest.mark.parametrize("kind", CLIENTS)
def test_a_client_shows_no_secret(kind: type[Client | B2BClient]) -> None:
    """Neither its repr nor that of anything that it holds."""
    client = kind(PROJECT, SECRET)

    shown = " ".join(repr(part) for part in (client, client.sessions, *vars(client).values()))

    assert SECRET not in shown
    assert "Basic" not in shown


def test_a_client_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three variables, of which the URL is optional, and options on top."""
    monkeypatch.setenv("STYTCH_PROJECT_ID", PROJECT)
    monkeypatch.setenv("STYTCH_SECRET", SECRET)
    monkeypatch.setenv("STYTCH_BASE_URL", "http://localhost:4000")

    given = [Client.from_env(timeout=2), B2BClient.from_env(base_url="http://localhost:5000")]
    monkeypatch.delenv("STYTCH_BASE_URL")

    assert [repr(client) for client in [*given, Client.from_env()]] == [
        "Client(base_url='http://localhost:4000')",
        "B2BClient(base_url='http://localhost:5000')",
        "Client(base_url='https://test.stytch.com')",
    ]


@pytest.mark.parametrize("missing", ["STYTCH_PROJECT_ID", "STYTCH_SECRET"])
@pytest.mark.parametrize("value", [None, ""], ids=["unset", "empty"])
def test_a_missing_variable_is_named(monkeypatch: pytest.MonkeyPatch, missing: str, value: str | None) -> None:
    """An empty variable is as good as none."""
    monkeypatch.setenv("STYTCH_PROJECT_ID", PROJECT)
    monkeypatch.setenv("STYTCH_SECRET", SECRET)
    monkeypatch.delenv(missing) if value is None else monkeypatch.setenv(missing, value)

    with pytest.raises(ConfigurationError, match=f"the environment variable {missing} is not set"):
        Client.from_env()


async def test_other_options_share_the_transport() -> None:
    """The new client differs in what was named, and in nothing else."""
    transport = Recording()
    client = Client(PROJECT, SECRET, transport=transport, timeout=7, retry=NO_RETRY)

    twin = client.with_options(timeout=None, retry=RetryPolicy(deadline=None))
    for user in (client, twin, client):
        await user.sessions.get(user_id="user-test-1")

    assert [request.timeout for request in transport.sent] == [7, None, 7]
    assert len({tuple(request.headers.items()) for request in transport.sent}) == 1
    assert type(twin) is Client


def test_other_options_are_checked_too() -> None:
    """A timeout of nothing cannot work here either."""
    with pytest.raises(ConfigurationError, match="timeout must be"):
        Client(PROJECT, SECRET).with_options(timeout=0)


async def test_only_the_first_client_closes_the_transport() -> None:
    """The twins leave it open, and closing twice does no harm."""
    transport = Recording()
    client = Client(PROJECT, SECRET, transport=transport)

    async with client, client.with_options(timeout=1):
        pass
    await client.with_options(timeout=2).aclose()

    assert transport.closed == 1


async def test_a_block_passes_errors_on() -> None:
    """The transport is closed all the same."""
    transport = Recording()

    with pytest.raises(LookupError):
        async with Client(PROJECT, SECRET, transport=transport):
            raise LookupError

    assert transport.closed == 1


def test_building_a_client_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It needs no event loop, and touches neither network nor resolver."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a client was built and used the network")

    monkeypatch.setattr(socket.socket, "__init__", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    products = [
        kind(PROJECT, SECRET, transport=AiohttpTransport(proxy="http://proxy.example.com")).sessions for kind in CLIENTS
    ]

    assert len(products) == len(CLIENTS)
    with pytest.raises(RuntimeError, match="no running event loop"):
        asyncio.get_running_loop()


@pytest.mark.parametrize("transport", [Recording, InMemoryTransport])
async def test_a_closed_client_says_so_over_every_transport(transport: Callable[[], Transport]) -> None:
    """A call or verification after `aclose` is a mistake of the app, and so is one of a client with other options."""
    client = Client(PROJECT, SECRET, transport=transport())
    twin = client.with_options(timeout=5)
    await client.aclose()

    for call in (
        client.sessions.get(user_id="user-test-1"),
        twin.sessions.get(user_id="user-test-1"),
        client.sessions.authenticate_jwt_local("a.b.c"),
    ):
        with pytest.raises(ConfigurationError, match="this client is closed: it cannot be used any more"):
            await call


async def test_closing_a_client_leaves_others_on_its_transport_alone() -> None:
    """They were built by themselves, and the transport decides whether it goes on."""
    transport = InMemoryTransport()
    client, other = Client(transport=transport), Client(transport=transport)

    await client.aclose()
    created = await other.users.create(email="ada@example.com")

    assert created.user.emails[0].email == "ada@example.com"


@pytest.mark.parametrize("kind", CLIENTS)
@pytest.mark.parametrize("part", ["sessions", "sessions.get"])
def test_a_client_refuses_to_be_pickled(kind: type[Client | B2BClient], part: str) -> None:
    """Its credentials go into no file and no other process by accident, and the error says what to do instead."""
    client = kind(PROJECT, SECRET, transport=Recording())

    with pytest.raises(TypeError, match="it cannot be pickled: build one in each process"):
        pickle.dumps(client)
    with pytest.raises(TypeError, match="it cannot be pickled"):
        pickle.dumps(attrgetter(part)(client))


@pytest.mark.parametrize("kind", CLIENTS)
def test_an_unknown_name_is_an_attribute_error(kind: type[Client | B2BClient]) -> None:
    """It names the class and the attribute, for products and for what is in them."""
    client = kind(PROJECT, SECRET)

    with pytest.raises(AttributeError, match=f"'{kind.__name__}' object has no attribute 'sesions'"):
        client.sesions  # noqa: B018
    with pytest.raises(AttributeError, match="'Sessions' object has no attribute 'gte'"):
        client.sessions.gte  # noqa: B018


@pytest.mark.parametrize("kind", CLIENTS)
def test_products_show_in_dir_before_they_are_loaded(kind: type[Client | B2BClient]) -> None:
    """A shell can complete them."""
    client = kind(PROJECT, SECRET)

    assert {"sessions", "passwords", "with_options"} <= set(dir(client))
    assert dir(client) == sorted(dir(client))


def test_a_product_is_made_once() -> None:
    """The second access finds the first one's object."""
    client = Client(PROJECT, SECRET)

    assert client.passwords is client.passwords
    assert client.passwords.email is client.passwords.email


def test_importing_the_package_loads_neither_products_nor_tenacity() -> None:
    """A short script or function pays only for what it uses."""
    code = (
        "import sys, stytch_async; "
        f"stytch_async.Client({PROJECT!r}, {SECRET!r}, transport=object()); "
        "print([name for name in sys.modules if name.startswith("
        "('aiohttp', 'tenacity', 'argon2', 'joserfc', 'stytch_async.api.', 'stytch_async.emulator'))])"
    )

    found = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)  # noqa: S603 - our own

    assert found.stdout.strip() == "[]"
