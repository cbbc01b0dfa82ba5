from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.rules.consumer.wallets import LIFETIME
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.wallets import Wallet
from stytch_async.schemas.consumer.crypto_wallets import SIWEParams
from stytch_async.schemas.consumer.users import CryptoWallet
from stytch_async.transports.memory import InMemoryTransport

if TYPE_CHECKING:
    from tests.emulator.consumer.crypto_wallets.conftest import Finish, Start

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

ETHEREUM = "0x4634F5A838Dd5B6b4f21829E3C38EcdBC5916241"


async def test_an_unknown_wallet_is_a_new_user(
    start: Start, client: Client, project: Project, wallet: Wallet, wallet_type: str
) -> None:
    """The wallet is theirs, and has proven nothing yet; one event tells of them."""
    begun = await start()

    user = await client.users.get(user_id=begun.user_id)
    (shown,) = user.crypto_wallets
    assert begun.user_created
    assert (user.status, user.emails) == ("active", [])
    assert shown == CryptoWallet(
        crypto_wallet_id=shown.crypto_wallet_id,
        crypto_wallet_address=wallet.address,
        crypto_wallet_type=wallet_type,
        verified=False,
    )
    assert shown.crypto_wallet_id.startswith("crypto-wallet-test-")
    assert [event.type for event in project.events] == ["direct.user.create"]


async def test_a_challenge_names_the_project(start: Start, project: Project) -> None:
    """And differs each time."""
    project.settings.project_name = "Analytical Engines"

    first, second = await start(), await start()

    assert "Analytical Engines" in first.challenge
    assert (first.user_id, second.user_created) == (second.user_id, False)
    assert first.challenge != second.challenge


@pytest.mark.parametrize("wallet_type", ["ethereum"], indirect=True)
async def test_the_case_of_an_ethereum_address_does_not_count(start: Start, client: Client, wallet: Wallet) -> None:
    """It is shown as it came first."""
    first = await start(crypto_wallet_address=wallet.address.lower())
    second = await start()

    user = await client.users.get(user_id=first.user_id)
    assert second.user_id == first.user_id
    assert [one.crypto_wallet_address for one in user.crypto_wallets] == [wallet.address.lower()]


@pytest.mark.parametrize("by", ["user_id", "session_token", "session_jwt"])
async def test_a_user_adds_a_wallet(
    start: Start, finish: Finish, transport: InMemoryTransport, wallet: Wallet, by: str
) -> None:
    """It is shown at once, and proven by its first signature."""
    signed_in = transport.sign_in("ada@example.com")

    begun = await start(**{by: getattr(signed_in, by)})
    before = [one.verified for one in transport.project.users[begun.user_id].wallets]
    login = await finish(wallet.sign(begun.challenge))

    assert (begun.user_id, begun.user_created, before) == (signed_in.user_id, False, [False])
    assert (login.user_id, [one.verified for one in login.user.crypto_wallets]) == (begun.user_id, [True])


async def test_a_wallet_that_does_not_sign_goes_again(
    start: Start, client: Client, transport: InMemoryTransport
) -> None:
    """As an address does that nobody proves."""
    user = transport.add_user("ada@example.com")
    begun = await start(user_id=user.id)

    transport.project.clock.advance(seconds=LIFETIME.total_seconds())

    found = await client.users.get(user_id=begun.user_id)
    assert found.crypto_wallets == []


async def test_a_wallet_can_be_asked_for_again_until_it_has_signed(start: Start, transport: InMemoryTransport) -> None:
    """It is added once."""
    user = transport.add_user("ada@example.com")
    await start(user_id=user.id)

    again = await start(user_id=user.id)

    assert (again.user_id, len(user.wallets)) == (user.id, 1)


async def test_a_wallet_that_is_only_to_be_added_stays_its_owners(
    start: Start, finish: Finish, transport: InMemoryTransport, wallet: Wallet
) -> None:
    """Whoever types its address in does not get its owner's login."""
    mallory = transport.add_user("mallory@example.com")
    await start(user_id=mallory.id)

    begun = await start()
    login = await finish(wallet.sign(begun.challenge))

    assert begun.user_created
    assert login.user_id == begun.user_id != mallory.id
    assert mallory.wallets == []


async def test_a_wallet_is_one_users(
    start: Start, finish: Finish, transport: InMemoryTransport, wallet: Wallet, refusal: Refusal
) -> None:
    """Nobody else can add it, and its user need not."""
    begun = await start()
    await finish(wallet.sign(begun.challenge))
    grace = transport.add_user("grace@example.com")

    found = [await refusal(start(user_id=user_id)) for user_id in (grace.id, begun.user_id)]

    assert found == [(400, "duplicate_wallet_address"), (400, "duplicate_wallet_address_for_user")]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"crypto_wallet_type": "bitcoin"}, (400, "invalid_wallet_type")),
        ({"crypto_wallet_address": ""}, (400, "invalid_crypto_wallet_address")),
        ({"user_id": "nobody"}, (404, "user_not_found")),
        ({"user_id": "1", "session_token": "2"}, (400, "too_many_user_selection_arguments")),
        ({"session_token": "A" * 44}, (404, "session_not_found")),
    ],
)
async def test_a_wallet_of_somebody_is_needed(
    start: Start, refusal: Refusal, changes: dict[str, str], expected: tuple[int, str]
) -> None:
    """A known type, an address, and at most one user."""
    assert await refusal(start(**changes)) == expected


@pytest.mark.parametrize(
    ("wallet_type", "address"),
    [
        ("ethereum", "0x46"),
        ("ethereum", ETHEREUM[2:]),
        ("ethereum", f"{ETHEREUM}0"),
        ("ethereum", f"0x{'g' * 40}"),
        ("solana", ETHEREUM),
        ("solana", "3bstPgKsBPE7QwTr8rn8QMRby8rhm8YDGuvfnQZXVzo"),
        ("solana", "0" * 44),
        ("solana", "é"),
    ],
    indirect=["wallet_type"],
)
async def test_an_address_has_the_form_of_its_chain(
    start: Start, refusal: Refusal, wallet_type: str, address: str
) -> None:
    """The type of the error says which chain it is about."""
    assert await refusal(start(crypto_wallet_address=address)) == (400, f"invalid_{wallet_type}_address")


@pytest.mark.parametrize("wallet_type", ["solana"], indirect=True)
async def test_only_ethereum_has_messages(start: Start, refusal: Refusal, params: SIWEParams) -> None:
    """A Solana wallet takes a text only."""
    assert await refusal(start(siwe_params=params)) == (400, "crypto_wallet_type_incompatible_with_siwe")


async def test_a_person_has_the_same_wallet_each_time(
    transport: InMemoryTransport, ada: Person, wallet: Wallet, wallet_type: Any
) -> None:
    """And nobody else has it."""
    same, other = transport.person(ada.email), transport.person("grace@example.com")

    assert same.wallet(wallet_type).address == wallet.address != other.wallet(wallet_type).address
