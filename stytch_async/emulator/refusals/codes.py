"""One-time passcodes, and the links and codes that must be used where they were asked for."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "ATTRIBUTE_MISMATCH",
    "INVALID_CODE",
    "INVALID_EXPIRATION",
    "INVALID_EXPIRATION_OTP",
    "INVALID_METHOD_ID",
    "INVALID_PHONE_NUMBER_COUNTRY_CODE",
    "OTP_CODE_NOT_FOUND",
    "UNABLE_TO_AUTH_OTP_CODE",
]

ATTRIBUTE_MISMATCH: Final = Reason(
    401, "attribute_mismatch", "The address or browser differs from the one that the message was asked for with."
)
INVALID_CODE: Final = Reason(400, "invalid_code", "A passcode is six digits.")
INVALID_EXPIRATION: Final = Reason(400, "invalid_expiration", "A link is valid for 5 to 10080 minutes.")
INVALID_EXPIRATION_OTP: Final = Reason(400, "invalid_expiration_otp", "A passcode is valid for 1 to 10 minutes.")
INVALID_METHOD_ID: Final = Reason(400, "invalid_method_id", "That is not the id of an email address or phone number.")
INVALID_PHONE_NUMBER_COUNTRY_CODE: Final = Reason(
    400, "invalid_phone_number_country_code", "Messages to that country are not switched on."
)
OTP_CODE_NOT_FOUND: Final = Reason(404, "otp_code_not_found", "That is not the passcode.")
UNABLE_TO_AUTH_OTP_CODE: Final = Reason(401, "unable_to_auth_otp_code", "The passcode has expired or was used.")
