"""Pieces that several products share."""

import datetime as dt
from typing import Annotated, ClassVar, Literal

import attrs

from stytch_async.schemas.markers import Header

__all__ = [
    "Attributes",
    "Authorization",
    "AuthorizationVerdict",
    "DeviceAttributeDetails",
    "DeviceInfo",
    "LUDSRequirements",
    "Locale",
    "Options",
    "ResultsMetadata",
    "SMSLocale",
    "SearchOperator",
]


@attrs.define(kw_only=True)
class Attributes:
    """Where a person logs in from, for Stytch's risk checks."""

    __schema__ = "api_attribute_v1_Attributes"

    ip_address: str | None = None
    user_agent: str | None = None


@attrs.define(kw_only=True)
class Options:
    """What must be the same when a code or link is used as it was when it was asked for.

    Attributes are compared with those given then; a difference is refused as ``attribute_mismatch``.
    """

    __schema__ = "api_magic_v1_Options"

    ip_match_required: bool
    user_agent_match_required: bool


@attrs.define(kw_only=True)
class DeviceAttributeDetails:
    """How well one trait of a device is known for this person.

    Attributes:
        is_new: Whether this login is the first with it.

    """

    __schema__ = "api_device_history_v1_DeviceAttributeDetails"

    is_new: bool
    first_seen_at: dt.datetime | None = None
    last_seen_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class DeviceInfo:
    """The device that a ``telemetry_id`` stands for.

    Attributes:
        visitor_id: Stytch's id of the device.
        ip_geo_country: The country's code.

    """

    __schema__ = "api_device_history_v1_DeviceInfo"

    visitor_id: str
    visitor_id_details: DeviceAttributeDetails | None = None
    ip_address: str | None = None
    ip_address_details: DeviceAttributeDetails | None = None
    ip_geo_city: str | None = None
    ip_geo_region: str | None = None
    ip_geo_country: str | None = None
    ip_geo_country_details: DeviceAttributeDetails | None = None


Locale = Literal["en", "es", "pt-br", "fr"]
"""A language that Stytch writes its messages in."""


SMSLocale = Literal["en", "es", "pt-br", "fr", "it", "de-DE", "zh-Hans", "ca-ES"]
"""A language that a text message with a second factor's code is written in."""


SearchOperator = Literal["OR", "AND"]
"""How the filters of a search combine.

``OR`` is deprecated for users, members and organizations: send several searches instead.
"""


@attrs.define(kw_only=True)
class ResultsMetadata:
    """Where a search stands.

    Attributes:
        total: How many results there are on all pages; -1 where the workspace does not count.
        next_cursor: The ``cursor`` of the next page, or ``None`` after the last.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_connectedapps_v1_ResultsMetadata",
        "api_m2m_v1_ResultsMetadata",
        "api_organization_v1_ResultsMetadata",
        "api_user_v1_ResultsMetadata",
    )

    total: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class Authorization:
    """The session of a member on whose behalf a call is made.

    Stytch then allows only what the member's roles permit, and takes no ``trusted_metadata``. Give one of the two. They
    travel as headers.
    """

    session_token: Annotated[str, Header("X-Stytch-Member-Session")] | None = attrs.field(default=None, repr=False)
    session_jwt: Annotated[str, Header("X-Stytch-Member-SessionJWT")] | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class AuthorizationVerdict:
    """That a session may do what was asked, and why.

    Attributes:
        authorized: Always true; a refusal is an error.
        granting_roles: Every role of the session that permits it.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_b2b_session_v1_AuthorizationVerdict",
        "api_session_v1_AuthorizationVerdict",
    )

    authorized: bool
    granting_roles: list[str]


@attrs.define(kw_only=True)
class LUDSRequirements:
    """How a password fares under a policy of lowercase, uppercase, digit and symbol (LUDS).

    Attributes:
        has_symbol: Characters outside a-z and A-Z may count, for instance umlauts.
        missing_complexity: How many more of the four kinds it needs.
        missing_characters: How many characters it is too short.

    """

    __schema__: ClassVar[tuple[str, ...]] = (
        "api_b2b_password_v1_LudsFeedback",
        "api_password_v1_LUDSRequirements",
    )

    has_lower_case: bool
    has_upper_case: bool
    has_digit: bool
    has_symbol: bool
    missing_complexity: int
    missing_characters: int
