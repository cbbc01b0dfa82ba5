from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Policy, Project
from stytch_async.schemas.consumer.users import Name
from stytch_async.schemas.hashes import (
    Argon2Config,
    MD5Config,
    PBKDF2Config,
    ScryptConfig,
    SHA1Config,
    SHA512Config,
)

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL = "ada@example.com"
PHONE = "+12025550162"

BCRYPT = "$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW"
"""Of crypt_blowfish's own tests: ``U*U``."""

MD5 = "5f4dcc3b5aa765d61d8327deb882cf99"
MD5_SALTED = "85d50423daa3f2c59f8f4a0c28620a3c"
SHA1 = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"
SHA1_SALTED = "78a9dd5f4ff1b84da8c22a82dd772a286b3f7d47"
SHA512 = (
    "b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb9"
    "80b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86"
)
SHA512_SALTED = (
    "efe1fb22ecb6b4bb369f2a4cfefe6df31e3c78eb896f78e504ac70fad6921e8e"
    "a65d95053d74365916725cab14924a5cff0dae909632a95000cf3aaedd7ecd98"
)
"""Of the coreutils: ``password``, and ``password`` between ``salt`` and ``pepper``."""

ARGON2I = "89e9029f4637b295beb027056a7336c414fadd43f6b208645281cb214a56452f"
ARGON2I_ENCODED = "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8"
ARGON2I_OLD = "$argon2i$m=256,t=2,p=1$c29tZXNhbHQ$/U3YPXYsSb3q9XxHvc0MLxur+GP960kN9j7emXX8zwY"
ARGON2ID = "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"
ARGON2ID_ENCODED = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
ARGON2_CONFIG = Argon2Config(salt="somesalt", iteration_amount=2, memory=256, threads=1, key_length=32)
"""Of the reference implementation's own tests: ``password``."""

SCRYPT = "/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA=="
SCRYPT_CONFIG = ScryptConfig(salt="TmFDbA==", n_parameter=1024, r_parameter=8, p_parameter=16, key_length=64)
"""Of RFC 7914: ``password``."""

SCRYPT_ENCODED = "$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E"
"""Of passlib's documentation: ``password``."""

PHPASS = "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"
"""Of phpass's own tests: ``test12345``."""

PBKDF2_SHA256 = "xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o="
PBKDF2_SHA512 = "hn9wzxreAs/zdSWZo6U9xK80x6ZpgVrl1RNVThyM8lLALUcKKFoFAbrZmb/pQ8CPBQI119aLHaVeY/c7YKV/zg=="
PBKDF2_CONFIG = PBKDF2Config(salt="c2FsdA==", iteration_amount=4096, key_length=32, algorithm="sha256")
PBKDF2_CONFIG_512 = PBKDF2Config(salt="c2FsdA==", iteration_amount=1, key_length=64, algorithm="sha512")
"""Of OpenSSL: ``password`` with the salt ``salt``."""

HASHES = {
    "bcrypt": ({"hash_type": "bcrypt", "hash": BCRYPT}, "U*U"),
    "bcrypt-2y": ({"hash_type": "bcrypt", "hash": BCRYPT.replace("$2a$", "$2y$")}, "U*U"),
    "md5": ({"hash_type": "md_5", "hash": MD5}, "password"),
    "md5-upper-case": ({"hash_type": "md_5", "hash": MD5.upper()}, "password"),
    "md5-salted": (
        {
            "hash_type": "md_5",
            "hash": MD5_SALTED,
            "md_5_config": MD5Config(prepend_salt="salt", append_salt="pepper"),
        },
        "password",
    ),
    "sha1": ({"hash_type": "sha_1", "hash": SHA1}, "password"),
    "sha1-salted": (
        {
            "hash_type": "sha_1",
            "hash": SHA1_SALTED,
            "sha_1_config": SHA1Config(prepend_salt="salt", append_salt="pepper"),
        },
        "password",
    ),
    "sha512": ({"hash_type": "sha_512", "hash": SHA512}, "password"),
    "sha512-salted": (
        {
            "hash_type": "sha_512",
            "hash": SHA512_SALTED,
            "sha_512_config": SHA512Config(prepend_salt="salt", append_salt="pepper"),
        },
        "password",
    ),
    "argon2i": ({"hash_type": "argon_2i", "hash": ARGON2I, "argon_2_config": ARGON2_CONFIG}, "password"),
    "argon2i-encoded": ({"hash_type": "argon_2i", "hash": ARGON2I_ENCODED}, "password"),
    "argon2i-encoded-version-16": ({"hash_type": "argon_2i", "hash": ARGON2I_OLD}, "password"),
    "argon2id": ({"hash_type": "argon_2id", "hash": ARGON2ID, "argon_2_config": ARGON2_CONFIG}, "password"),
    "argon2id-encoded": ({"hash_type": "argon_2id", "hash": ARGON2ID_ENCODED}, "password"),
    "scrypt": ({"hash_type": "scrypt", "hash": SCRYPT, "scrypt_config": SCRYPT_CONFIG}, "password"),
    "scrypt-encoded": ({"hash_type": "scrypt", "hash": SCRYPT_ENCODED}, "password"),
    "phpass": ({"hash_type": "phpass", "hash": PHPASS}, "test12345"),
    "phpass-of-phpbb": ({"hash_type": "phpass", "hash": PHPASS.replace("$P$", "$H$")}, "test12345"),
    "pbkdf2-sha256": ({"hash_type": "pbkdf_2", "hash": PBKDF2_SHA256, "pbkdf_2_config": PBKDF2_CONFIG}, "password"),
    "pbkdf2-by-default": (
        {
            "hash_type": "pbkdf_2",
            "hash": PBKDF2_SHA256,
            "pbkdf_2_config": PBKDF2Config(salt="c2FsdA==", iteration_amount=4096, key_length=32),
        },
        "password",
    ),
    "pbkdf2-sha512": (
        {"hash_type": "pbkdf_2", "hash": PBKDF2_SHA512, "pbkdf_2_config": PBKDF2_CONFIG_512},
        "password",
    ),
}


def argon2(**changes: object) -> dict[str, Any]:
    """Return the arguments of an Argon2 hash in hexadecimal, with parts of its parameters changed."""
    config = attrs.evolve(ARGON2_CONFIG, **changes)
    return {"hash_type": "argon_2id", "hash": ARGON2ID, "argon_2_config": config}


def scrypt(value: str = SCRYPT, **changes: object) -> dict[str, Any]:
    """Return the arguments of a scrypt hash in base64, with parts of its parameters changed."""
    return {"hash_type": "scrypt", "hash": value, "scrypt_config": attrs.evolve(SCRYPT_CONFIG, **changes)}


def pbkdf2(value: str = PBKDF2_SHA256, **changes: object) -> dict[str, Any]:
    """Return the arguments of a PBKDF2 hash, with parts of its parameters changed."""
    return {"hash_type": "pbkdf_2", "hash": value, "pbkdf_2_config": attrs.evolve(PBKDF2_CONFIG, **changes)}


@pytest.mark.parametrize(("arguments", "text"), HASHES.values(), ids=HASHES)
async def test_migrated_password_logs_in(
    client: Client, refusal: Refusal, arguments: dict[str, Any], text: str
) -> None:
    """The password that a hash was made of logs in, and no other does."""
    migrated = await client.passwords.migrate(email=EMAIL, **arguments)

    wrong = await refusal(client.passwords.authenticate(email=EMAIL, password=f"{text}."))

    login = await client.passwords.authenticate(email=EMAIL, password=text)
    assert wrong == (401, "unauthorized_credentials")
    assert login.user_id == migrated.user_id


async def test_bcrypt_reads_72_bytes(client: Client) -> None:
    """What is longer than bcrypt reads is cut, as the system that made the hash did."""
    hashed = "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui"
    await client.passwords.migrate(email=EMAIL, hash_type="bcrypt", hash=hashed)

    login = await client.passwords.authenticate(
        email=EMAIL,
        password="0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored",
    )

    assert login.status_code == 200


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({"hash_type": "whirlpool", "hash": MD5}, "invalid_hash_type"),
        ({"hash_type": "bcrypt", "hash": BCRYPT[:-1]}, "invalid_bcrypt_hash"),
        ({"hash_type": "bcrypt", "hash": BCRYPT.replace("$05$", "$03$")}, "invalid_bcrypt_hash"),
        ({"hash_type": "bcrypt", "hash": BCRYPT.replace("$05$", "$31$")}, "invalid_bcrypt_hash"),
        ({"hash_type": "bcrypt", "hash": MD5}, "invalid_bcrypt_hash"),
        ({"hash_type": "md_5", "hash": SHA1}, "invalid_md_5_hash"),
        ({"hash_type": "md_5", "hash": "not hexadecimal"}, "invalid_md_5_hash"),
        ({"hash_type": "sha_1", "hash": MD5}, "invalid_sha_1_hash"),
        ({"hash_type": "sha_512", "hash": SHA512[:-2]}, "invalid_sha_512_hash"),
        ({"hash_type": "argon_2id", "hash": ARGON2ID}, "invalid_hash"),
        ({"hash_type": "argon_2id", "hash": ARGON2I_ENCODED}, "invalid_hash"),
        ({"hash_type": "argon_2id", "hash": ARGON2ID_ENCODED.replace("m=256,", "")}, "invalid_hash"),
        ({"hash_type": "argon_2id", "hash": ARGON2ID_ENCODED[:-2]}, "invalid_hash"),
        ({"hash_type": "argon_2id", "hash": ARGON2ID_ENCODED.replace("m=256", "m=7")}, "invalid_argon_2_memory"),
        (argon2() | {"hash": "no hexadecimal"}, "invalid_hash"),
        (argon2(salt="short"), "invalid_argon_2_salt"),
        (argon2(iteration_amount=2**31), "invalid_argon_2_iteration_amount"),
        (argon2(iteration_amount=3, memory=2**20), "invalid_argon_2_iteration_amount"),
        (argon2(memory=2**31 - 1), "invalid_argon_2_memory"),
        (argon2(threads=256, memory=2**20), "invalid_argon_2_threads"),
        (
            {"hash_type": "argon_2id", "hash": ARGON2ID_ENCODED.replace("t=2", "t=9999999")},
            "invalid_argon_2_iteration_amount",
        ),
        (argon2(iteration_amount=0), "invalid_argon_2_iteration_amount"),
        (argon2(memory=4), "invalid_argon_2_memory"),
        (argon2(threads=0), "invalid_argon_2_threads"),
        (argon2(key_length=16), "argon_2_key_length_mismatch"),
        (argon2(key_length=2) | {"hash": "abcd"}, "invalid_argon_2_key_length"),
        ({"hash_type": "scrypt", "hash": SCRYPT}, "invalid_hash"),
        ({"hash_type": "scrypt", "hash": "$scrypt$ln=16$salt$hash"}, "invalid_hash"),
        ({"hash_type": "scrypt", "hash": SCRYPT_ENCODED.replace("ln=16", "ln=19")}, "invalid_scrypt_n_parameter"),
        (scrypt(n_parameter=1000), "invalid_scrypt_n_parameter"),
        (scrypt(r_parameter=0), "invalid_scrypt_parameters"),
        (scrypt(p_parameter=0), "invalid_scrypt_parameters"),
        (scrypt(n_parameter=2**18, r_parameter=64), "invalid_scrypt_parameters"),
        (scrypt(n_parameter=2**18, p_parameter=2**16), "invalid_scrypt_parameters"),
        (scrypt(key_length=32), "scrypt_key_length_mismatch"),
        (scrypt("no base64!"), "invalid_base64_scrypt_hash"),
        (scrypt(salt="no base64!"), "invalid_base64_scrypt_salt"),
        ({"hash_type": "phpass", "hash": PHPASS.replace("$P$", "$Q$")}, "invalid_phpass_hash_prefix"),
        ({"hash_type": "phpass", "hash": PHPASS[:-1]}, "invalid_phpass_hash_format"),
        ({"hash_type": "phpass", "hash": PHPASS.replace("$P$9", "$P$4")}, "invalid_phpass_hash_format"),
        ({"hash_type": "phpass", "hash": PHPASS.replace("$P$9", "$P$S")}, "invalid_phpass_hash_format"),
        ({"hash_type": "pbkdf_2", "hash": PBKDF2_SHA256}, "invalid_hash"),
        (pbkdf2(algorithm=""), "invalid_pbkdf_2_algorithm"),
        (pbkdf2(iteration_amount=2**31 - 1), "invalid_pbkdf_2_iteration_amount"),
        (pbkdf2(algorithm="md5"), "invalid_pbkdf_2_algorithm"),
        (pbkdf2(iteration_amount=0), "invalid_pbkdf_2_iteration_amount"),
        (pbkdf2(salt="no base64!"), "invalid_pbkdf_2_salt"),
        (pbkdf2("no base64!"), "invalid_pbkdf_2_hash"),
        (pbkdf2(key_length=64), "pbkdf_2_key_length_mismatch"),
    ],
)
async def test_unreadable_hash_is_refused(
    client: Client, refusal: Refusal, arguments: dict[str, Any], error_type: str
) -> None:
    """A hash that no password can match is refused when it is migrated, and no user is made."""
    found = await refusal(client.passwords.migrate(email=EMAIL, **arguments))

    everybody = await client.users.search()
    assert found == (400, error_type)
    assert everybody.results == []


async def test_migration_makes_the_user(client: Client, project: Project) -> None:
    """Where nobody has the address a user is made, of whatever is said."""
    project.settings.policy = Policy({"editor": {"documents": {"write"}}})

    migrated = await client.passwords.migrate(
        email="Ada@Example.com",
        hash_type="md_5",
        hash=MD5,
        name=Name(first_name="Ada"),
        trusted_metadata={"plan": "pro"},
        phone_number=PHONE,
        set_email_verified=True,
        set_phone_number_verified=True,
        external_id="app-1",
        roles=["editor"],
    )

    user = migrated.user
    assert (migrated.user_created, user.external_id, user.roles) == (True, "app-1", ["stytch_user", "editor"])
    assert [(e.email_id, e.email, e.verified) for e in user.emails] == [(migrated.email_id, EMAIL, True)]
    assert [(p.phone_number, p.verified) for p in user.phone_numbers] == [(PHONE, True)]
    assert (user.name and user.name.first_name, user.trusted_metadata) == ("Ada", {"plan": "pro"})


async def test_migration_leaves_addresses_unproven_by_default(client: Client) -> None:
    """Unless it is vouched for, the address stays unverified."""
    migrated = await client.passwords.migrate(email=EMAIL, hash_type="md_5", hash=MD5, phone_number=PHONE)

    assert [email.verified for email in migrated.user.emails] == [False]
    assert [phone.verified for phone in migrated.user.phone_numbers] == [False]


async def test_migration_finds_the_user(client: Client) -> None:
    """A user without a password gets one; the external id of a known user stays as it is."""
    created = await client.users.create(email=EMAIL, phone_number=PHONE)

    migrated = await client.passwords.migrate(
        email=EMAIL,
        hash_type="md_5",
        hash=MD5,
        external_id="app-1",
        phone_number=PHONE,
        set_phone_number_verified=True,
    )

    assert (migrated.user_id, migrated.user_created) == (created.user_id, False)
    assert (migrated.email_id, migrated.user.external_id) == (created.email_id, None)
    assert [(p.phone_id, p.verified) for p in migrated.user.phone_numbers] == [(created.phone_id, True)]


async def test_migration_does_not_replace_a_password(client: Client, refusal: Refusal) -> None:
    """A user who has a password keeps it."""
    await client.passwords.migrate(email=EMAIL, hash_type="md_5", hash=MD5)

    found = await refusal(client.passwords.migrate(email=EMAIL, hash_type="sha_1", hash=SHA1))

    assert found == (400, "password_already_exists")


@pytest.mark.parametrize(
    ("arguments", "error_type"),
    [
        ({"phone_number": PHONE}, "duplicate_phone_number"),
        ({"phone_number": "1"}, "invalid_phone_number"),
        ({"external_id": "app-1"}, "duplicate_user_external_id"),
        ({"roles": ["stytch_user"]}, "cannot_assign_default_rbac_role_id"),
    ],
)
async def test_refused_migration_makes_nobody(
    client: Client, refusal: Refusal, arguments: dict[str, Any], error_type: str
) -> None:
    """What somebody else has cannot be taken along, and no user is made."""
    await client.users.create(email="grace@example.com", phone_number=PHONE, external_id="app-1")

    found = await refusal(client.passwords.migrate(email=EMAIL, hash_type="md_5", hash=MD5, **arguments))

    everybody = await client.users.search()
    assert found == (400, error_type)
    assert len(everybody.results) == 1
