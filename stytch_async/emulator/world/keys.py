"""The keys of identity providers."""

import datetime as dt
import functools
from typing import Final

import attrs
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

__all__ = ["KeyPair", "key_pair"]

BEFORE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
AFTER: Final = dt.datetime(2200, 1, 1, tzinfo=dt.UTC)
"""Certificates are good wherever a test puts the clock."""


@attrs.frozen
class KeyPair:
    """A key, and its certificate in PEM form."""

    private_key: rsa.RSAPrivateKey = attrs.field(repr=False)
    certificate: str


@functools.cache
def key_pair(owner: str) -> KeyPair:
    """Return the key of somebody, the same in the whole process: making one takes longer than many tests."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, owner)])
    made = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEFORE)
        .not_valid_after(AFTER)
        .sign(key, SHA256())
    )
    return KeyPair(key, made.public_bytes(Encoding.PEM).decode())
