"""How strong a password is, and whether a breach has given it away."""

import string
from collections.abc import Mapping
from typing import Any, Final, TypedDict

import attrs

from stytch_async.emulator.refusals.passwords import (
    BREACHED_PASSWORD,
    CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD,
    WEAK_PASSWORD,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.shared import LUDSRequirements

__all__ = ["Strength", "Verdict", "accept_password", "accept_replacement", "is_breached", "judge", "score", "verdict"]

ENOUGH: Final = 3
"""The least score of zxcvbn that a password may have."""

READ: Final = 72
"""How many characters zxcvbn reads; its time grows steeply with them."""


@attrs.frozen
class Strength:
    """The verdict on a password.

    Attributes:
        strong: Whether it satisfies the project's policy.
        breached: Whether it is known from a breach.
        score: From 0 to 4.
        warning: What is wrong with it, for a person to read; may be empty.
        suggestions: How to better it.
        requirements: Only under the ``luds`` policy.

    """

    strong: bool
    breached: bool
    score: int
    warning: str
    suggestions: list[str]
    requirements: LUDSRequirements | None


def _estimate(secret: str) -> Mapping[str, Any]:
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists take a while to load

    return zxcvbn(secret[:READ])


def score(secret: str) -> int:
    """Return how hard a secret is to guess, from 0 to 4."""
    found: int = _estimate(secret)["score"]
    return found


def judge(project: Project, password: str) -> Strength:
    """Judge a password by the project's policy, or refuse an empty one."""
    if not password:
        raise Refusal(BAD_REQUEST, "the password is empty")
    found = _estimate(password)
    requirements, strong = None, found["score"] >= ENOUGH
    config = project.settings.password_strength_config
    if config.validation_policy == "LUDS":
        requirements = _requirements(password, config.luds_min_password_length, config.luds_min_password_complexity)
        strong = requirements.missing_characters == requirements.missing_complexity == 0
    return Strength(
        strong=strong,
        breached=is_breached(project, password),
        score=found["score"],
        warning=found["feedback"]["warning"] or "",
        suggestions=found["feedback"]["suggestions"],
        requirements=requirements,
    )


def _requirements(password: str, length: int, complexity: int) -> LUDSRequirements:
    lower = any(character in string.ascii_lowercase for character in password)
    upper = any(character in string.ascii_uppercase for character in password)
    digit = any(character in string.digits for character in password)
    symbol = any(character not in string.ascii_letters + string.digits for character in password)
    return LUDSRequirements(
        has_lower_case=lower,
        has_upper_case=upper,
        has_digit=digit,
        has_symbol=symbol,
        missing_complexity=max(0, complexity - sum((lower, upper, digit, symbol))),
        missing_characters=max(0, length - len(password)),
    )


def is_breached(project: Project, password: str) -> bool:
    """Whether a password is known from a breach."""
    return password in project.settings.breached_passwords


class Verdict(TypedDict):
    """What a strength check answers, users and members alike."""

    valid_password: bool
    score: int
    breached_password: bool
    strength_policy: str
    breach_detection_on_create: bool


def verdict(project: Project, strength: Strength, email: str | None) -> Verdict:
    """Return what a strength check answers, or refuse the address; breaches count where one is given."""
    if email is not None:
        checked_email(email)
    config = project.settings.password_strength_config
    breached = strength.breached and email is not None and config.check_breach_on_creation
    return {
        "valid_password": strength.strong and not breached,
        "score": strength.score,
        "breached_password": breached,
        "strength_policy": config.validation_policy.lower(),
        "breach_detection_on_create": config.check_breach_on_creation,
    }


def accept_password(project: Project, password: str) -> None:
    """Refuse a new password that is weak or breached."""
    strength = judge(project, password)
    if strength.breached and project.settings.password_strength_config.check_breach_on_creation:
        raise Refusal(BREACHED_PASSWORD)
    if not strength.strong:
        raise Refusal(WEAK_PASSWORD)


def accept_replacement(project: Project, password: str, old: str) -> None:
    """Refuse a new password that is weak or breached, or that is the old one."""
    if password == old:
        raise Refusal(CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD)
    accept_password(project, password)
