"""Members of organizations."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "DUPLICATE_MEMBER_EMAIL",
    "DUPLICATE_MEMBER_EXTERNAL_ID",
    "DUPLICATE_MEMBER_PHONE_NUMBER",
    "DUPLICATE_MEMBER_PHONE_NUMBER_FOR_MEMBER",
    "INVALID_MEMBER_GET_FIELDS",
    "INVALID_MEMBER_ID",
    "MEMBER_NOT_FOUND",
]

DUPLICATE_MEMBER_EMAIL: Final = Reason(
    400, "duplicate_member_email", "A member of the organization has that email address."
)
DUPLICATE_MEMBER_EXTERNAL_ID: Final = Reason(
    400, "duplicate_member_external_id", "Another member of the organization has that external id."
)
DUPLICATE_MEMBER_PHONE_NUMBER: Final = Reason(
    400, "duplicate_member_phone_number", "Another member of the organization has that phone number."
)
DUPLICATE_MEMBER_PHONE_NUMBER_FOR_MEMBER: Final = Reason(
    400, "duplicate_member_phone_number_for_member", "The member has another phone number, which must be deleted first."
)
INVALID_MEMBER_GET_FIELDS: Final = Reason(
    400, "invalid_member_get_fields", "Give a member_id or an email_address, and not both."
)
INVALID_MEMBER_ID: Final = Reason(400, "invalid_member_id", "That is not a member id.")
MEMBER_NOT_FOUND: Final = Reason(404, "member_not_found", "There is no such member.")
