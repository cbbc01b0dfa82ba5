"""TODO"""

import datetime as dt
import enum
from typing import Annotated

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
    "SearchOperator",
]


@attrs.define(kw_only=True)
class Attributes:
    """TODO"""

    __schema__ = "api_attribute_v1_Attributes"

    ip_address: str | None = None
    user_agent: str | None = None


@attrs.define(kw_only=True)
class Options:
    """TODO"""

    __schema__ = "api_magic_v1_Options"

    ip_match_required: bool
    user_agent_match_required: bool


@attrs.define(kw_only=True)
class DeviceAttributeDetails:
    """TODO"""

    __schema__ = "api_device_history_v1_DeviceAttributeDetails"

    is_new: bool
    first_seen_at: dt.datetime | None = None
    last_seen_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class DeviceInfo:
    """TODO"""

    __schema__ = "api_device_history_v1_DeviceInfo"

    visitor_id: str
    visitor_id_details: DeviceAttributeDetails | None = None
    ip_address: str | None = None
    ip_address_details: DeviceAttributeDetails | None = None
    ip_geo_city: str | None = None
    ip_geo_region: str | None = None
    ip_geo_country: str | None = None
    ip_geo_country_details: DeviceAttributeDetails | None = None


class Locale(enum.StrEnum):
    """TODO"""

    __schema__ = (
        "api_b2b_magic_v1_AuthenticateRequestLocale",
        "api_b2b_magic_v1_InviteRequestLocale",
        "api_b2b_magic_v1_LoginOrSignupRequestLocale",
        "api_b2b_magic_v1_SendRequestLocale",
        "api_b2b_otp_v1_AuthenticateRequestLocale",
        "api_b2b_otp_v1_LoginOrSignupRequestLocale",
        "api_b2b_otp_v1_SendRequestLocale",
        "api_b2b_password_v1_AuthenticateRequestLocale",
        "api_b2b_password_v1_ResetRequestLocale",
        "api_b2b_password_v1_ResetStartRequestLocale",
        "api_magic_v1_InviteRequestLocale",
        "api_magic_v1_LoginOrCreateRequestLocale",
        "api_magic_v1_SendRequestLocale",
        "api_organization_v1_StartEmailUpdateRequestLocale",
        "api_otp_v1_LoginOrCreateRequestLocale",
        "api_otp_v1_SendRequestLocale",
        "api_password_v1_ResetStartRequestLocale",
    )

    EN = "en"
    ES = "es"
    PT_BR = "pt-br"
    FR = "fr"


class SearchOperator(enum.StrEnum):
    """TODO"""

    __schema__ = (
        "api_m2m_v1_M2MSearchQueryOperator",
        "api_organization_v1_SearchQueryOperator",
        "api_user_v1_SearchUsersQueryOperator",
    )

    OR = "OR"
    AND = "AND"


@attrs.define(kw_only=True)
class Authorization:
    """TODO"""

    session_token: Annotated[str, Header("X-Stytch-Member-Session")] | None = attrs.field(default=None, repr=False)
    session_jwt: Annotated[str, Header("X-Stytch-Member-SessionJWT")] | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class AuthorizationVerdict:
    """TODO"""

    __schema__ = (
        "api_b2b_session_v1_AuthorizationVerdict",
        "api_session_v1_AuthorizationVerdict",
    )

    authorized: bool
    granting_roles: list[str]


@attrs.define(kw_only=True)
class LUDSRequirements:
    """TODO"""

    __schema__ = (
        "api_b2b_password_v1_LudsFeedback",
        "api_password_v1_LUDSRequirements",
    )

    has_lower_case: bool
    has_upper_case: bool
    has_digit: bool
    has_symbol: bool
    missing_complexity: int
    missing_characters: int
