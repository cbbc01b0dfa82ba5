"""Email addresses and phone numbers: what counts as one."""

import re
from typing import Final

from stytch_async.emulator.refusals import refuse

__all__ = ["checked_email", "checked_phone_number", "domain_of"]

EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
PHONE_NUMBER: Final = re.compile(r"\+[1-9]\d{6,14}")


def checked_email(value: str) -> str:
    """Return an email address as it is stored, or refuse."""
    if EMAIL.fullmatch(value) is None:
        raise refuse("invalid_email")
    return value.lower()


def checked_phone_number(value: str) -> str:
    """Return a phone number, or refuse."""
    if PHONE_NUMBER.fullmatch(value) is None:
        raise refuse("invalid_phone_number")
    return value


def domain_of(email: str) -> str:
    """Return what stands behind the ``@``."""
    return email.partition("@")[2]
