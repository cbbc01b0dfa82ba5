from __future__ import annotations

import datetime as dt
import json
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from stytch_async.emulator import Project
from stytch_async.emulator.rules.consumer.wallets import LIFETIME
from stytch_async.emulator.state.clock import Clock
from stytch_async.emulator.world.wallets import Wallet
from stytch_async.schemas.consumer.crypto_wallets import SIWEParams, SIWEParamsResponse
from stytch_async.transports.interface import HTTPRequest
from stytch_async.transports.memory import InMemoryTransport
from tests.emulator.conftest import WatchfulTransport
from tests.emulator.watching import Caller

if TYPE_CHECKING:
    from tests.emulator.consumer.crypto_wallets.conftest import Finish, Start

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

NOON = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)

pytestmark = pytest.mark.parametrize("wallet_type", ["ethereum"], indirect=True)


@pytest.fixture
def transport() -> InMemoryTransport:
    """Return a Stytch in which it is noon."""
    return WatchfulTransport(Project(seed=7, clock=Clock(NOON)))


@pytest.fixture
def full() -> SIWEParams:
    """Return all that a message can say."""
    return SIWEParams(
        domain="app.example.com:8443",
        uri="https://app.example.com/login?next=%2F#top",
        resources=["https://example.com/terms", "ipfs://bafybeiemxf"],
        chain_id="137",
        statement="I accept the terms: https://example.com/terms",
        issued_at=NOON + dt.timedelta(minutes=1),
        not_before=dt.datetime(2026, 1, 1, 14, 2, tzinfo=dt.timezone(dt.timedelta(hours=2))),
        message_request_id="request:1@app",
    )


async def test_a_message_says_the_least(start: Start, wallet: Wallet, params: SIWEParams) -> None:
    """What is not given is left out, or has its default: the main chain, and from now on."""
    begun = await start(crypto_wallet_address=wallet.address.lower(), siwe_params=params)

    *before, nonce, issued, expires, not_before = begun.challenge.split("\n")
    assert before == [
        "app.example.com wants you to sign in with your Ethereum account:",
        wallet.address,
        "",
        "",
        "URI: https://app.example.com/login",
        "Version: 1",
        "Chain ID: 1",
    ]
    assert nonce.removeprefix("Nonce: ").isalnum()
    assert [issued, expires, not_before] == [
        "Issued At: 2026-01-01T12:00:00Z",
        "Expiration Time: 2026-01-01T12:05:00Z",
        "Not Before: 2026-01-01T12:00:00Z",
    ]


async def test_a_message_says_all_that_is_given(start: Start, wallet: Wallet, full: SIWEParams) -> None:
    """In the order and the words of EIP-4361, with times in UTC."""
    begun = await start(siwe_params=full)

    nonce = begun.challenge.partition("Nonce: ")[2].partition("\n")[0]
    assert begun.challenge == (
        f"""app.example.com:8443 wants you to sign in with your Ethereum account:
{wallet.address}

I accept the terms: https://example.com/terms

URI: https://app.example.com/login?next=%2F#top
Version: 1
Chain ID: 137
Nonce: {nonce}
Issued At: 2026-01-01T12:01:00Z
Expiration Time: 2026-01-01T12:07:00Z
Not Before: 2026-01-01T12:02:00Z
Request ID: request:1@app
Resources:
- https://example.com/terms
- ipfs://bafybeiemxf"""
    )


async def test_a_signed_message_logs_in(
    start: Start, finish: Finish, project: Project, wallet: Wallet, full: SIWEParams
) -> None:
    """The answer says what was signed."""
    begun = await start(siwe_params=full)
    project.clock.advance(minutes=2)

    login = await finish(wallet.sign(begun.challenge), session_duration_minutes=5)

    assert login.session is not None
    assert login.siwe_params == SIWEParamsResponse(
        domain=full.domain,
        uri=full.uri,
        chain_id="137",
        resources=full.resources,
        status_code=200,
        issued_at=full.issued_at,
        request_id=login.request_id,
        message_request_id="request:1@app",
    )


async def test_a_message_is_not_valid_before_its_time(
    start: Start, finish: Finish, *, project: Project, wallet: Wallet, full: SIWEParams, refusal: Refusal
) -> None:
    """It waits, and then has its while."""
    begun = await start(siwe_params=full)
    signature = wallet.sign(begun.challenge)

    early = await refusal(finish(signature))
    project.clock.advance(minutes=2)
    login = await finish(signature)

    assert early == (400, "siwe_message_not_valid_yet")
    assert login.user_id == begun.user_id


async def test_a_message_expires(
    start: Start, finish: Finish, *, project: Project, wallet: Wallet, params: SIWEParams, refusal: Refusal
) -> None:
    """When it says so."""
    begun = await start(siwe_params=params)

    project.clock.advance(seconds=LIFETIME.total_seconds())

    assert await refusal(finish(wallet.sign(begun.challenge))) == (400, "siwe_message_expired")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"domain": ""}, "domain"),
        ({"domain": "https://example.com"}, "domain"),
        ({"domain": "example.com/login"}, "domain"),
        ({"domain": "exam ple.com"}, "domain"),
        ({"uri": ""}, "uri"),
        ({"uri": "example.com"}, "uri"),
        ({"uri": "https://example.com/é"}, "uri"),
        ({"uri": "https://example.com/%"}, "uri"),
        ({"resources": ["https://example.com", "nothing"]}, "resource"),
        ({"statement": "two\nlines"}, "statement"),
        ({"statement": "a\ttab"}, "statement"),
        ({"statement": "naïve"}, "statement"),
        ({"statement": '"quoted"'}, "statement"),
        ({"chain_id": ""}, "chain_id"),
        ({"chain_id": "0"}, "chain_id"),
        ({"chain_id": "-1"}, "chain_id"),
        ({"chain_id": "1.0"}, "chain_id"),
        ({"chain_id": "९"}, "chain_id"),
        ({"chain_id": "9223372036854775772"}, "chain_id"),
        ({"chain_id": "9" * 5000}, "chain_id"),
        ({"message_request_id": "a/b"}, "message_request_id"),
        ({"message_request_id": "a b"}, "message_request_id"),
    ],
)
async def test_a_message_that_cannot_be_written_is_refused(
    start: Start, refusal: Refusal, params: SIWEParams, change: dict[str, Any], expected: str
) -> None:
    """The type of the error says what is wrong with it."""
    found = await refusal(start(siwe_params=attrs.evolve(params, **change)))

    assert found == (400, f"invalid_siwe_{expected}")


@pytest.mark.parametrize(
    "change",
    [
        {"domain": "ada:secret@[::1]:443"},
        {"domain": "localhost"},
        {"uri": "did:key:z6Mkf"},
        {"chain_id": "9223372036854775771"},
        {"statement": ""},
        {"message_request_id": ""},
        {"issued_at": dt.datetime.max.replace(tzinfo=dt.UTC)},
        {"not_before": dt.datetime.max.replace(tzinfo=dt.UTC)},
    ],
)
async def test_a_message_may_say_whatever_can_be_written(
    start: Start, params: SIWEParams, change: dict[str, Any]
) -> None:
    """The bounds belong to it."""
    assert (await start(siwe_params=attrs.evolve(params, **change))).challenge


@pytest.mark.parametrize("name", ["issued_at", "not_before"])
def test_a_time_beyond_the_calendar_is_refused(
    transport: InMemoryTransport, wallet: Wallet, params: SIWEParams, name: str
) -> None:
    """There is no such moment in UTC; our own client could not even write it."""
    caller = Caller(transport.project)
    said = {**attrs.asdict(params), name: "0001-01-01T00:00:00+14:00"}
    document = {"crypto_wallet_type": "ethereum", "crypto_wallet_address": wallet.address, "siwe_params": said}
    url = "https://test.stytch.com/v1/crypto_wallets/authenticate/start"

    response = caller.send(HTTPRequest("POST", url, caller.headers, json.dumps(document).encode(), None))

    assert (response.status, json.loads(response.content)["error_type"]) == (400, "bad_request")
