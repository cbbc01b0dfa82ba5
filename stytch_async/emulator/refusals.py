"""The one way to refuse a request, and what each refusal says."""

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["Refusal", "document", "refuse"]

REFUSALS: Final[Mapping[str, tuple[int, str]]] = {
    "attribute_mismatch": (401, "The address or browser differs from the one that the message was asked for with."),
    "bad_request": (400, "The request cannot be read."),
    "breached_password": (400, "The password is known from a data breach."),
    "cannot_reset_password_with_existing_password": (400, "The new password is the old one."),
    "consumer_session_authorization_error": (403, "No role of the session permits that action on that resource."),
    "cross_org_passwords_not_enabled": (400, "Passwords of this project are valid in one organization each."),
    "custom_claims_too_large": (400, "Custom claims may take up at most 4 KB."),
    "duplicate_email": (400, "A user with that email address exists."),
    "duplicate_phone_number": (400, "A user with that phone number exists."),
    "duplicate_user_external_id": (400, "Another user has that external id."),
    "email_not_found": (404, "No user has that email address."),
    "email_verification_required": (400, "An address can be added once the user's first one is verified."),
    "invalid_authorization_header": (400, "The Authorization header is missing or is not HTTP Basic."),
    "invalid_b2b_endpoint": (400, "A Consumer project cannot call a B2B endpoint."),
    "invalid_bcrypt_hash": (400, "The hash is not a bcrypt hash."),
    "invalid_code": (400, "A passcode is six digits."),
    "invalid_consumer_endpoint": (400, "A B2B project cannot call a Consumer endpoint."),
    "invalid_create_user_request": (400, "A user needs an email address or a phone number."),
    "invalid_email": (400, "That is not an email address."),
    "invalid_expiration": (400, "A link is valid for 5 to 10080 minutes."),
    "invalid_expiration_otp": (400, "A passcode is valid for 1 to 10 minutes."),
    "invalid_hash": (400, "The hash cannot be read."),
    "invalid_hash_type": (400, "That hash type is not known."),
    "invalid_md_5_hash": (400, "The hash is not an MD5 hash."),
    "invalid_method_id": (400, "That is not the id of an email address or phone number."),
    "invalid_pbkdf_2_hash": (400, "The hash is not a PBKDF2 hash, or its parameters are missing."),
    "invalid_phone_number": (400, "A phone number must be in E.164 form, such as +12025550162."),
    "invalid_phone_number_country_code": (400, "Messages to that country are not switched on."),
    "invalid_phpass_hash_format": (400, "The hash is not a phpass hash."),
    "invalid_pkce_code_challenge": (400, "A code challenge is 43 characters of unpadded base64url."),
    "invalid_project_id": (400, "That is not a project id."),
    "invalid_project_id_authentication": (400, "The user name is not a project id."),
    "invalid_role": (400, "That role is not known."),
    "invalid_scrypt_parameters": (400, "The scrypt parameters are missing or wrong."),
    "invalid_secret_authentication": (400, "The password is not a project secret."),
    "invalid_session_duration_minutes": (400, "A session lasts 5 to 527040 minutes."),
    "invalid_session_id": (400, "That is not a session id."),
    "invalid_session_token": (400, "That is not a session token."),
    "invalid_sha_1_hash": (400, "The hash is not a SHA-1 hash."),
    "invalid_sha_512_hash": (400, "The hash is not a SHA-512 hash."),
    "invalid_token": (400, "That is not a token."),
    "invalid_user_id": (400, "That is not a user id."),
    "metadata_too_large": (400, "Metadata may take up at most 4 KB."),
    "metadata_too_many_keys": (400, "Metadata may have at most 20 keys."),
    "no_match_for_provided_magic_link_url": (400, "That redirect URL is not one of the project's."),
    "no_session_arguments": (400, "Give a session token or a session JWT."),
    "no_session_revoke_arguments": (400, "Say which session to revoke."),
    "no_user_password": (400, "The user has no password."),
    "otp_code_not_found": (404, "That is not the passcode."),
    "password_already_exists": (400, "The password is already set."),
    "phone_number_not_found": (404, "No user has that phone number."),
    "pkce_did_not_expect_code_verifier": (400, "The flow began without a code challenge, so it takes no verifier."),
    "pkce_expected_code_verifier": (400, "The flow began with a code challenge, so it needs the verifier."),
    "pkce_mismatch": (400, "The code verifier does not fit the code challenge."),
    "project_not_found": (404, "There is no such project."),
    "reserved_claims_in_custom_claims": (400, "Registered claims cannot be custom claims."),
    "reset_password": (400, "The password must be reset before it can be used again."),
    "route_not_found": (404, "There is no such endpoint."),
    "session_not_found": (404, "There is no such session: it is unknown, expired or revoked."),
    "session_too_old_to_reset_password": (400, "That needs a factor proven within the last 5 minutes."),
    "stytch_claims_in_custom_claims": (400, "Claims below https://stytch.com/ cannot be custom claims."),
    "too_many_requests": (429, "Too many requests."),
    "too_many_session_arguments": (400, "Give a session token or a session JWT, not both."),
    "too_many_session_revoke_arguments": (400, "Name the session to revoke in one way only."),
    "unable_to_auth_otp_code": (401, "The passcode has expired or was used."),
    "unable_to_auth_password_reset_token": (401, "The reset link has expired or was used, or is unknown."),
    "unable_to_parse_session_jwt": (400, "That is not a session JWT of this project."),
    "unauthorized_credentials": (401, "Unauthorized credentials."),
    "user_lock_limit_reached": (429, "Locked after too many failed attempts."),
    "user_not_found": (404, "There is no such user."),
    "user_search_email_address_fuzzy_too_short": (400, "Fuzzy filters take at least 3 characters."),
    "user_search_expected_array_of_string": (400, "That filter takes a list of texts."),
    "user_search_expected_bool": (400, "That filter takes true or false."),
    "user_search_expected_object": (400, "That filter takes an object."),
    "user_search_expected_string": (400, "That filter takes a text."),
    "user_search_expected_timestamp": (400, "That filter takes an RFC 3339 time."),
    "user_search_filter_name_not_recognized": (400, "There is no such filter."),
    "user_search_full_name_fuzzy_too_short": (400, "Fuzzy filters take at least 3 characters."),
    "user_search_invalid_cursor": (400, "The cursor does not belong to this query."),
    "user_search_invalid_limit": (400, "A page holds 1 to 1000 results."),
    "user_search_invalid_operator": (400, "The operator is AND or OR."),
    "user_search_missing_filter_name": (400, "An operand needs a filter_name."),
    "user_search_missing_filter_value": (400, "An operand needs a filter_value."),
    "user_search_phone_number_fuzzy_too_short": (400, "Fuzzy filters take at least 3 characters."),
    "weak_password": (400, "The password is too weak."),
}
"""By error type: the status and what it says. The emulator raises no type that is not here."""


class Refusal(Exception):  # noqa: N818 - an answer, not an error of the emulator
    """A request is refused as Stytch would refuse it."""

    def __init__(self, error_type: str, status: int, message: str) -> None:
        super().__init__(error_type)
        self.error_type = error_type
        self.status = status
        self.message = message


def refuse(error_type: str, message: str | None = None) -> Refusal:
    """Return the refusal to raise; ``message`` takes the place of the usual one."""
    status, usual = REFUSALS[error_type]
    return Refusal(error_type, status, usual if message is None else message)


def document(refusal: Refusal, request_id: str) -> dict[str, Any]:
    """Return the error document that a refusal is sent as."""
    return {
        "status_code": refusal.status,
        "request_id": request_id,
        "error_type": refusal.error_type,
        "error_message": refusal.message,
        "error_url": f"https://stytch.com/docs/api/errors/{refusal.status}#{refusal.error_type}",
    }
