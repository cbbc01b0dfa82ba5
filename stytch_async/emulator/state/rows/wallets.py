"""Crypto wallets, and what they are asked to sign."""

import datetime as dt

import attrs

from stytch_async.emulator.state.tables import Index, Table

__all__ = ["SIWEMessage", "Wallet", "WalletChallenge", "WalletChallenges", "wallet_key"]


def wallet_key(wallet_type: str, address: str) -> str:
    """Return what a wallet is found by: the case of an Ethereum address is only a checksum (behaviour-more F13)."""
    return f"{wallet_type}:{address.lower() if wallet_type == 'ethereum' else address}"


@attrs.define(kw_only=True, eq=False)
class Wallet:
    """A crypto wallet of a user.

    Attributes:
        type: ``ethereum`` or ``solana``.
        address: As it was first given.
        verified: Whether it has signed a challenge.
        lapses_at: When it goes again unless it signs first; for one added to an existing user.

    """

    id: str
    type: str
    address: str
    verified: bool = False
    lapses_at: dt.datetime | None = None

    @property
    def key(self) -> str:
        """What it is found by."""
        return wallet_key(self.type, self.address)


@attrs.frozen(kw_only=True)
class SIWEMessage:
    """What a Sign-In with Ethereum message says; see EIP-4361.

    Attributes:
        request_id: The app's own id of the login; empty where it gave none.

    """

    domain: str
    uri: str
    resources: tuple[str, ...]
    chain_id: str
    statement: str
    issued_at: dt.datetime
    not_before: dt.datetime
    request_id: str


@attrs.define(kw_only=True, eq=False)
class WalletChallenge:
    """The newest text that a wallet is to sign, good once and for a while.

    Attributes:
        key: The wallet; a newer challenge takes the place of an older one (behaviour-more F6).
        owner_id: The user who has the wallet.
        message: What the text says, where it is a Sign-In with Ethereum message.

    """

    key: str
    owner_id: str
    text: str
    message: SIWEMessage | None = None
    expires_at: dt.datetime
    spent: bool = False

    def spend(self) -> None:
        """Note that it was signed."""
        self.spent = True


class WalletChallenges(Table[WalletChallenge]):
    """The newest challenge of each wallet."""

    def __init__(self) -> None:
        super().__init__(lambda challenge: challenge.key)
        self.by_owner: Index[WalletChallenge] = self.index(lambda challenge: [challenge.owner_id])
