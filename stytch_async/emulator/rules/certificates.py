"""Keys and certificates of SAML."""

import datetime as dt
import functools
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from cryptography.x509.oid import NameOID

from stytch_async.emulator.refusals.connections import (
    INVALID_X509_CERTIFICATE,
    SAML_SIGNING_PRIVATE_KEY_FORMAT_NOT_SUPPORTED,
    SAML_SIGNING_PRIVATE_KEY_INVALID,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import Certificate, SigningKey

__all__ = ["certificate_of", "new_signing_key", "own_key", "read_private_key"]

ISSUER: Final = "Stytch"
VALID: Final = dt.timedelta(days=3650)
PKCS1: Final = "-----BEGIN RSA PRIVATE KEY-----"


@functools.cache
def own_key() -> rsa.RSAPrivateKey:
    """Make the key of the whole process that signs requests; making one takes longer than many tests."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def read_private_key(pem: str) -> rsa.RSAPrivateKey:
    """Read an RSA key in PKCS #1 form, or refuse it (behaviour-more N9)."""
    if not pem.lstrip().startswith(PKCS1):
        raise Refusal(SAML_SIGNING_PRIVATE_KEY_FORMAT_NOT_SUPPORTED)
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (TypeError, ValueError):
        raise Refusal(SAML_SIGNING_PRIVATE_KEY_INVALID) from None
    if not isinstance(key, rsa.RSAPrivateKey):
        raise Refusal(SAML_SIGNING_PRIVATE_KEY_INVALID)
    return key


def new_signing_key(project: Project, key: rsa.RSAPrivateKey) -> SigningKey:
    """Make a certificate for a key (behaviour-more N1, N9)."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, ISSUER)])
    minted = (
        x509.CertificateBuilder(name, name, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(project.now)
        .not_valid_after(project.now + VALID)
        .sign(key, SHA256())
    )
    certificate = Certificate(
        id=project.ids.new("saml-signing-key"),
        pem=minted.public_bytes(Encoding.PEM).decode(),
        issuer=ISSUER,
        created_at=project.now,
        expires_at=minted.not_valid_after_utc,
    )
    return SigningKey(certificate=certificate, private_key=key)


def certificate_of(project: Project, pem: str) -> Certificate:
    """Read an identity provider's certificate, or refuse it."""
    try:
        read = x509.load_pem_x509_certificate(pem.encode())
    except ValueError:
        raise Refusal(INVALID_X509_CERTIFICATE) from None
    return Certificate(
        id=project.ids.new("saml-verification-key"),
        pem=read.public_bytes(Encoding.PEM).decode(),
        issuer=read.issuer.rfc4514_string(),
        created_at=project.now,
        expires_at=read.not_valid_after_utc,
    )
