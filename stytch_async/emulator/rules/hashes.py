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

from stytch_async.emulator.refusals.hashes import (
    ARGON_2_KEY_LENGTH_MISMATCH,
    INVALID_ARGON_2_ITERATION_AMOUNT,
    INVALID_ARGON_2_KEY_LENGTH,
    INVALID_ARGON_2_MEMORY,
    INVALID_ARGON_2_SALT,
    INVALID_ARGON_2_THREADS,
    INVALID_BASE64_SCRYPT_HASH,
    INVALID_BASE64_SCRYPT_SALT,
    INVALID_BCRYPT_HASH,
    INVALID_HASH,
    INVALID_HASH_TYPE,
    INVALID_MD_5_HASH,
    INVALID_PBKDF_2_ALGORITHM,
    INVALID_PBKDF_2_HASH,
    INVALID_PBKDF_2_ITERATION_AMOUNT,
    INVALID_PBKDF_2_SALT,
    INVALID_PHPASS_HASH_FORMAT,
    INVALID_PHPASS_HASH_PREFIX,
    INVALID_SCRYPT_N_PARAMETER,
    INVALID_SCRYPT_PARAMETERS,
    INVALID_SHA_1_HASH,
    INVALID_SHA_512_HASH,
    PBKDF_2_KEY_LENGTH_MISMATCH,
    SCRYPT_KEY_LENGTH_MISMATCH,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
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

BCRYPT: Final = re.compile(r"\$2[abxy]\$(0[4-9]|1[0-6])\$[./A-Za-z0-9]{53}")
"""Prefix, the binary logarithm of the rounds (4 to 16), salt and digest."""

BCRYPT_READS: Final = 72
ARGON2: Final = re.compile(
    r"\$(?P<variant>argon2id?)(\$v=(?P<version>16|19))?\$m=(?P<memory>\d{1,10}),t=(?P<iterations>\d{1,10})"
    r",p=(?P<threads>\d{1,10})\$(?P<salt>[A-Za-z0-9+/]+)\$(?P<digest>[A-Za-z0-9+/]+)"
)
SCRYPT: Final = re.compile(
    r"\$scrypt\$ln=(?P<ln>\d{1,2}),r=(?P<r>\d{1,10}),p=(?P<p>\d{1,10})"
    r"\$(?P<salt>[A-Za-z0-9+/]+)\$(?P<digest>[A-Za-z0-9+/]+)"
)
SCRYPT_MEMORY: Final = 2**31 - 1
"""The most bytes that `hashlib.scrypt` can be told to use."""

ARGON2_MEMORY: Final = 2**20
"""The most KiB that an Argon2 hash may take."""

ARGON2_THREADS: Final = 255
ARGON2_WORK: Final = 2**21
PBKDF2_WORK: Final = 2**21
SCRYPT_WORK: Final = 2**22
"""How much one check of a password may take: a few seconds, so that no hash stops the emulator; inferred."""


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
        raise Refusal(INVALID_HASH_TYPE)
    return read(arguments)


def _bcrypt(arguments: HashArguments) -> Matcher:
    import bcrypt  # noqa: PLC0415 - only migrations need it

    value = arguments.hash
    if BCRYPT.fullmatch(value) is None:
        raise Refusal(INVALID_BCRYPT_HASH)
    return lambda text: bcrypt.checkpw(text.encode()[:BCRYPT_READS], value.encode())


def _salted(algorithm: str, value: str, config: SaltConfig | None, reason: Reason) -> Matcher:
    before, after = (config.prepend_salt, config.append_salt) if config else ("", "")
    digest = _hex(value, reason)
    if len(digest) != hashlib.new(algorithm).digest_size:
        raise Refusal(reason)
    return lambda text: hmac.compare_digest(hashlib.new(algorithm, f"{before}{text}{after}".encode()).digest(), digest)


def _argon2(arguments: HashArguments) -> Matcher:
    value, config = arguments.hash, arguments.argon_2_config
    if value.startswith("$"):
        return _argon2_encoded(arguments.hash_type, value)
    if config is None:
        raise Refusal(INVALID_HASH, "An Argon2 hash in hexadecimal needs argon_2_config.")
    digest = _hex(value, INVALID_HASH)
    if len(digest) != config.key_length:
        raise Refusal(ARGON_2_KEY_LENGTH_MISMATCH)
    return _argon2_matcher(arguments.hash_type, config, config.salt.encode(), digest, version=19)


def _argon2_encoded(hash_type: str, value: str) -> Matcher:
    found = ARGON2.fullmatch(value)
    if found is None or found["variant"] != hash_type.replace("_", ""):
        raise Refusal(INVALID_HASH)
    digest = _unpadded(found["digest"], INVALID_HASH)
    config = Argon2Config(
        salt="",
        iteration_amount=int(found["iterations"]),
        memory=int(found["memory"]),
        threads=int(found["threads"]),
        key_length=len(digest),
    )
    salt = _unpadded(found["salt"], INVALID_HASH)
    return _argon2_matcher(hash_type, config, salt, digest, version=int(found["version"] or 16))


def _argon2_matcher(hash_type: str, config: Argon2Config, salt: bytes, digest: bytes, *, version: int) -> Matcher:
    """Keep an Argon2 hash whose parameters are within the bounds of RFC 9106, and of reason; or refuse."""
    from argon2 import low_level  # noqa: PLC0415 - only migrations need it

    _expect(len(salt) >= 8, INVALID_ARGON_2_SALT)
    _expect(1 <= config.threads <= ARGON2_THREADS, INVALID_ARGON_2_THREADS)
    _expect(8 * config.threads <= config.memory <= ARGON2_MEMORY, INVALID_ARGON_2_MEMORY)
    _expect(1 <= config.iteration_amount <= ARGON2_WORK // config.memory, INVALID_ARGON_2_ITERATION_AMOUNT)
    _expect(config.key_length >= 4, INVALID_ARGON_2_KEY_LENGTH)
    variant = low_level.Type.I if hash_type == "argon_2i" else low_level.Type.ID

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
        raise Refusal(INVALID_HASH, "A scrypt hash that is not in PHC form needs scrypt_config.")
    digest = _base64(value, INVALID_BASE64_SCRYPT_HASH)
    salt = _base64(config.salt, INVALID_BASE64_SCRYPT_SALT)
    _expect(len(digest) == config.key_length, SCRYPT_KEY_LENGTH_MISMATCH)
    return _scrypt_matcher(config.n_parameter, config.r_parameter, config.p_parameter, salt, digest)


def _scrypt_encoded(value: str) -> Matcher:
    found = SCRYPT.fullmatch(value)
    if found is None:
        raise Refusal(INVALID_HASH)
    digest, salt = _unpadded(found["digest"], INVALID_HASH), _unpadded(found["salt"], INVALID_HASH)
    return _scrypt_matcher(2 ** int(found["ln"]), int(found["r"]), int(found["p"]), salt, digest)


def _scrypt_matcher(n: int, r: int, p: int, salt: bytes, digest: bytes) -> Matcher:
    """Keep a scrypt hash whose parameters can be worked with (RFC 7914), or refuse."""
    _expect(1 < n <= 2**18 and n & (n - 1) == 0, INVALID_SCRYPT_N_PARAMETER)
    _expect(r >= 1 and p >= 1 and digest != b"", INVALID_SCRYPT_PARAMETERS)
    _expect(128 * r * (n + p + 2) <= SCRYPT_MEMORY and n * r * p <= SCRYPT_WORK, INVALID_SCRYPT_PARAMETERS)

    def matches(text: str) -> bool:
        found = hashlib.scrypt(text.encode(), salt=salt, n=n, r=r, p=p, maxmem=SCRYPT_MEMORY, dklen=len(digest))
        return hmac.compare_digest(found, digest)

    return matches


def _pbkdf2(arguments: HashArguments) -> Matcher:
    config = arguments.pbkdf_2_config
    if config is None:
        raise Refusal(INVALID_HASH, "A PBKDF2 hash needs pbkdf_2_config.")
    algorithm = "sha256" if config.algorithm is None else config.algorithm
    _expect(algorithm in {"sha256", "sha512"}, INVALID_PBKDF_2_ALGORITHM)
    _expect(1 <= config.iteration_amount <= PBKDF2_WORK, INVALID_PBKDF_2_ITERATION_AMOUNT)
    salt = _base64(config.salt, INVALID_PBKDF_2_SALT)
    digest = _base64(arguments.hash, INVALID_PBKDF_2_HASH)
    _expect(len(digest) == config.key_length, PBKDF_2_KEY_LENGTH_MISMATCH)

    def matches(text: str) -> bool:
        found = hashlib.pbkdf2_hmac(algorithm, text.encode(), salt, config.iteration_amount, len(digest))
        return hmac.compare_digest(found, digest)

    return matches


def _phpass(arguments: HashArguments) -> Matcher:
    phpass: Any = importlib.import_module("passlib.hash").phpass  # only migrations need it, and it has no types
    value = arguments.hash
    _expect(value.startswith(("$P$", "$H$")), INVALID_PHPASS_HASH_PREFIX)
    _expect(PHPASS.fullmatch(value) is not None, INVALID_PHPASS_HASH_FORMAT)
    return lambda text: bool(phpass.verify(text, value))


PHPASS: Final = re.compile(r"\$[PH]\$[5-9A-I][./A-Za-z0-9]{30}")
"""Prefix, the binary logarithm of the rounds (7 to 20), eight characters of salt, and the digest."""

READERS: Final[Mapping[str, Callable[[HashArguments], Matcher]]] = {
    "bcrypt": _bcrypt,
    "md_5": lambda given: _salted("md5", given.hash, given.md_5_config, INVALID_MD_5_HASH),
    "argon_2i": _argon2,
    "argon_2id": _argon2,
    "sha_1": lambda given: _salted("sha1", given.hash, given.sha_1_config, INVALID_SHA_1_HASH),
    "sha_512": lambda given: _salted("sha512", given.hash, given.sha_512_config, INVALID_SHA_512_HASH),
    "scrypt": _scrypt,
    "phpass": _phpass,
    "pbkdf_2": _pbkdf2,
}
"""By hash type: what reads such a hash, or refuses it."""


def _expect(holds: bool, reason: Reason) -> None:  # noqa: FBT001 - the condition is what it is about
    if not holds:
        raise Refusal(reason)


def _hex(value: str, reason: Reason) -> bytes:
    try:
        return binascii.unhexlify(value)
    except ValueError:
        raise Refusal(reason) from None


def _base64(value: str, reason: Reason) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except ValueError:
        raise Refusal(reason) from None


def _unpadded(value: str, reason: Reason) -> bytes:
    """Read base64 without the signs that fill it up, as PHC strings have it."""
    return _base64(value + "=" * (-len(value) % 4), reason)
