"""The countries that text and WhatsApp messages may go to."""

import attrs

__all__ = [
    "GetAllowedSMSCountryCodesRequest",
    "GetAllowedSMSCountryCodesResponse",
    "GetAllowedWhatsAppCountryCodesRequest",
    "GetAllowedWhatsAppCountryCodesResponse",
    "SetAllowedSMSCountryCodesRequest",
    "SetAllowedSMSCountryCodesResponse",
    "SetAllowedWhatsAppCountryCodesRequest",
    "SetAllowedWhatsAppCountryCodesResponse",
]


@attrs.define(kw_only=True)
class GetAllowedSMSCountryCodesRequest:
    """List the countries that codes may be texted to.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms
    <https://stytch.com/docs/api-reference/pwa/api/v3/country-code-allowlist/get-country-code-allowlist-sms>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedSMSCountryCodesRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllowedSMSCountryCodesResponse:
    """The countries allowed for SMS."""

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedSMSCountryCodesResponse"

    request_id: str
    country_codes: list[str]
    status_code: int


@attrs.define(kw_only=True)
class SetAllowedSMSCountryCodesRequest:
    """Choose the countries that codes may be texted to.

    The list takes the place of the one before, which is the USA and Canada in a new environment.

    Args:
        country_codes: ISO 3166-1 codes of two letters, for example ``US``. At least one.

    Raises:
        BadRequestError: ``country_code_allowlist_empty``, ``country_code_allowlist_invalid_country_codes`` (unknown, or
            out of Stytch's reach), ``country_code_allowlist_billing_not_verified``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms
    <https://stytch.com/docs/api-reference/pwa/api/v3/country-code-allowlist/set-country-code-allowlist-sms>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedSMSCountryCodesRequest"

    project_slug: str
    environment_slug: str
    country_codes: list[str]


@attrs.define(kw_only=True)
class SetAllowedSMSCountryCodesResponse:
    """The countries allowed for SMS from now on."""

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedSMSCountryCodesResponse"

    request_id: str
    country_codes: list[str]
    status_code: int


@attrs.define(kw_only=True)
class GetAllowedWhatsAppCountryCodesRequest:
    """List the countries that codes may be sent to by WhatsApp.

    Raises:
        BadRequestError: ``country_code_allowlist_b2b_whatsapp_not_supported``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp
    <https://stytch.com/docs/api-reference/pwa/api/v3/country-code-allowlist/get-country-code-allowlist-whatsapp>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedWhatsAppCountryCodesRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllowedWhatsAppCountryCodesResponse:
    """The countries allowed for WhatsApp."""

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedWhatsAppCountryCodesResponse"

    request_id: str
    country_codes: list[str]
    status_code: int


@attrs.define(kw_only=True)
class SetAllowedWhatsAppCountryCodesRequest:
    """Choose the countries that codes may be sent to by WhatsApp.

    The list takes the place of the one before, which is the USA and Canada in a new environment. B2B projects have
    none.

    Args:
        country_codes: ISO 3166-1 codes of two letters, for example ``US``. At least one.

    Raises:
        BadRequestError: ``country_code_allowlist_empty``, ``country_code_allowlist_invalid_country_codes`` (unknown, or
            out of Stytch's reach), ``country_code_allowlist_billing_not_verified``,
            ``country_code_allowlist_b2b_whatsapp_not_supported``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp
    <https://stytch.com/docs/api-reference/pwa/api/v3/country-code-allowlist/set-country-code-allowlist-whatsapp>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedWhatsAppCountryCodesRequest"

    project_slug: str
    environment_slug: str
    country_codes: list[str]


@attrs.define(kw_only=True)
class SetAllowedWhatsAppCountryCodesResponse:
    """The countries allowed for WhatsApp from now on."""

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedWhatsAppCountryCodesResponse"

    request_id: str
    country_codes: list[str]
    status_code: int
