from collections.abc import Awaitable
from typing import Any, Protocol

import pytest

from stytch_async.clients import Client
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.wallets import Wallet
from stytch_async.schemas.consumer.crypto_wallets import AuthenticateResponse, AuthenticateStartResponse, SIWEParams
from stytch_async.transports.memory import InMemoryTransport


class Start(Protocol):
    """Begins a login with a wallet."""

    def __call__(self, **changes: Any) -> Awaitable[AuthenticateStartResponse]:
        """Call the start endpoint with these arguments."""


class Finish(Protocol):
    """Completes a login with a wallet."""

    def __call__(self, signature: str, **changes: Any) -> Awaitable[AuthenticateResponse]:
        """Call the other endpoint with these arguments."""


@pytest.fixture
def ada(transport: InMemoryTransport) -> Person:
    """Return somebody with wallets."""
    return transport.person("ada@example.com")


@pytest.fixture(params=["ethereum", "solana"])
def wallet_type(request: pytest.FixtureRequest) -> Any:
    """Return each type of wallet, one after the other; a test about one of them says so."""
    return request.param


@pytest.fixture
def wallet(ada: Person, wallet_type: Any) -> Wallet:
    """Return her wallet."""
    return ada.wallet(wallet_type)


@pytest.fixture
def start(client: Client, wallet: Wallet, wallet_type: str) -> Start:
    """Return a function that begins a login with her wallet."""

    async def begin(**changes: Any) -> AuthenticateStartResponse:
        usual = {"crypto_wallet_type": wallet_type, "crypto_wallet_address": wallet.address}
        return await client.crypto_wallets.authenticate_start(**{**usual, **changes})

    return begin


@pytest.fixture
def finish(client: Client, wallet: Wallet, wallet_type: str) -> Finish:
    """Return a function that completes it."""

    async def complete(signature: str, **changes: Any) -> AuthenticateResponse:
        usual = {"crypto_wallet_type": wallet_type, "crypto_wallet_address": wallet.address}
        return await client.crypto_wallets.authenticate(**{**usual, "signature": signature, **changes})

    return complete


@pytest.fixture
def params() -> SIWEParams:
    """Return the least that a Sign-In with Ethereum message says."""
    return SIWEParams(domain="app.example.com", uri="https://app.example.com/login", resources=[])
