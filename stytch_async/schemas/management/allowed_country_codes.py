"""TODO"""

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
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms <TODO>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedSMSCountryCodesRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllowedSMSCountryCodesResponse:
    """TODO"""

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedSMSCountryCodesResponse"

    request_id: str
    country_codes: list[str] = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class SetAllowedSMSCountryCodesRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms <TODO>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedSMSCountryCodesRequest"

    project_slug: str
    environment_slug: str
    country_codes: list[str] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class SetAllowedSMSCountryCodesResponse:
    """TODO"""

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedSMSCountryCodesResponse"

    request_id: str
    country_codes: list[str] = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class GetAllowedWhatsAppCountryCodesRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp <TODO>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedWhatsAppCountryCodesRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllowedWhatsAppCountryCodesResponse:
    """TODO"""

    __schema__ = "pwa_country_code_allowlist_v3_GetAllowedWhatsAppCountryCodesResponse"

    request_id: str
    country_codes: list[str] = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class SetAllowedWhatsAppCountryCodesRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp <TODO>`_
    """

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedWhatsAppCountryCodesRequest"

    project_slug: str
    environment_slug: str
    country_codes: list[str] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class SetAllowedWhatsAppCountryCodesResponse:
    """TODO"""

    __schema__ = "pwa_country_code_allowlist_v3_SetAllowedWhatsAppCountryCodesResponse"

    request_id: str
    country_codes: list[str] = attrs.field(repr=False)
    status_code: int
