"""Wallets of each chain: how they are named, and how their signatures are verified."""

import re
from collections.abc import Callable, Mapping
from typing import Final

import attrs
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.wallets import (
    INVALID_CRYPTO_WALLET_ADDRESS,
    INVALID_ETHEREUM_ADDRESS,
    INVALID_SIGNATURE,
    INVALID_SOLANA_ADDRESS,
    INVALID_WALLET_TYPE,
    SIGNATURE_IS_INCORRECT_SIZE,
    SIGNATURE_MISSING,
)
from stytch_async.extras import require_wallets

__all__ = ["check_wallet", "checksummed", "ethereum_message", "has_signed"]

ETHEREUM_ADDRESS: Final = re.compile(r"0x[0-9a-fA-F]{40}")
RECOVERY_OFFSET: Final = 27
"""What wallets add to the last byte of a signature."""


@attrs.frozen
class Chain:
    """What is particular to the wallets of a chain.

    Attributes:
        is_address: Whether a text is an address.
        not_an_address: Why any other text is refused.
        signature_size: How many bytes a signature has.
        read: Reads a signature from text, or raises a `ValueError`.
        verifies: Whether an address has signed a text.

    """

    is_address: Callable[[str], bool]
    not_an_address: Reason
    signature_size: int
    read: Callable[[str], bytes]
    verifies: Callable[[str, str, bytes], bool]


def check_wallet(wallet_type: str, address: str) -> None:
    """Refuse an unknown type of wallet, or what is not an address of one."""
    if wallet_type not in CHAINS:
        raise Refusal(INVALID_WALLET_TYPE)
    if not address:
        raise Refusal(INVALID_CRYPTO_WALLET_ADDRESS)
    require_wallets()
    if not CHAINS[wallet_type].is_address(address):
        raise Refusal(CHAINS[wallet_type].not_an_address)


def has_signed(wallet_type: str, address: str, text: str, signature: str) -> bool:
    """Whether a wallet has signed a text, or refuse what is not a signature; `check_wallet` comes before it."""
    if not signature:
        raise Refusal(SIGNATURE_MISSING)
    chain = CHAINS[wallet_type]
    try:
        read = chain.read(signature)
    except ValueError:
        raise Refusal(INVALID_SIGNATURE) from None
    if len(read) != chain.signature_size:
        raise Refusal(SIGNATURE_IS_INCORRECT_SIZE)
    return chain.verifies(address, text, read)


def checksummed(address: str) -> str:
    """Return an Ethereum address with the case that is its checksum (EIP-55)."""
    from eth_utils.address import to_checksum_address  # noqa: PLC0415 - only wallets need it

    return str(to_checksum_address(address))


def ethereum_message(text: str) -> bytes:
    """Return what an Ethereum wallet signs in place of a text, lest it be a transaction (EIP-191)."""
    message = text.encode()
    return b"\x19Ethereum Signed Message:\n" + str(len(message)).encode() + message


def _ethereum_has_signed(address: str, text: str, signature: bytes) -> bool:
    """Whether the key that a signature tells of is the address's."""
    from eth_keys.datatypes import Signature  # noqa: PLC0415 - only wallets need it
    from eth_keys.exceptions import BadSignature  # noqa: PLC0415
    from eth_utils.exceptions import ValidationError  # noqa: PLC0415

    last = signature[-1]
    recovery = bytes([last - RECOVERY_OFFSET if last >= RECOVERY_OFFSET else last])
    try:
        signer = Signature(signature[:-1] + recovery).recover_public_key_from_msg(ethereum_message(text))
    except (BadSignature, ValidationError):
        return False
    return signer.to_address() == address.lower()


def _solana_has_signed(address: str, text: str, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(_from_base58(address)).verify(signature, text.encode())
    except (InvalidSignature, ValueError):
        return False
    return True


def _is_solana_address(address: str) -> bool:
    try:
        return len(_from_base58(address)) == 32
    except ValueError:
        return False


def _from_hex(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


def _from_base58_or_hex(text: str) -> bytes:
    """Read what Solana wallets show, base58, or what apps make of its bytes."""
    try:
        return _from_hex(text)
    except ValueError:
        return _from_base58(text)


def _from_base58(text: str) -> bytes:
    from base58 import b58decode  # noqa: PLC0415 - only wallets need it

    return b58decode(text)


CHAINS: Final[Mapping[str, Chain]] = {
    "ethereum": Chain(
        is_address=lambda text: ETHEREUM_ADDRESS.fullmatch(text) is not None,
        not_an_address=INVALID_ETHEREUM_ADDRESS,
        signature_size=65,
        read=_from_hex,
        verifies=_ethereum_has_signed,
    ),
    "solana": Chain(
        is_address=_is_solana_address,
        not_an_address=INVALID_SOLANA_ADDRESS,
        signature_size=64,
        read=_from_base58_or_hex,
        verifies=_solana_has_signed,
    ),
}
