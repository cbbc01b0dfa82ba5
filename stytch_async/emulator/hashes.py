"""Passwords are kept as the function that tells whether a text is the password, whatever hash they came with."""

import base64
import binascii
import hashlib
import hmac
import os
import re
from collections.abc import Callable
from typing import Final, Protocol

from stytch_async.emulator.refusals import refuse
from stytch_async.schemas.hashes import (
    Argon2Config,
    MD5Config,
    PBKDF2Config,
    ScryptConfig,
    SHA1Config,
    SHA512Config,
)

__all__ = ["HashArguments", "matcher", "migrated_matcher"]

Matcher = Callable[[str], bool]
SaltConfig = MD5Config | SHA1Config | SHA512Config

BCRYPT: Final = re.compile(r"\$2[abxy]\$\d\d\$[./A-Za-z0-9]{53}")
BCRYPT_READS: Final = 72
SCRYPT_MEMORY: Final = 2**31 - 1


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
    value = arguments.hash
    match str(arguments.hash_type):
        case "bcrypt":
            return _bcrypt(value)
        case "md_5":
            return _salted("md5", value, arguments.md_5_config, "invalid_md_5_hash")
        case "sha_1":
            return _salted("sha1", value, arguments.sha_1_config, "invalid_sha_1_hash")
        case "sha_512":
            return _salted("sha512", value, arguments.sha_512_config, "invalid_sha_512_hash")
        case "argon_2i" | "argon_2id" as kind:
            return _argon2(kind, value, arguments.argon_2_config)
        case "scrypt":
            return _scrypt(value, arguments.scrypt_config)
        case "pbkdf_2":
            return _pbkdf2(value, arguments.pbkdf_2_config)
        case "phpass":
            return _phpass(value)
        case _:
            raise refuse("invalid_hash_type")


def _bcrypt(value: str) -> Matcher:
    import bcrypt  # noqa: PLC0415 - only migrations need it

    if BCRYPT.fullmatch(value) is None:
        raise refuse("invalid_bcrypt_hash")
    return lambda text: bcrypt.checkpw(text.encode()[:BCRYPT_READS], value.encode())


def _salted(algorithm: str, value: str, config: SaltConfig | None, error_type: str) -> Matcher:
    before, after = (config.prepend_salt, config.append_salt) if config else ("", "")
    digest = _hex(value, error_type)
    if len(digest) != hashlib.new(algorithm).digest_size:
        raise refuse(error_type)
    return lambda text: hmac.compare_digest(hashlib.new(algorithm, f"{before}{text}{after}".encode()).digest(), digest)


def _argon2(kind: str, value: str, config: Argon2Config | None) -> Matcher:
    from argon2 import low_level  # noqa: PLC0415 - only migrations need it
    from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415

    variant = low_level.Type.I if kind == "argon_2i" else low_level.Type.ID
    if value.startswith("$"):

        def matches(text: str) -> bool:
            try:
                return low_level.verify_secret(value.encode(), text.encode(), variant)
            except (Argon2Error, InvalidHashError):
                return False

        return matches
    if config is None:
        raise refuse("invalid_hash", "An argon2 hash in hexadecimal needs argon_2_config.")
    digest = _hex(value, "invalid_hash")

    def matches_raw(text: str) -> bool:
        found = low_level.hash_secret_raw(
            text.encode(),
            config.salt.encode(),
            time_cost=config.iteration_amount,
            memory_cost=config.memory,
            parallelism=config.threads,
            hash_len=config.key_length,
            type=variant,
        )
        return hmac.compare_digest(found, digest)

    return matches_raw


def _scrypt(value: str, config: ScryptConfig | None) -> Matcher:
    if value.startswith("$scrypt$"):
        from passlib.hash import scrypt  # noqa: PLC0415 - only migrations need it

        return lambda text: scrypt.verify(text, value)
    if config is None or not 1 < config.n_parameter <= 2**18 or config.n_parameter & (config.n_parameter - 1):
        raise refuse("invalid_scrypt_parameters")
    digest = _base64(value, "invalid_hash")
    salt = _base64(config.salt, "invalid_scrypt_parameters")

    def matches(text: str) -> bool:
        found = hashlib.scrypt(
            text.encode(),
            salt=salt,
            n=config.n_parameter,
            r=config.r_parameter,
            p=config.p_parameter,
            maxmem=SCRYPT_MEMORY,
            dklen=config.key_length,
        )
        return hmac.compare_digest(found, digest)

    return matches


def _pbkdf2(value: str, config: PBKDF2Config | None) -> Matcher:
    algorithm = (config and config.algorithm) or "sha256"
    if config is None or algorithm not in {"sha256", "sha512"}:
        raise refuse("invalid_pbkdf_2_hash")
    digest, salt = _base64(value, "invalid_pbkdf_2_hash"), _base64(config.salt, "invalid_pbkdf_2_hash")

    def matches(text: str) -> bool:
        found = hashlib.pbkdf2_hmac(algorithm, text.encode(), salt, config.iteration_amount, config.key_length)
        return hmac.compare_digest(found, digest)

    return matches


def _phpass(value: str) -> Matcher:
    from passlib.hash import phpass  # noqa: PLC0415 - only migrations need it

    if not phpass.identify(value):
        raise refuse("invalid_phpass_hash_format")
    return lambda text: phpass.verify(text, value)


def _hex(value: str, error_type: str) -> bytes:
    try:
        return bytes.fromhex(value)
    except ValueError:
        raise refuse(error_type) from None


def _base64(value: str, error_type: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise refuse(error_type) from None
