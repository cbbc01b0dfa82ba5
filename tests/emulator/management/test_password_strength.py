from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import Client, ManagementClient

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
Ask = Callable[..., Awaitable[tuple[int, str]]]
Place = dict[str, str]

PASSWORD = "a long and quiet river"
CHECKS = {
    "check_breach_on_creation": True,
    "check_breach_on_authentication": True,
    "validate_on_authentication": False,
}


async def test_passwords_are_judged_as_is_set(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """LUDS wants kinds of characters, zxcvbn does not."""
    config, check = management.password_strength_config, client.passwords.strength_check
    usual = (await config.get(**shop)).password_strength_config
    luds = await config.set(
        **shop, **CHECKS, validation_policy="LUDS", luds_min_password_length=20, luds_min_password_complexity=4
    )
    judged = await check(password=PASSWORD)
    weak = await refusal(client.passwords.create(email="ada@example.com", password=PASSWORD))
    await config.set(**shop, **CHECKS, validation_policy="ZXCVBN")

    created = await client.passwords.create(email="ada@example.com", password=PASSWORD)

    assert (usual.validation_policy, usual.luds_min_password_length, usual.luds_min_password_complexity) == (
        "ZXCVBN",
        None,
        None,
    )
    assert luds.password_strength_config.luds_min_password_length == 20
    assert (judged.strength_policy, judged.valid_password) == ("luds", False)
    assert weak == (400, "weak_password")
    assert created.status_code == 200
    assert (await config.get(**shop)).password_strength_config == usual


async def test_a_password_that_is_weak_by_now_must_be_reset_where_that_is_set(
    management: ManagementClient, client: Client, refusal: Refusal, shop: Place
) -> None:
    """And is good again once it is not."""
    await client.passwords.create(email="ada@example.com", password=PASSWORD)
    config = management.password_strength_config
    strict = {**CHECKS, "validate_on_authentication": True}
    await config.set(**shop, **strict, validation_policy="LUDS", luds_min_password_length=32)

    refused = await refusal(client.passwords.authenticate(email="ada@example.com", password=PASSWORD))
    await config.set(**shop, **CHECKS)
    login = await client.passwords.authenticate(email="ada@example.com", password=PASSWORD)

    assert refused == (400, "reset_password")
    assert login.status_code == 200


@pytest.mark.parametrize(
    ("wanted", "error"),
    [
        ({"luds_min_password_length": 7}, "invalid_password_strength_luds_length"),
        ({"luds_min_password_length": 33}, "invalid_password_strength_luds_length"),
        ({"luds_min_password_complexity": 5}, "invalid_password_strength_luds_complexity"),
        ({"validation_policy": "GUESS"}, "bad_request"),
    ],
)
@pytest.mark.usefixtures("shop")
async def test_luds_has_bounds(ask: Ask, wanted: dict[str, Any], error: str) -> None:
    """8 to 32 characters, 1 to 4 kinds of them."""
    path = "/pwa/v3/projects/shop/environments/test/password_strength_config"

    assert await ask("PUT", path, {**CHECKS, "validation_policy": "LUDS", **wanted}) == (400, error)


async def test_luds_means_nothing_to_zxcvbn(management: ManagementClient, shop: Place) -> None:
    """What is given for the other policy is passed over."""
    found = await management.password_strength_config.set(**shop, **CHECKS, luds_min_password_length=99)

    assert found.password_strength_config.luds_min_password_length is None
