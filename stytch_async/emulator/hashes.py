"""Passwords are kept as the function that tells whether a text is the password, whatever hash they came with.

A migrated hash is read whole when it arrives, so that a faulty one is refused then and not at somebody's login.
"""

import base64
import binascii
import hashlib
import hmac
import importlib
import os
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, Protocol

from stytch_async.emulator.refusals import refuse
from stytch_async.schemas.hashes import (
    Argon2Config,
    MD5Config,
    PBKDF2Config,
    ScryptConfig,
    SHA1Config,
    SHA512Config,
)

__all__ = ["HashArguments", "Matcher", "matcher", "migrated_matcher"]

Matcher = Callable[[str], bool]
SaltConfig = MD5Config | SHA1Config | SHA512Config

BCRYPT: Final = re.compile(r"\$2[abxy]\$(0[4-9]|[12]\d|3[01])\$[./A-Za-z0-9]{53}")
BCRYPT_READS: Final = 72
ARGON2: Final = re.compile(
    r"\$(?P<kind>argon2id?)(\$v=(?P<version>16|19))?\$m=(?P<memory>\d{1,10}),t=(?P<iterations>\d{1,10})"
    r",p=(?P<threads>\d{1,10})\$(?P<salt>[A-Za-z0-9+/]+)\$(?P<digest>[A-Za-z0-9+/]+)"
)
SCRYPT: Final = re.compile(
    r"\$scrypt\$ln=(?P<ln>\d{1,2}),r=(?P<r>\d{1,10}),p=(?P<p>\d{1,10})"
    r"\$(?P<salt>[A-Za-z0-9+/]+)\$(?P<digest>[A-Za-z0-9+/]+)"
)
SCRYPT_MEMORY: Final = 2**31 - 1
"""The most bytes that `hashlib.scrypt` can be told to use."""


class HashArguments(Protocol):
    """The arguments of both migrate endpoints that describe a hash."""

    hash: str
    hash_type: str
    md_5_config: MD5Config | None
    sha_1_config: SHA1Config | None
    sha_512_config: SHA512Config | None
    argon_2_config: Argon2Config | None
    scrypt_config: ScryptConfig | None
    pbkdf_2_config: PBKDF2Config | None


def matcher(password: str) -> Matcher:
    """Keep a password that was set here; quickly, since an emulator's secrets protect nothing."""
    salt = os.urandom(16)
    digest = hashlib.sha256(salt + password.encode()).digest()
    return lambda text: hmac.compare_digest(hashlib.sha256(salt + text.encode()).digest(), digest)


def migrated_matcher(arguments: HashArguments) -> Matcher:
    """Keep a password that comes as a hash of another system, or refuse a hash that cannot be read."""
    read = READERS.get(arguments.hash_type)
    if read is None:
        raise refuse("invalid_hash_type")
    return read(arguments)


def _bcrypt(arguments: HashArguments) -> Matcher:
    import bcrypt  # noqa: PLC0415 - only migrations need it

    value = arguments.hash
    if BCRYPT.fullmatch(value) is None:
        raise refuse("invalid_bcrypt_hash")
    return lambda text: bcrypt.checkpw(text.encode()[:BCRYPT_READS], value.encode())


def _salted(algorithm: str, value: str, config: SaltConfig | None, error_type: str) -> Matcher:
    before, after = (config.prepend_salt, config.append_salt) if config else ("", "")
    digest = _hex(value, error_type)
    if len(digest) != hashlib.new(algorithm).digest_size:
        raise refuse(error_type)
    return lambda text: hmac.compare_digest(hashlib.new(algorithm, f"{before}{text}{after}".encode()).digest(), digest)


def _argon2(arguments: HashArguments) -> Matcher:
    value, config = arguments.hash, arguments.argon_2_config
    if value.startswith("$"):
        return _argon2_encoded(arguments.hash_type, value)
    if config is None:
        raise refuse("invalid_hash", "An Argon2 hash in hexadecimal needs argon_2_config.")
    digest = _hex(value, "invalid_hash")
    if len(digest) != config.key_length:
        raise refuse("argon_2_key_length_mismatch")
    return _argon2_matcher(arguments.hash_type, config, config.salt.encode(), digest, version=19)


def _argon2_encoded(kind: str, value: str) -> Matcher:
    found = ARGON2.fullmatch(value)
    if found is None or found["kind"] != kind.replace("_", ""):
        raise refuse("invalid_hash")
    digest = _unpadded(found["digest"], "invalid_hash")
    config = Argon2Config(
        salt="",
        iteration_amount=int(found["iterations"]),
        memory=int(found["memory"]),
        threads=int(found["threads"]),
        key_length=len(digest),
    )
    salt = _unpadded(found["salt"], "invalid_hash")
    return _argon2_matcher(kind, config, salt, digest, version=int(found["version"] or 16))


def _argon2_matcher(kind: str, config: Argon2Config, salt: bytes, digest: bytes, *, version: int) -> Matcher:
    """Keep an Argon2 hash whose parameters are within the bounds of RFC 9106, or refuse."""
    from argon2 import low_level  # noqa: PLC0415 - only migrations need it

    _expect(len(salt) >= 8, "invalid_argon_2_salt")
    _expect(1 <= config.iteration_amount < 2**31, "invalid_argon_2_iteration_amount")
    _expect(1 <= config.threads < 2**24, "invalid_argon_2_threads")
    _expect(8 * config.threads <= config.memory < 2**31, "invalid_argon_2_memory")
    _expect(config.key_length >= 4, "invalid_argon_2_key_length")
    variant = low_level.Type.I if kind == "argon_2i" else low_level.Type.ID

    def matches(text: str) -> bool:
        found = low_level.hash_secret_raw(
            text.encode(),
            salt,
            time_cost=config.iteration_amount,
            memory_cost=config.memory,
            parallelism=config.threads,
            hash_len=len(digest),
            type=variant,
            version=version,
        )
        return hmac.compare_digest(found, digest)

    return matches


def _scrypt(arguments: HashArguments) -> Matcher:
    value, config = arguments.hash, arguments.scrypt_config
    if value.startswith("$"):
        return _scrypt_encoded(value)
    if config is None:
        raise refuse("invalid_hash", "A scrypt hash that is not in PHC form needs scrypt_config.")
    digest = _base64(value, "invalid_base64_scrypt_hash")
    salt = _base64(config.salt, "invalid_base64_scrypt_salt")
    _expect(len(digest) == config.key_length, "scrypt_key_length_mismatch")
    return _scrypt_matcher(config.n_parameter, config.r_parameter, config.p_parameter, salt, digest)


def _scrypt_encoded(value: str) -> Matcher:
    found = SCRYPT.fullmatch(value)
    if found is None:
        raise refuse("invalid_hash")
    digest, salt = _unpadded(found["digest"], "invalid_hash"), _unpadded(found["salt"], "invalid_hash")
    return _scrypt_matcher(2 ** int(found["ln"]), int(found["r"]), int(found["p"]), salt, digest)


def _scrypt_matcher(n: int, r: int, p: int, salt: bytes, digest: bytes) -> Matcher:
    """Keep a scrypt hash whose parameters can be worked with (RFC 7914), or refuse."""
    _expect(1 < n <= 2**18 and n & (n - 1) == 0, "invalid_scrypt_n_parameter")
    _expect(r >= 1 and p >= 1 and digest != b"", "invalid_scrypt_parameters")
    _expect(128 * r * (n + p + 2) <= SCRYPT_MEMORY, "invalid_scrypt_parameters")

    def matches(text: str) -> bool:
        found = hashlib.scrypt(text.encode(), salt=salt, n=n, r=r, p=p, maxmem=SCRYPT_MEMORY, dklen=len(digest))
        return hmac.compare_digest(found, digest)

    return matches


def _pbkdf2(arguments: HashArguments) -> Matcher:
    config = arguments.pbkdf_2_config
    if config is None:
        raise refuse("invalid_hash", "A PBKDF2 hash needs pbkdf_2_config.")
    algorithm = config.algorithm or "sha256"
    _expect(algorithm in {"sha256", "sha512"}, "invalid_pbkdf_2_algorithm")
    _expect(1 <= config.iteration_amount < 2**31, "invalid_pbkdf_2_iteration_amount")
    salt = _base64(config.salt, "invalid_pbkdf_2_salt")
    digest = _base64(arguments.hash, "invalid_pbkdf_2_hash")
    _expect(len(digest) == config.key_length, "pbkdf_2_key_length_mismatch")

    def matches(text: str) -> bool:
        found = hashlib.pbkdf2_hmac(algorithm, text.encode(), salt, config.iteration_amount, len(digest))
        return hmac.compare_digest(found, digest)

    return matches


def _phpass(arguments: HashArguments) -> Matcher:
    phpass: Any = importlib.import_module("passlib.hash").phpass  # only migrations need it, and it has no types
    value = arguments.hash
    _expect(value.startswith(("$P$", "$H$")), "invalid_phpass_hash_prefix")
    _expect(PHPASS.fullmatch(value) is not None, "invalid_phpass_hash_format")
    return lambda text: bool(phpass.verify(text, value))


PHPASS: Final = re.compile(r"\$[PH]\$[5-9A-S][./A-Za-z0-9]{30}")
"""Prefix, the binary logarithm of the rounds (7 to 30), eight characters of salt, and the digest."""

READERS: Final[Mapping[str, Callable[[HashArguments], Matcher]]] = {
    "bcrypt": _bcrypt,
    "md_5": lambda given: _salted("md5", given.hash, given.md_5_config, "invalid_md_5_hash"),
    "argon_2i": _argon2,
    "argon_2id": _argon2,
    "sha_1": lambda given: _salted("sha1", given.hash, given.sha_1_config, "invalid_sha_1_hash"),
    "sha_512": lambda given: _salted("sha512", given.hash, given.sha_512_config, "invalid_sha_512_hash"),
    "scrypt": _scrypt,
    "phpass": _phpass,
    "pbkdf_2": _pbkdf2,
}
"""By hash type: what reads such a hash, or refuses it."""


def _expect(holds: bool, error_type: str) -> None:  # noqa: FBT001 - the condition is what it is about
    if not holds:
        raise refuse(error_type)


def _hex(value: str, error_type: str) -> bytes:
    try:
        return binascii.unhexlify(value)
    except ValueError:
        raise refuse(error_type) from None


def _base64(value: str, error_type: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except ValueError:
        raise refuse(error_type) from None


def _unpadded(value: str, error_type: str) -> bytes:
    """Read base64 without the signs that fill it up, as PHC strings have it."""
    return _base64(value + "=" * (-len(value) % 4), error_type)
