"""Hashes of passwords that come from another system."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "ARGON_2_KEY_LENGTH_MISMATCH",
    "INVALID_ARGON_2_ITERATION_AMOUNT",
    "INVALID_ARGON_2_KEY_LENGTH",
    "INVALID_ARGON_2_MEMORY",
    "INVALID_ARGON_2_SALT",
    "INVALID_ARGON_2_THREADS",
    "INVALID_BASE64_SCRYPT_HASH",
    "INVALID_BASE64_SCRYPT_SALT",
    "INVALID_BCRYPT_HASH",
    "INVALID_HASH",
    "INVALID_HASH_TYPE",
    "INVALID_MD_5_HASH",
    "INVALID_PBKDF_2_ALGORITHM",
    "INVALID_PBKDF_2_HASH",
    "INVALID_PBKDF_2_ITERATION_AMOUNT",
    "INVALID_PBKDF_2_SALT",
    "INVALID_PHPASS_HASH_FORMAT",
    "INVALID_PHPASS_HASH_PREFIX",
    "INVALID_SCRYPT_N_PARAMETER",
    "INVALID_SCRYPT_PARAMETERS",
    "INVALID_SHA_1_HASH",
    "INVALID_SHA_512_HASH",
    "PBKDF_2_KEY_LENGTH_MISMATCH",
    "SCRYPT_KEY_LENGTH_MISMATCH",
]

ARGON_2_KEY_LENGTH_MISMATCH: Final = Reason(
    400, "argon_2_key_length_mismatch", "The hash is not as long as key_length says."
)
INVALID_ARGON_2_ITERATION_AMOUNT: Final = Reason(
    400,
    "invalid_argon_2_iteration_amount",
    "An Argon2 hash takes one iteration at least, and not more than can be checked in a few seconds.",
)
INVALID_ARGON_2_KEY_LENGTH: Final = Reason(400, "invalid_argon_2_key_length", "An Argon2 hash has 4 bytes at least.")
INVALID_ARGON_2_MEMORY: Final = Reason(
    400, "invalid_argon_2_memory", "An Argon2 hash takes 8 KiB of memory for each thread at least, and 1 GiB at most."
)
INVALID_ARGON_2_SALT: Final = Reason(400, "invalid_argon_2_salt", "The salt of an Argon2 hash has 8 bytes at least.")
INVALID_ARGON_2_THREADS: Final = Reason(400, "invalid_argon_2_threads", "An Argon2 hash takes 1 to 255 threads.")
INVALID_BASE64_SCRYPT_HASH: Final = Reason(400, "invalid_base64_scrypt_hash", "The hash is not base64.")
INVALID_BASE64_SCRYPT_SALT: Final = Reason(400, "invalid_base64_scrypt_salt", "The salt is not base64.")
INVALID_BCRYPT_HASH: Final = Reason(400, "invalid_bcrypt_hash", "The hash is not a bcrypt hash.")
INVALID_HASH: Final = Reason(400, "invalid_hash", "The hash cannot be read.")
INVALID_HASH_TYPE: Final = Reason(400, "invalid_hash_type", "That hash type is not known.")
INVALID_MD_5_HASH: Final = Reason(400, "invalid_md_5_hash", "The hash is not an MD5 hash.")
INVALID_PBKDF_2_ALGORITHM: Final = Reason(400, "invalid_pbkdf_2_algorithm", "The algorithm is sha256 or sha512.")
INVALID_PBKDF_2_HASH: Final = Reason(400, "invalid_pbkdf_2_hash", "The hash is not base64.")
INVALID_PBKDF_2_ITERATION_AMOUNT: Final = Reason(
    400, "invalid_pbkdf_2_iteration_amount", "A PBKDF2 hash takes 1 to 2097152 iterations."
)
INVALID_PBKDF_2_SALT: Final = Reason(400, "invalid_pbkdf_2_salt", "The salt is not base64.")
INVALID_PHPASS_HASH_FORMAT: Final = Reason(400, "invalid_phpass_hash_format", "The hash is not a phpass hash.")
INVALID_PHPASS_HASH_PREFIX: Final = Reason(400, "invalid_phpass_hash_prefix", "A phpass hash begins with $P$ or $H$.")
INVALID_SCRYPT_N_PARAMETER: Final = Reason(
    400, "invalid_scrypt_n_parameter", "The N of scrypt is a power of two from 2 to 262144."
)
INVALID_SCRYPT_PARAMETERS: Final = Reason(
    400,
    "invalid_scrypt_parameters",
    "The r, p and key length of scrypt are 1 at least, and what they take with N is bounded.",
)
INVALID_SHA_1_HASH: Final = Reason(400, "invalid_sha_1_hash", "The hash is not a SHA-1 hash.")
INVALID_SHA_512_HASH: Final = Reason(400, "invalid_sha_512_hash", "The hash is not a SHA-512 hash.")
PBKDF_2_KEY_LENGTH_MISMATCH: Final = Reason(
    400, "pbkdf_2_key_length_mismatch", "The hash is not as long as key_length says."
)
SCRYPT_KEY_LENGTH_MISMATCH: Final = Reason(
    400, "scrypt_key_length_mismatch", "The hash is not as long as key_length says."
)
