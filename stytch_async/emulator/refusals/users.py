"""Users, their addresses and numbers."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_DELETE_LAST_PRIMARY_FACTOR",
    "DUPLICATE_EMAIL",
    "DUPLICATE_PHONE_NUMBER",
    "DUPLICATE_USER_EXTERNAL_ID",
    "EMAIL_NOT_FOUND",
    "EMAIL_VERIFICATION_REQUIRED",
    "INVALID_CREATE_USER_REQUEST",
    "INVALID_EMAIL",
    "INVALID_EMAIL_ID",
    "INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS",
    "INVALID_EXCHANGE_PRIMARY_FACTOR_USER",
    "INVALID_PHONE_ID",
    "INVALID_PHONE_NUMBER",
    "INVALID_USER_ID",
    "NO_USER_SELECTION_ARGUMENTS",
    "PHONE_NUMBER_NOT_FOUND",
    "TOO_MANY_UNVERIFIED_FACTORS",
    "TOO_MANY_USER_SELECTION_ARGUMENTS",
    "USER_LOCK_LIMIT_REACHED",
    "USER_NOT_FOUND",
]

CANNOT_DELETE_LAST_PRIMARY_FACTOR: Final = Reason(
    400, "cannot_delete_last_primary_factor", "The user would have nothing left to log in with."
)
DUPLICATE_EMAIL: Final = Reason(400, "duplicate_email", "A user with that email address exists.")
DUPLICATE_PHONE_NUMBER: Final = Reason(400, "duplicate_phone_number", "A user with that phone number exists.")
DUPLICATE_USER_EXTERNAL_ID: Final = Reason(400, "duplicate_user_external_id", "Another user has that external id.")
EMAIL_NOT_FOUND: Final = Reason(404, "email_not_found", "No user has that email address.")
EMAIL_VERIFICATION_REQUIRED: Final = Reason(
    400, "email_verification_required", "An address can be added once the user's first one is verified."
)
INVALID_CREATE_USER_REQUEST: Final = Reason(
    400, "invalid_create_user_request", "A user needs an email address or a phone number."
)
INVALID_EMAIL: Final = Reason(400, "invalid_email", "That is not an email address.")
INVALID_EMAIL_ID: Final = Reason(400, "invalid_email_id", "That is not the id of an email address.")
INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS: Final = Reason(
    400, "invalid_exchange_primary_factor_fields", "Give an email_address or a phone_number, and not both."
)
INVALID_EXCHANGE_PRIMARY_FACTOR_USER: Final = Reason(
    400, "invalid_exchange_primary_factor_user", "The user has not exactly one address or number."
)
INVALID_PHONE_ID: Final = Reason(400, "invalid_phone_id", "That is not the id of a phone number.")
INVALID_PHONE_NUMBER: Final = Reason(
    400, "invalid_phone_number", "A phone number must be in E.164 form, such as +12025550162."
)
INVALID_USER_ID: Final = Reason(400, "invalid_user_id", "That is not a user id.")
NO_USER_SELECTION_ARGUMENTS: Final = Reason(400, "no_user_selection_arguments", "Name the user by id or by a session.")
PHONE_NUMBER_NOT_FOUND: Final = Reason(404, "phone_number_not_found", "No user has that phone number.")
TOO_MANY_UNVERIFIED_FACTORS: Final = Reason(
    400, "too_many_unverified_factors", "The user has too many addresses or numbers that are not proven yet."
)
TOO_MANY_USER_SELECTION_ARGUMENTS: Final = Reason(
    400, "too_many_user_selection_arguments", "Name the user in one way only."
)
USER_LOCK_LIMIT_REACHED: Final = Reason(429, "user_lock_limit_reached", "Locked after too many failed attempts.")
USER_NOT_FOUND: Final = Reason(404, "user_not_found", "There is no such user.")
