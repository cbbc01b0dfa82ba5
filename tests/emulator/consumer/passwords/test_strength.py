from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]
EMAIL = "ada@example.com"
NEW = "another long and quiet river"
BREACHED = "correct horse battery staple"


@pytest.mark.parametrize(("judged", "valid"), [("password1", False), (NEW, True)])
async def test_strength_follows_the_score(client: Client, judged: str, valid: bool) -> None:  # noqa: FBT001
    """A score of 3 or more is valid, and feedback tells how to get there."""
    strength = await client.passwords.strength_check(password=judged)

    assert (strength.valid_password, strength.score >= 3) == (valid, valid)
    assert (strength.strength_policy, strength.breach_detection_on_create) == ("zxcvbn", True)
    assert strength.feedback is not None
    assert (strength.feedback.warning == "", strength.feedback.luds_requirements) == (valid, None)


@pytest.mark.parametrize(("email", "breached"), [(None, False), (EMAIL, True)])
async def test_breaches_are_looked_up_where_an_address_is_given(
    client: Client,
    email: str | None,
    breached: bool,  # noqa: FBT001
) -> None:
    """Without an address a strength check knows nothing of breaches."""
    strength = await client.passwords.strength_check(password=BREACHED, email=email)

    assert (strength.breached_password, strength.valid_password) == (breached, not breached)


async def test_breaches_are_not_looked_up_where_that_is_switched_off(client: Client, project: Project) -> None:
    """Without detection on create no password counts as breached."""
    project.settings.password_strength_config.check_breach_on_creation = False

    strength = await client.passwords.strength_check(password=BREACHED, email=EMAIL)

    assert (strength.breached_password, strength.valid_password) == (False, True)


@pytest.mark.parametrize(
    ("judged", "missing_complexity", "missing_characters"),
    [("abc", 2, 5), ("abcdefgh", 2, 0), ("Abcdefg1", 0, 0), ("Ab1!", 0, 4), ("äbcdefg1", 0, 0)],
)
async def test_luds_counts_characters_and_their_kinds(
    client: Client, project: Project, judged: str, missing_complexity: int, missing_characters: int
) -> None:
    """Eight characters of three kinds are enough, and the feedback tells what is missing."""
    project.settings.password_strength_config.validation_policy = "LUDS"

    strength = await client.passwords.strength_check(password=judged)

    assert strength.feedback is not None
    luds = strength.feedback.luds_requirements
    assert luds is not None
    assert (luds.missing_complexity, luds.missing_characters) == (missing_complexity, missing_characters)
    assert strength.valid_password == (missing_complexity == missing_characters == 0)


async def test_luds_decides_what_may_be_set(client: Client, refusal: Refusal, project: Project) -> None:
    """Under LUDS the score does not matter."""
    project.settings.password_strength_config.validation_policy = "LUDS"

    found = await refusal(client.passwords.create(email=EMAIL, password="a long and quiet river"))
    created = await client.passwords.create(email=EMAIL, password="Password1")

    assert found == (400, "weak_password")
    assert created.user.password is not None


async def test_strength_is_not_told_of_a_text_that_is_not_an_address(client: Client, refusal: Refusal) -> None:
    """The address, where one is given, must be one."""
    found = await refusal(client.passwords.strength_check(password="a long and quiet river", email="nowhere"))

    assert found == (400, "invalid_email")
