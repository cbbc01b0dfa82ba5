import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project

BREACHED = "correct horse battery staple"


async def test_strength_is_told_by_zxcvbn(b2b: B2BClient) -> None:
    """By default a password is judged by its score, with advice."""
    checked = await b2b.passwords.strength_check(password="p@ssword1")

    assert (checked.valid_password, checked.strength_policy, checked.breached_password) == (False, "zxcvbn", False)
    assert checked.score < 3
    assert checked.luds_feedback is None
    assert checked.zxcvbn_feedback is not None
    assert checked.zxcvbn_feedback.warning
    assert checked.zxcvbn_feedback.suggestions


async def test_strength_is_told_by_luds(b2b: B2BClient, project: Project) -> None:
    """Under the other policy the answer tells what is there and what lacks."""
    project.settings.password_strength_config.validation_policy = "LUDS"

    checked = await b2b.passwords.strength_check(password="abc1")

    assert (checked.valid_password, checked.strength_policy, checked.zxcvbn_feedback) == (False, "luds", None)
    luds = checked.luds_feedback
    assert luds is not None
    assert (luds.has_lower_case, luds.has_upper_case, luds.has_digit, luds.has_symbol) == (True, False, True, False)
    assert (luds.missing_complexity, luds.missing_characters) == (1, 4)


@pytest.mark.parametrize(
    ("email_address", "detection", "breached"),
    [("ada@example.com", True, True), (None, True, False), ("ada@example.com", False, False)],
)
async def test_breaches_are_told_to_those_who_give_an_address(
    b2b: B2BClient, project: Project, *, email_address: str | None, detection: bool, breached: bool
) -> None:
    """Breaches count where an address is given and the project looks for them."""
    project.settings.password_strength_config.check_breach_on_creation = detection

    checked = await b2b.passwords.strength_check(password=BREACHED, email_address=email_address)

    assert (checked.breached_password, checked.valid_password) == (breached, not breached)
    assert checked.breach_detection_on_create is detection
