"""The countries that messages may go to."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "COUNTRY_CODE_ALLOWLIST_B2B_WHATSAPP_NOT_SUPPORTED",
    "COUNTRY_CODE_ALLOWLIST_EMPTY",
    "COUNTRY_CODE_ALLOWLIST_INVALID_COUNTRY_CODES",
]

COUNTRY_CODE_ALLOWLIST_B2B_WHATSAPP_NOT_SUPPORTED: Final = Reason(
    400, "country_code_allowlist_b2b_whatsapp_not_supported", "B2B projects send nothing by WhatsApp."
)
COUNTRY_CODE_ALLOWLIST_EMPTY: Final = Reason(400, "country_code_allowlist_empty", "Name a country at least.")
COUNTRY_CODE_ALLOWLIST_INVALID_COUNTRY_CODES: Final = Reason(
    400, "country_code_allowlist_invalid_country_codes", "Countries are told by two capital letters, such as US."
)
