"""How strong a password is, and whether a breach has given it away."""

import string
from typing import TYPE_CHECKING, Any, Final

import attrs

from stytch_async.emulator.refusals import refuse

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["Requirements", "Strength", "accept_password", "judge"]

ENOUGH: Final = 3
"""The least score of zxcvbn that a password may have."""

READ: Final = 72
"""How many characters zxcvbn reads; its time grows steeply with them."""


@attrs.frozen
class Requirements:
    """What a password has, and what it lacks, under the ``luds`` policy."""

    has_lower_case: bool
    has_upper_case: bool
    has_digit: bool
    has_symbol: bool
    missing_complexity: int
    missing_characters: int


@attrs.frozen
class Strength:
    """The verdict on a password.

    Attributes:
        valid: Whether it may be set.
        score: From 0 to 4.
        breached: Whether it is known from a breach.
        warning: What is wrong with it, for a person to read; may be empty.
        suggestions: How to better it.
        requirements: Only under the ``luds`` policy.

    """

    valid: bool
    score: int
    breached: bool
    warning: str
    suggestions: list[str]
    requirements: Requirements | None


def judge(project: "Project", password: str) -> Strength:
    """Judge a password by the project's policy."""
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a while to load

    breached = password in project.settings.breached_passwords
    found: dict[str, Any] = zxcvbn(password[:READ])
    requirements, strong = None, found["score"] >= ENOUGH
    if project.settings.strength_policy == "luds":
        requirements = _requirements(password, project.settings.luds_length, project.settings.luds_complexity)
        strong = requirements.missing_characters == requirements.missing_complexity == 0
    return Strength(
        valid=strong and not (breached and project.settings.breach_detection_on_create),
        score=found["score"],
        breached=breached,
        warning=found["feedback"]["warning"] or "",
        suggestions=found["feedback"]["suggestions"],
        requirements=requirements,
    )


def _requirements(password: str, length: int, complexity: int) -> Requirements:
    lower = any(character in string.ascii_lowercase for character in password)
    upper = any(character in string.ascii_uppercase for character in password)
    digit = any(character in string.digits for character in password)
    symbol = any(character not in string.ascii_letters + string.digits for character in password)
    return Requirements(
        has_lower_case=lower,
        has_upper_case=upper,
        has_digit=digit,
        has_symbol=symbol,
        missing_complexity=max(0, complexity - sum((lower, upper, digit, symbol))),
        missing_characters=max(0, length - len(password)),
    )


def accept_password(project: "Project", password: str) -> None:
    """Refuse a new password that is weak or breached."""
    strength = judge(project, password)
    if strength.valid:
        return
    breached = strength.breached and project.settings.breach_detection_on_create
    raise refuse("breached_password" if breached else "weak_password")
