"""Members of organizations."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "DEFAULT_MFA_MEMBER_MISSING_FACTOR",
    "DESIRED_EMAIL_DEACTIVATED_BY_DIFFERENT_MEMBER",
    "DESIRED_EMAIL_UPDATING_FOR_DIFFERENT_MEMBER",
    "DUPLICATE_MEMBER_EMAIL",
    "DUPLICATE_MEMBER_EXTERNAL_ID",
    "DUPLICATE_MEMBER_PHONE_NUMBER",
    "DUPLICATE_MEMBER_PHONE_NUMBER_FOR_MEMBER",
    "EMAIL_UNVERIFIED_FOR_REACTIVATION",
    "EMAIL_UPDATES_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS",
    "INVALID_MEMBER_GET_FIELDS",
    "INVALID_MEMBER_ID",
    "INVALID_MFA_DEFAULT_METHOD",
    "MEMBER_CANNOT_UPDATE_THEIR_EMAIL_ADDRESS",
    "MEMBER_HAS_NO_ACTIVE_VERIFIED_EMAIL",
    "MEMBER_NOT_FOUND",
    "MEMBER_OAUTH_TOKEN_NOT_FOUND",
    "MEMBER_OIDC_TOKEN_NOT_FOUND",
    "MEMBER_PHONE_NUMBER_NOT_FOUND",
    "NO_DELETED_MEMBER_FOUND_FOR_REACTIVATION",
    "REACTIVATION_EMAIL_BELONGS_TO_ANOTHER_MEMBER",
    "RETIRED_EMAIL_MISSING_EMAIL_IDENTIFIERS",
    "RETIRED_MEMBER_EMAIL",
    "UNABLE_TO_VERIFY_MEMBER_EMAIL_UPDATE",
]

DEFAULT_MFA_MEMBER_MISSING_FACTOR: Final = Reason(
    400, "default_mfa_member_missing_factor", "The member does not have that second factor."
)
DESIRED_EMAIL_DEACTIVATED_BY_DIFFERENT_MEMBER: Final = Reason(
    400,
    "desired_email_deactivated_by_different_member",
    "Another member used to have that address and has not let it go.",
)
DESIRED_EMAIL_UPDATING_FOR_DIFFERENT_MEMBER: Final = Reason(
    400, "desired_email_updating_for_different_member", "Another member is moving to that address."
)
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
EMAIL_UNVERIFIED_FOR_REACTIVATION: Final = Reason(
    400, "email_unverified_for_reactivation", "Only a member with a verified address can come back."
)
EMAIL_UPDATES_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS: Final = Reason(
    400, "email_updates_available_only_for_active_members", "Only active members can move to another address."
)
INVALID_MEMBER_GET_FIELDS: Final = Reason(
    400, "invalid_member_get_fields", "Give a member_id or an email_address, and not both."
)
INVALID_MEMBER_ID: Final = Reason(400, "invalid_member_id", "That is not a member id.")
INVALID_MFA_DEFAULT_METHOD: Final = Reason(400, "invalid_mfa_default_method", "default_mfa_method is sms_otp or totp.")
MEMBER_CANNOT_UPDATE_THEIR_EMAIL_ADDRESS: Final = Reason(
    400, "member_cannot_update_their_email_address", "Members move to another address by start_email_update."
)
MEMBER_HAS_NO_ACTIVE_VERIFIED_EMAIL: Final = Reason(
    400, "member_has_no_active_verified_email", "The member's present address is not verified."
)
MEMBER_NOT_FOUND: Final = Reason(404, "member_not_found", "There is no such member.")
MEMBER_OAUTH_TOKEN_NOT_FOUND: Final = Reason(
    404, "member_oauth_token_not_found", "That provider has not issued a token for the member."
)
MEMBER_OIDC_TOKEN_NOT_FOUND: Final = Reason(
    404, "member_oidc_token_not_found", "No OIDC identity provider has issued a token for the member."
)
MEMBER_PHONE_NUMBER_NOT_FOUND: Final = Reason(404, "member_phone_number_not_found", "The member has no phone number.")
NO_DELETED_MEMBER_FOUND_FOR_REACTIVATION: Final = Reason(
    404, "no_deleted_member_found_for_reactivation", "The organization has no deleted member with that id."
)
REACTIVATION_EMAIL_BELONGS_TO_ANOTHER_MEMBER: Final = Reason(
    400, "reactivation_email_belongs_to_another_member", "Another member has taken the address meanwhile."
)
RETIRED_EMAIL_MISSING_EMAIL_IDENTIFIERS: Final = Reason(
    400, "retired_email_missing_email_identifiers", "Give the email_id or the email_address of a retired address."
)
RETIRED_MEMBER_EMAIL: Final = Reason(
    400, "retired_member_email", "Another member used to have that address and has not let it go."
)
UNABLE_TO_VERIFY_MEMBER_EMAIL_UPDATE: Final = Reason(
    400, "unable_to_verify_member_email_update", "The time to move to that address is over."
)
