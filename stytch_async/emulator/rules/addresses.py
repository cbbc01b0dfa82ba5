"""Email addresses and phone numbers: what counts as one."""

import re
from typing import Final

from stytch_async.emulator.refusals.codes import INVALID_PHONE_NUMBER_COUNTRY_CODE
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import INVALID_EMAIL, INVALID_PHONE_NUMBER
from stytch_async.emulator.state.project import Project

__all__ = ["check_country", "checked_email", "checked_phone_number", "domain_of"]

EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
PHONE_NUMBER: Final = re.compile(r"\+[1-9]\d{6,14}")


def checked_email(value: str) -> str:
    """Return an email address as it is stored, or refuse."""
    if EMAIL.fullmatch(value) is None:
        raise Refusal(INVALID_EMAIL)
    return value.lower()


def checked_phone_number(value: str) -> str:
    """Return a phone number, or refuse."""
    if PHONE_NUMBER.fullmatch(value) is None:
        raise Refusal(INVALID_PHONE_NUMBER)
    return value


def domain_of(email: str) -> str:
    """Return what stands behind the ``@``."""
    return email.partition("@")[2]


def check_country(project: Project, phone_number: str) -> None:
    """Refuse a number in a country that messages are not switched on for."""
    codes = project.settings.country_codes
    if codes is not None and not checked_phone_number(phone_number).startswith(tuple(f"+{code}" for code in codes)):
        raise Refusal(INVALID_PHONE_NUMBER_COUNTRY_CODE)
