"""What a project's owner would set in Stytch's dashboard."""

import datetime as dt
import re
from typing import Final, Literal

import attrs
from attrs.validators import ge, le

from stytch_async.emulator.state.policy import Policy

__all__ = ["Settings"]


COUNTRY: Final = re.compile(r"[A-Z]{2}")


def _breached() -> set[str]:
    return {"correct horse battery staple", "correcthorsebatterystaple", "Tr0ub4dor&3 Tr0ub4dor&3"}


def _check_countries(_: object, field: "attrs.Attribute[set[str] | None]", value: set[str] | None) -> None:
    """Refuse calling codes, which several countries may share (behaviour-more W16)."""
    if value is not None and not all(COUNTRY.fullmatch(code) for code in value):
        raise ValueError(f"{field.name} are of two capital letters, such as US")


@attrs.define(kw_only=True)
class Settings:
    """The settings of a project; change them at any time.

    Attributes:
        strength_policy: How passwords are judged: by the zxcvbn score, or by length and kinds of characters.
        luds_length: The least length under ``luds``.
        luds_complexity: How many of lower case, upper case, digits and symbols ``luds`` wants; 1 to 4.
        breached_passwords: The passwords that count as breached.
        breach_detection_on_create: Whether a breached password is refused when it is set.
        breach_detection_on_authentication: Whether a breached password must be reset at the next login.
        cross_organization_passwords: Whether a B2B password is good in every organization of its email address.
        policy: The RBAC policy: what the project's own roles permit.
        lock_threshold: How many failed logins in a row lock a user or member; 1 to 100.
        lock_duration: How long such a lock lasts; 5 minutes to 7 days.
        country_codes: The countries that SMS may be sent to, by two letters (ISO 3166); ``None`` for all.
        whatsapp_country_codes: The same for WhatsApp.
        redirect_urls: Where links may lead; ``None`` for anywhere.
        default_redirect_url: Where links lead that were asked for without a URL; ``None`` for such to be refused.

    """

    strength_policy: Literal["zxcvbn", "luds"] = "zxcvbn"
    luds_length: int = 8
    luds_complexity: int = attrs.field(default=3, validator=[ge(1), le(4)])
    breached_passwords: set[str] = attrs.field(factory=_breached, repr=False)
    breach_detection_on_create: bool = True
    breach_detection_on_authentication: bool = True
    cross_organization_passwords: bool = False
    policy: Policy = attrs.field(factory=Policy)
    lock_threshold: int = attrs.field(default=10, validator=[ge(1), le(100)])
    lock_duration: dt.timedelta = attrs.field(
        default=dt.timedelta(hours=1), validator=[ge(dt.timedelta(minutes=5)), le(dt.timedelta(days=7))]
    )
    country_codes: set[str] | None = attrs.field(factory=lambda: {"CA", "US"}, validator=_check_countries)
    whatsapp_country_codes: set[str] | None = attrs.field(factory=lambda: {"CA", "US"}, validator=_check_countries)
    redirect_urls: set[str] | None = None
    default_redirect_url: str | None = "http://localhost:3000/authenticate"
