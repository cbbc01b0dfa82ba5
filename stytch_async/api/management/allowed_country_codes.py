"""The countries that messages of an environment may go to."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.management import allowed_country_codes as schemas

__all__ = ["AllowedCountryCodes"]


class AllowedCountryCodes(Resource):
    """Choose the countries that text and WhatsApp messages may go to."""

    get_allowed_sms_country_codes: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms",
        schemas.GetAllowedSMSCountryCodesRequest,
        schemas.GetAllowedSMSCountryCodesResponse,
        SAFE,
    )
    # A POST, yet the list is written whole.
    set_allowed_sms_country_codes: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms",
        schemas.SetAllowedSMSCountryCodesRequest,
        schemas.SetAllowedSMSCountryCodesResponse,
        IDEMPOTENT,
    )
    get_allowed_whatsapp_country_codes: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp",
        schemas.GetAllowedWhatsAppCountryCodesRequest,
        schemas.GetAllowedWhatsAppCountryCodesResponse,
        SAFE,
    )
    # A POST, yet the list is written whole.
    set_allowed_whatsapp_country_codes: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp",
        schemas.SetAllowedWhatsAppCountryCodesRequest,
        schemas.SetAllowedWhatsAppCountryCodesResponse,
        IDEMPOTENT,
    )
