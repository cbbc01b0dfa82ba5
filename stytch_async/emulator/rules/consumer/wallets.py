"""Crypto wallets of users: whose they are, and what they prove."""

import datetime as dt
from typing import Final

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.wallets import (
    CRYPTO_WALLET_NOT_FOUND,
    CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE,
    DUPLICATE_WALLET_ADDRESS,
    DUPLICATE_WALLET_ADDRESS_FOR_USER,
    SIWE_MESSAGE_EXPIRED,
    SIWE_MESSAGE_NOT_VALID_YET,
    UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET,
)
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.users import drop_lapsed, new_user
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.locks import check_lock, refuse_and_count
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.siwe import message_text, read_message
from stytch_async.emulator.rules.wallets import check_wallet, checksummed, has_signed
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.state.rows.wallets import SIWEMessage, Wallet, WalletChallenge, wallet_key
from stytch_async.schemas.consumer.crypto_wallets import SIWEParams

__all__ = ["OwnedWallet", "ask", "message_wanted", "prove_wallet", "wallet_for"]

LIFETIME: Final = dt.timedelta(minutes=5)
"""How long a challenge waits for its signature, and a wallet that is to be added for its first one; inferred."""

LATEST: Final = dt.datetime.max.replace(tzinfo=dt.UTC) - LIFETIME

OwnedWallet = tuple[User, Wallet]
"""A user, and the one of the user's wallets that is spoken of."""


@attrs.frozen
class Signed:
    """A challenge that a wallet has signed; using it proves the wallet."""

    challenge: WalletChallenge
    wallet: Wallet

    def spend(self) -> None:
        """Let the same signature open nothing more."""
        self.challenge.spend()
        self.wallet.verified, self.wallet.lapses_at = True, None


def message_wanted(project: Project, wallet_type: str, params: SIWEParams | None) -> SIWEMessage | None:
    """Return what a Sign-In with Ethereum message is to say, ``None`` where none is wanted; or refuse."""
    if params is None:
        return None
    if wallet_type != "ethereum":
        raise Refusal(CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE)
    return read_message(project, params)


def _owner(project: Project, key: str) -> OwnedWallet | None:
    """Return who has a wallet, unless it has lapsed meanwhile."""
    user = project.users.by_wallet.first(key) or project.sandbox.wallet_owner(key)
    if user is None:
        return None
    drop_lapsed(project, user)
    return next(((user, wallet) for wallet in user.wallets if wallet.key == key), None)


def wallet_for(project: Project, wallet_type: str, address: str, named: User | None) -> tuple[OwnedWallet, bool]:
    """Return whose login with a wallet it is, and whether the user is new; or refuse (behaviour-more F9).

    A user who is named adds the wallet. It is theirs once it has signed: until then anybody else may ask for its
    signature, or whoever types an address in could wait for its owner's login (inferred).
    """
    check_wallet(wallet_type, address)
    found = _owner(project, wallet_key(wallet_type, address))
    if found is not None and found[0] is not named and found[1].lapses_at is not None:
        found[0].wallets.remove(found[1])
        record_user(project, found[0])
        found = None
    if found is not None and named not in {None, found[0]}:
        raise Refusal(DUPLICATE_WALLET_ADDRESS)
    if found is not None and named is not None and found[1].verified:
        raise Refusal(DUPLICATE_WALLET_ADDRESS_FOR_USER)
    if found is not None:
        return found, False
    lapses_at = None if named is None else project.now + LIFETIME
    wallet = Wallet(id=project.ids.new("crypto-wallet"), type=wallet_type, address=address, lapses_at=lapses_at)
    user = named or new_user(project)
    user.wallets.append(wallet)
    record_user(project, user)
    return (user, wallet), named is None


def ask(project: Project, owned: OwnedWallet, message: SIWEMessage | None) -> str:
    """Ask a wallet to sign something new, in place of what it was asked before, and return it."""
    user, wallet = owned
    start = project.now if message is None else min(max(project.now, message.not_before), LATEST)
    expires_at = start + LIFETIME
    if message is None:
        text = f"Sign this to log in to {project.settings.project_name}: {project.ids.token()}"
    else:
        nonce = project.ids.uuid().replace("-", "")
        text = message_text(message, checksummed(wallet.address), nonce=nonce, expires_at=expires_at)
    project.wallet_challenges.save(
        WalletChallenge(key=wallet.key, owner_id=user.id, text=text, message=message, expires_at=expires_at)
    )
    return text


def prove_wallet(
    project: Project, wallet_type: str, address: str, signature: str
) -> tuple[Proof[User], Wallet, SIWEMessage | None]:
    """Return what a signature proves, the wallet, and the message that it has signed, where it was one; or refuse.

    A wrong signature counts as a failed login.
    """
    check_wallet(wallet_type, address)
    key = wallet_key(wallet_type, address)
    found = _owner(project, key)
    if found is None:
        raise Refusal(CRYPTO_WALLET_NOT_FOUND)
    user, wallet = found
    challenge = project.wallet_challenges.get(key)
    if project.sandbox.takes_signature(key, signature):
        return _proof(project, user, wallet, None), wallet, None if challenge is None else challenge.message
    check_lock(project, user)
    text = "" if challenge is None or challenge.owner_id != user.id or challenge.spent else challenge.text
    is_right = has_signed(wallet_type, address, text, signature)
    if challenge is None or not text or not is_right:
        refuse_and_count(project, user, UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET)
    _check_time(project, challenge)
    return _proof(project, user, wallet, challenge), wallet, challenge.message


def _check_time(project: Project, challenge: WalletChallenge) -> None:
    """Refuse what was signed too early or too late."""
    message = challenge.message
    if message is not None and message.not_before > project.now:
        raise Refusal(SIWE_MESSAGE_NOT_VALID_YET)
    if challenge.expires_at <= project.now:
        raise Refusal(UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET if message is None else SIWE_MESSAGE_EXPIRED)


def _proof(project: Project, user: User, wallet: Wallet, challenge: WalletChallenge | None) -> Proof[User]:
    proven = factor(
        project,
        "crypto",
        "crypto_wallet",
        "crypto_wallet_factor",
        crypto_wallet_id=wallet.id,
        crypto_wallet_address=wallet.address,
        crypto_wallet_type=wallet.type,
    )
    return Proof(account=user, factor=proven, credential=None if challenge is None else Signed(challenge, wallet))
