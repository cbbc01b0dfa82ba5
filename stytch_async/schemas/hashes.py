"""Password hashes of other systems, and what it takes to check a password against them."""

from typing import Annotated, Literal

import attrs

from stytch_async.schemas.markers import Between

__all__ = [
    "Argon2Config",
    "HashType",
    "MD5Config",
    "PBKDF2Algorithm",
    "PBKDF2Config",
    "SHA1Config",
    "SHA512Config",
    "ScryptConfig",
]


@attrs.define(kw_only=True)
class Argon2Config:
    """The parameters of an Argon2 hash that is given in hexadecimal digits.

    Attributes:
        iteration_amount: The time cost.
        memory: The memory cost, in KiB.
        threads: The parallelism.
        key_length: Bytes of the hash.

    """

    __schema__ = "api_password_v1_Argon2Config"

    salt: str = attrs.field(repr=False)
    iteration_amount: int
    memory: int
    threads: int
    key_length: int


@attrs.define(kw_only=True)
class MD5Config:
    """What was put around a password before it was hashed with MD5."""

    __schema__ = "api_password_v1_MD5Config"

    prepend_salt: str = attrs.field(repr=False)
    append_salt: str = attrs.field(repr=False)


PBKDF2Algorithm = Literal["sha256", "sha512"]
"""Which hash PBKDF2 repeats."""


@attrs.define(kw_only=True)
class PBKDF2Config:
    """The parameters of a PBKDF2 hash.

    Attributes:
        salt: In base64.
        key_length: Bytes of the hash.
        algorithm: ``sha256``, the default, or ``sha512``.

    """

    __schema__ = "api_password_v1_PBKDF2Config"

    salt: str = attrs.field(repr=False)
    iteration_amount: int
    key_length: int
    algorithm: PBKDF2Algorithm | str | None = None


@attrs.define(kw_only=True)
class SHA1Config:
    """What was put around a password before it was hashed with SHA-1."""

    __schema__ = "api_password_v1_SHA1Config"

    prepend_salt: str = attrs.field(repr=False)
    append_salt: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class SHA512Config:
    """What was put around a password before it was hashed with SHA-512."""

    __schema__ = "api_password_v1_SHA512Config"

    prepend_salt: str = attrs.field(repr=False)
    append_salt: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class ScryptConfig:
    """The parameters of a scrypt hash that is given in base64 and not in PHC form.

    Attributes:
        n_parameter: The cost, a power of two from 2 to 262144.
        r_parameter: The block size.
        p_parameter: The parallelism.
        key_length: Bytes of the hash.

    """

    __schema__ = "api_password_v1_ScryptConfig"

    salt: str = attrs.field(repr=False)
    n_parameter: Annotated[int, Between(2, 262144)]
    r_parameter: int
    p_parameter: int
    key_length: int


HashType = Literal["bcrypt", "md_5", "argon_2i", "argon_2id", "sha_1", "sha_512", "scrypt", "phpass", "pbkdf_2"]
"""How a password was hashed elsewhere."""
