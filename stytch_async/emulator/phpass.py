"""The portable hashes of phpass, as WordPress and phpBB keep them: MD5 many times over."""

import hashlib
import re
from collections.abc import Iterator
from typing import Final

__all__ = ["PREFIXES", "hashed", "is_hash"]

ALPHABET: Final = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
PREFIXES: Final = ("$P$", "$H$")
HASH: Final = re.compile(r"\$[PH]\$[5-9A-S][./A-Za-z0-9]{30}")
"""Prefix, the binary logarithm of the rounds (7 to 30), eight characters of salt, and the digest."""


def is_hash(value: str) -> bool:
    """Whether a text has the form of such a hash."""
    return HASH.fullmatch(value) is not None


def hashed(password: bytes, setting: str) -> str:
    """Return the hash of a password with the prefix, rounds and salt of another."""
    rounds, salt = 1 << ALPHABET.index(setting[3]), setting[4:12].encode()
    digest = hashlib.md5(salt + password, usedforsecurity=False).digest()
    for _ in range(rounds):
        digest = hashlib.md5(digest + password, usedforsecurity=False).digest()
    return setting[:12] + "".join(_characters(digest))


def _characters(digest: bytes) -> Iterator[str]:
    """Write bytes in sixes of bits, the lowest first."""
    for start in range(0, len(digest), 3):
        group = digest[start : start + 3]
        number = int.from_bytes(group, "little")
        for place in range(len(group) + 1):
            yield ALPHABET[number >> 6 * place & 0x3F]
