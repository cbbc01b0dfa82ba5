"""What users and members have in common."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs

from stytch_async.emulator.state.rows.oauth import OAuthRegistration
from stytch_async.emulator.state.rows.totps import TOTP

__all__ = ["Account", "Address", "Password", "Sighting"]


@attrs.define(kw_only=True, eq=False)
class Address:
    """An email address or phone number of a user or member.

    Attributes:
        id: ``email-test-…`` or ``phone-number-test-…``.
        value: The address or number.
        verified: Whether its owner has proven it.
        lapses_at: When it goes again unless it is proven first; for one added to an existing user.

    """

    id: str
    value: str
    verified: bool = False
    lapses_at: dt.datetime | None = None


@attrs.define(kw_only=True, eq=False)
class Password:
    """A password, as the function that tells whether a text is it."""

    id: str
    matches: Callable[[str], bool] = attrs.field(repr=False)
    requires_reset: bool = False


@attrs.frozen
class Sighting:
    """When somebody has logged in with a device, from an address or from a country."""

    first_seen_at: dt.datetime
    last_seen_at: dt.datetime


@attrs.define(kw_only=True, eq=False)
class Account:
    """A user or member; failed logins lock both.

    Attributes:
        recovery_codes: Those that are left to get in without the authenticator app.
        roles: The roles that were assigned by name.
        sightings: By trait of a device and its value: since when it is known for this person.
        failures: How many logins have failed since one succeeded.

    """

    id: str
    created_at: dt.datetime
    password: Password | None = None
    roles: list[str] = attrs.field(factory=list[str])
    trusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
    untrusted_metadata: dict[str, Any] = attrs.field(factory=dict[str, Any])
    external_id: str | None = None
    totp: TOTP | None = None
    recovery_codes: list[str] = attrs.field(factory=list[str], repr=False)
    oauth: list[OAuthRegistration] = attrs.field(factory=list[OAuthRegistration])
    sightings: dict[tuple[str, str], Sighting] = attrs.field(factory=dict[tuple[str, str], Sighting])
    failures: int = 0
    locked_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None

    @property
    def addresses(self) -> list[Address]:
        """All email addresses and phone numbers."""
        raise NotImplementedError
