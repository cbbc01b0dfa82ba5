"""Email addresses and phone numbers: what counts as one."""

import re
from typing import Final

from stytch_async.emulator.refusals.codes import INVALID_PHONE_NUMBER_COUNTRY_CODE
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.users import INVALID_EMAIL, INVALID_PHONE_NUMBER
from stytch_async.emulator.state.outbox import Channel
from stytch_async.emulator.state.project import Project

__all__ = [
    "check_country",
    "checked_email",
    "checked_phone_number",
    "domain_of",
    "is_email",
    "known_countries",
    "reaches",
]

EMAIL: Final = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
PHONE_NUMBER: Final = re.compile(r"\+[1-9]\d{6,14}")


def is_email(value: str) -> bool:
    """Whether a text is an email address."""
    return EMAIL.fullmatch(value) is not None


def checked_email(value: str, reason: Reason = INVALID_EMAIL) -> str:
    """Return an email address as it is stored, or refuse."""
    if not is_email(value):
        raise Refusal(reason)
    return value.lower()


def checked_phone_number(value: str) -> str:
    """Return a phone number, or refuse."""
    if PHONE_NUMBER.fullmatch(value) is None:
        raise Refusal(INVALID_PHONE_NUMBER)
    return value


def domain_of(email: str) -> str:
    """Return what stands behind the ``@``."""
    return email.partition("@")[2]


def reaches(project: Project, channel: Channel, phone_number: str) -> bool:
    """Whether messages to the country of a number are switched on (behaviour-more W16)."""
    settings = project.settings
    countries = settings.country_codes if channel == "sms" else settings.whatsapp_country_codes
    if countries is None or project.sandbox.user_with(phone_number) is not None:
        return True
    return _country_of(phone_number) in countries


def _country_of(phone_number: str) -> str | None:
    """Return the country of a number, ``None`` where no country has its calling code.

    A number that nobody can have, such as those in films, counts for the country that its calling code is known for.
    """
    import phonenumbers  # noqa: PLC0415 - only messages to phones need it

    try:
        parsed = phonenumbers.parse(phone_number)
    except phonenumbers.NumberParseException:
        return None
    country: str | None = phonenumbers.region_code_for_number(parsed)
    return country or phonenumbers.region_code_for_country_code(parsed.country_code or 0)


def known_countries() -> frozenset[str]:
    """Return the countries that have telephones, by two letters (ISO 3166)."""
    import phonenumbers  # noqa: PLC0415 - as above

    return frozenset(phonenumbers.SUPPORTED_REGIONS)


def check_country(project: Project, channel: Channel, phone_number: str) -> None:
    """Refuse a number in a country that messages are not switched on for."""
    if not reaches(project, channel, checked_phone_number(phone_number)):
        raise Refusal(INVALID_PHONE_NUMBER_COUNTRY_CODE)
