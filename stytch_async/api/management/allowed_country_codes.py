"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import allowed_country_codes as schemas


class AllowedCountryCodes(Resource):
    """TODO"""

    get_allowed_sms_country_codes: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms",
        schemas.GetAllowedSMSCountryCodesRequest,
        schemas.GetAllowedSMSCountryCodesResponse,
        SAFE,
    )
    set_allowed_sms_country_codes: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/sms",
        schemas.SetAllowedSMSCountryCodesRequest,
        schemas.SetAllowedSMSCountryCodesResponse,
        ONCE,
    )
    get_allowed_whats_app_country_codes: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp",
        schemas.GetAllowedWhatsAppCountryCodesRequest,
        schemas.GetAllowedWhatsAppCountryCodesResponse,
        SAFE,
    )
    set_allowed_whats_app_country_codes: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/allowed_country_codes/whatsapp",
        schemas.SetAllowedWhatsAppCountryCodesRequest,
        schemas.SetAllowedWhatsAppCountryCodesResponse,
        ONCE,
    )
