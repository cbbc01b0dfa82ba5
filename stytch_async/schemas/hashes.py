"""TODO"""

import enum

import attrs

__all__ = [
    "Argon2Config",
    "HashType",
    "MD5Config",
    "PBKDF2Config",
    "SHA1Config",
    "SHA512Config",
    "ScryptConfig",
]


@attrs.define(kw_only=True)
class Argon2Config:
    """TODO"""

    __schema__ = "api_password_v1_Argon2Config"

    salt: str = attrs.field(repr=False)
    iteration_amount: int
    memory: int
    threads: int
    key_length: int


@attrs.define(kw_only=True)
class MD5Config:
    """TODO"""

    __schema__ = "api_password_v1_MD5Config"

    prepend_salt: str = attrs.field(repr=False)
    append_salt: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class PBKDF2Config:
    """TODO"""

    __schema__ = "api_password_v1_PBKDF2Config"

    salt: str = attrs.field(repr=False)
    iteration_amount: int
    key_length: int
    algorithm: str


@attrs.define(kw_only=True)
class SHA1Config:
    """TODO"""

    __schema__ = "api_password_v1_SHA1Config"

    prepend_salt: str = attrs.field(repr=False)
    append_salt: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class SHA512Config:
    """TODO"""

    __schema__ = "api_password_v1_SHA512Config"

    prepend_salt: str = attrs.field(repr=False)
    append_salt: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class ScryptConfig:
    """TODO"""

    __schema__ = "api_password_v1_ScryptConfig"

    salt: str = attrs.field(repr=False)
    n_parameter: int
    r_parameter: int
    p_parameter: int
    key_length: int


class HashType(enum.StrEnum):
    """TODO"""

    __schema__ = (
        "api_b2b_password_v1_MigrateRequestHashType",
        "api_password_v1_MigrateRequestHashType",
    )

    BCRYPT = "bcrypt"
    MD_5 = "md_5"
    ARGON_2I = "argon_2i"
    ARGON_2ID = "argon_2id"
    SHA_1 = "sha_1"
    SHA_512 = "sha_512"
    SCRYPT = "scrypt"
    PHPASS = "phpass"
    PBKDF_2 = "pbkdf_2"
