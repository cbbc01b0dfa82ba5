from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import base58
import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.rules.consumer.wallets import LIFETIME
from stytch_async.emulator.world.person import Person
from stytch_async.emulator.world.wallets import Wallet
from stytch_async.schemas.consumer.users import SearchUsersQuery
from stytch_async.transports.memory import InMemoryTransport

if TYPE_CHECKING:
    from tests.emulator.consumer.crypto_wallets.conftest import Finish, Start

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

UNABLE = (401, "unable_to_authenticate_crypto_wallet")
UNKNOWN = "crypto-wallet-test-00000000-0000-4000-8000-000000000001"


async def test_a_wallet_logs_in(
    start: Start, finish: Finish, project: Project, wallet: Wallet, wallet_type: str
) -> None:
    """Its signature proves it, is the factor of the session, and is told as an event once."""
    begun = await start()
    before = len(project.events)

    login = await finish(wallet.sign(begun.challenge), session_duration_minutes=60)

    (shown,) = login.user.crypto_wallets
    assert (login.user_id, shown.verified, login.siwe_params) == (begun.user_id, True, None)
    assert login.session is not None
    (factor,) = login.session.authentication_factors
    assert (factor.type, factor.delivery_method) == ("crypto", "crypto_wallet")
    assert factor.crypto_wallet_factor is not None
    assert factor.crypto_wallet_factor.crypto_wallet_id == shown.crypto_wallet_id
    assert factor.crypto_wallet_factor.crypto_wallet_address == wallet.address
    assert factor.crypto_wallet_factor.crypto_wallet_type == wallet_type
    assert [event.type for event in project.events][before:] == ["direct.user.update"]


async def test_a_wallet_logs_in_again(start: Start, finish: Finish, project: Project, wallet: Wallet) -> None:
    """Without a session where none is asked for; nothing that is shown changes."""
    await finish(wallet.sign((await start()).challenge))
    before = len(project.events)

    login = await finish(wallet.sign((await start()).challenge))

    assert (login.session, login.session_token) == (None, "")
    assert len(project.events) == before


async def test_a_wallet_is_a_second_factor(
    start: Start, finish: Finish, transport: InMemoryTransport, wallet: Wallet
) -> None:
    """It joins the session that was passed."""
    signed_in = transport.sign_in("ada@example.com", factors=["password"])
    begun = await start(session_token=signed_in.session_token)

    login = await finish(wallet.sign(begun.challenge), session_token=signed_in.session_token)

    assert login.session is not None
    assert [factor.type for factor in login.session.authentication_factors] == ["password", "crypto"]


@pytest.mark.parametrize("wallet_type", ["ethereum"], indirect=True)
async def test_a_hardware_wallet_counts_from_zero(start: Start, finish: Finish, wallet: Wallet) -> None:
    """The last byte of a signature is 0 or 1 there, and 27 or 28 elsewhere; some leave out the 0x."""
    begun = await start()
    signature = wallet.sign(begun.challenge)

    login = await finish(f"{signature[2:-2]}{int(signature[-2:], 16) - 27:02x}")

    assert login.user_id == begun.user_id


@pytest.mark.parametrize("wallet_type", ["solana"], indirect=True)
async def test_a_solana_signature_may_be_hexadecimal(start: Start, finish: Finish, wallet: Wallet) -> None:
    """Wallets give bytes, of which apps make either."""
    begun = await start()

    login = await finish(base58.b58decode(wallet.sign(begun.challenge)).hex())

    assert login.user_id == begun.user_id


async def test_a_challenge_is_signed_once(start: Start, finish: Finish, wallet: Wallet, refusal: Refusal) -> None:
    """The same signature brings no second login."""
    signature = wallet.sign((await start()).challenge)
    await finish(signature)

    assert await refusal(finish(signature)) == UNABLE


async def test_the_newest_challenge_counts(start: Start, finish: Finish, wallet: Wallet, refusal: Refusal) -> None:
    """An older one is no use any more."""
    older, newer = (await start()).challenge, (await start()).challenge

    found = await refusal(finish(wallet.sign(older)))

    assert found == UNABLE
    assert await finish(wallet.sign(newer))


async def test_a_challenge_waits_for_a_while(
    start: Start, finish: Finish, project: Project, wallet: Wallet, refusal: Refusal
) -> None:
    """And then no more."""
    signature = wallet.sign((await start()).challenge)

    project.clock.advance(seconds=LIFETIME.total_seconds())

    assert await refusal(finish(signature)) == UNABLE


async def test_another_wallet_does_not_sign(
    start: Start, finish: Finish, transport: InMemoryTransport, wallet_type: str, refusal: Refusal
) -> None:
    """The address must be the signer's."""
    grace = transport.person("grace@example.com").wallet("solana" if wallet_type == "solana" else "ethereum")
    begun = await start()

    assert await refusal(finish(grace.sign(begun.challenge))) == UNABLE


async def test_a_signature_of_nothing_is_worth_nothing(
    start: Start, finish: Finish, wallet: Wallet, refusal: Refusal
) -> None:
    """Where no challenge waits, not even an empty text can be signed."""
    await finish(wallet.sign((await start()).challenge))

    assert await refusal(finish(wallet.sign(""))) == UNABLE


@pytest.mark.parametrize(
    ("wallet_type", "signature", "expected"),
    [
        ("ethereum", "", "signature_missing"),
        ("solana", "", "signature_missing"),
        ("ethereum", "0xzz", "invalid_signature"),
        ("solana", "0OIl", "invalid_signature"),
        ("ethereum", "0x00", "signature_is_incorrect_size"),
        ("solana", "11", "signature_is_incorrect_size"),
        ("solana", "é", "invalid_signature"),
    ],
    indirect=["wallet_type"],
)
@pytest.mark.usefixtures("wallet_type")
async def test_a_signature_has_the_form_of_its_chain(
    start: Start, finish: Finish, refusal: Refusal, signature: str, expected: str
) -> None:
    """What cannot be a signature is told apart from a wrong one."""
    begun = await start()

    found = await refusal(finish(signature))

    assert found == (400, expected)
    assert begun.user_created


@pytest.mark.parametrize("wallet_type", ["ethereum"], indirect=True)
@pytest.mark.parametrize("last", ["00", "1b", "02", "ff"])
async def test_numbers_that_are_not_a_signature_are_refused(
    start: Start, finish: Finish, refusal: Refusal, last: str
) -> None:
    """Though they have its size."""
    await start()

    assert await refusal(finish(f"0x{'ff' * 64}{last}")) == UNABLE


async def test_an_unknown_wallet_is_not_found(finish: Finish, wallet: Wallet, refusal: Refusal) -> None:
    """A login has to begin first."""
    assert await refusal(finish(wallet.sign("anything"))) == (404, "crypto_wallet_not_found")


@pytest.mark.parametrize("changes", [{"crypto_wallet_type": "bitcoin"}, {"crypto_wallet_address": ""}])
async def test_a_wallet_is_needed(finish: Finish, refusal: Refusal, changes: dict[str, str]) -> None:
    """As at the start."""
    assert (await refusal(finish("0x", **changes)))[0] == 400


async def test_wrong_signatures_lock_the_user(
    start: Start, finish: Finish, project: Project, wallet: Wallet, refusal: Refusal
) -> None:
    """As wrong codes do, and a right one does not help before the lock is over."""
    project.settings.user_lock_threshold = 2
    begun = await start()
    for _ in range(2):
        await refusal(finish(wallet.sign("something else")))

    found = await refusal(finish(wallet.sign(begun.challenge)))

    assert found == (429, "user_lock_limit_reached")


async def test_a_deleted_wallet_opens_nothing(
    start: Start, finish: Finish, *, client: Client, transport: InMemoryTransport, wallet: Wallet, refusal: Refusal
) -> None:
    """Not even where it was asked to sign before; whoever comes with it next is new."""
    user = transport.add_user("ada@example.com")
    login = await finish(wallet.sign((await start(user_id=user.id)).challenge))
    begun = await start()

    deleted = await client.users.delete_crypto_wallet(crypto_wallet_id=login.user.crypto_wallets[0].crypto_wallet_id)

    found = await refusal(finish(wallet.sign(begun.challenge)))
    assert (deleted.user_id, deleted.user.crypto_wallets) == (user.id, [])
    assert found == (404, "crypto_wallet_not_found")
    assert (await start()).user_created


async def test_the_last_wallet_stays(start: Start, client: Client, refusal: Refusal) -> None:
    """Where the user would have nothing left to log in with; with an address it may go."""
    begun = await start()
    (wallet,) = (await client.users.get(user_id=begun.user_id)).crypto_wallets

    found = await refusal(client.users.delete_crypto_wallet(crypto_wallet_id=wallet.crypto_wallet_id))

    assert found == (400, "cannot_delete_last_primary_factor")


@pytest.mark.parametrize(
    ("wallet_id", "expected"),
    [(UNKNOWN, (404, "crypto_wallet_not_found")), ("1", (400, "invalid_crypto_wallet_id"))],
)
async def test_an_unknown_wallet_is_not_deleted(
    client: Client, refusal: Refusal, wallet_id: str, expected: tuple[int, str]
) -> None:
    """An id that is misspelt is told from one that nobody has."""
    assert await refusal(client.users.delete_crypto_wallet(crypto_wallet_id=wallet_id)) == expected


async def test_a_wallet_is_something_to_log_in_with(
    start: Start, finish: Finish, *, client: Client, ada: Person, transport: InMemoryTransport, wallet: Wallet
) -> None:
    """So the only address may go."""
    user = transport.add_user(ada.email)
    await finish(wallet.sign((await start(user_id=user.id)).challenge))

    deleted = await client.users.delete_email(email_id=user.emails[0].id)

    assert (deleted.user.emails, len(deleted.user.crypto_wallets)) == ([], 1)


@pytest.mark.parametrize("name", ["crypto_wallet_id", "crypto_wallet_address", "crypto_wallet_verified"])
async def test_users_are_found_by_their_wallets(
    start: Start, finish: Finish, client: Client, wallet: Wallet, name: str
) -> None:
    """By the id, the address, and whether it has signed."""
    await client.users.create(email="grace@example.com")
    login = await finish(wallet.sign((await start()).challenge))
    (shown,) = login.user.crypto_wallets
    values = {
        "crypto_wallet_id": [shown.crypto_wallet_id],
        "crypto_wallet_address": [wallet.address],
        "crypto_wallet_verified": True,
    }
    operands = [{"filter_name": name, "filter_value": values[name]}]

    found = await client.users.search(query=SearchUsersQuery(operator="AND", operands=operands))

    assert [user.user_id for user in found.results] == [login.user_id]


async def test_what_is_begun_goes_with_the_user(start: Start, client: Client, project: Project) -> None:
    """Nothing waits for somebody who is gone."""
    begun = await start()

    await client.users.delete(user_id=begun.user_id)

    assert len(project.wallet_challenges) == 0
