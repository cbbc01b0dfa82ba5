"""Crypto wallets, with real keys."""

import hashlib
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stytch_async.emulator.rules.wallets import ethereum_message
from stytch_async.extras import require_wallets
from stytch_async.schemas.consumer.crypto_wallets import CryptoWalletType

__all__ = ["EthereumWallet", "SolanaWallet", "Wallet", "wallet_of"]


class Wallet(Protocol):
    """A wallet that signs texts."""

    @property
    def address(self) -> str:
        """What it is known by."""
        ...

    def sign(self, challenge: str) -> str:
        """Sign the challenge of ``crypto_wallets.authenticate_start``, and return what ``authenticate`` takes."""
        ...


class EthereumWallet:
    """A wallet on Ethereum, or on a chain that is compatible with it."""

    def __init__(self, owner: str) -> None:
        """Return the wallet of somebody, the same each time.

        Raises:
            ConfigurationError: The extra ``wallets`` is not installed.

        """
        require_wallets()
        from eth_keys.datatypes import PrivateKey  # noqa: PLC0415 - only wallets need it

        self._key = PrivateKey(_seed("ethereum", owner))

    @property
    def address(self) -> str:
        """The address, its case being the checksum."""
        return self._key.public_key.to_checksum_address()

    def sign(self, challenge: str) -> str:
        """Sign a challenge as ``personal_sign`` does, in hexadecimal digits."""
        signed = self._key.sign_msg(ethereum_message(challenge)).to_bytes()
        return f"0x{signed[:-1].hex()}{signed[-1] + 27:x}"


class SolanaWallet:
    """A wallet on Solana."""

    def __init__(self, owner: str) -> None:
        """Return the wallet of somebody, the same each time.

        Raises:
            ConfigurationError: The extra ``wallets`` is not installed.

        """
        require_wallets()
        self._key = Ed25519PrivateKey.from_private_bytes(_seed("solana", owner))

    @property
    def address(self) -> str:
        """The public key, in base58."""
        return _base58(self._key.public_key().public_bytes_raw())

    def sign(self, challenge: str) -> str:
        """Sign a challenge, in base58."""
        return _base58(self._key.sign(challenge.encode()))


def wallet_of(owner: str, wallet_type: CryptoWalletType) -> Wallet:
    """Return the wallet that somebody has on a chain."""
    return EthereumWallet(owner) if wallet_type == "ethereum" else SolanaWallet(owner)


def _seed(chain: str, owner: str) -> bytes:
    """Return the private key of somebody: a secret of the emulator's protects nothing."""
    return hashlib.sha256(f"the {chain} wallet of {owner}".encode()).digest()


def _base58(value: bytes) -> str:
    from base58 import b58encode  # noqa: PLC0415 - only wallets need it

    return b58encode(value).decode()
