"""The one way to refuse a request, and what each refusal says."""

from collections.abc import Mapping
from typing import Any, Final

__all__ = ["Refusal", "document", "refuse"]

REFUSALS: Final[Mapping[str, tuple[int, str]]] = {
    "action_not_allowed_email_domain_is_claimed": (400, "Another organization claims the domain of that address."),
    "allowed_auth_methods_required_for_restricted": (400, "Restricted auth_methods need allowed_auth_methods."),
    "allowed_mfa_methods_required_for_restricted": (400, "Restricted mfa_methods need allowed_mfa_methods."),
    "attribute_mismatch": (401, "The address or browser differs from the one that the message was asked for with."),
    "bad_request": (400, "The request cannot be read."),
    "breached_password": (400, "The password is known from a data breach."),
    "cannot_assign_default_rbac_role_id": (400, "Everybody has that role; it cannot be assigned."),
    "cannot_reset_password_with_existing_password": (400, "The new password is the old one."),
    "cannot_update_trusted_metadata": (401, "A call on a member's behalf may not write trusted metadata."),
    "consumer_session_authorization_error": (403, "No role of the session permits that action on that resource."),
    "cross_org_passwords_not_enabled": (400, "Passwords of this project are valid in one organization each."),
    "custom_claims_too_large": (400, "Custom claims may take up at most 4 KB."),
    "duplicate_email": (400, "A user with that email address exists."),
    "duplicate_member_email": (400, "A member of the organization has that email address."),
    "duplicate_member_external_id": (400, "Another member of the organization has that external id."),
    "duplicate_member_phone_number": (400, "Another member of the organization has that phone number."),
    "duplicate_member_phone_number_for_member": (
        400,
        "The member has another phone number, which must be deleted first.",
    ),
    "duplicate_phone_number": (400, "A user with that phone number exists."),
    "duplicate_user_external_id": (400, "Another user has that external id."),
    "email_not_found": (404, "No user has that email address."),
    "email_verification_required": (400, "An address can be added once the user's first one is verified."),
    "incompatible_session_type": (
        400,
        "A member's session is no use to the Consumer API, nor a user's to the B2B API.",
    ),
    "intermediate_session_not_found": (
        404,
        "There is no such intermediate session: it is unknown, expired or used up.",
    ),
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
    "invalid_intermediate_session_token_for_organization": (
        400,
        "The intermediate session belongs to another organization.",
    ),
    "invalid_md_5_hash": (400, "The hash is not an MD5 hash."),
    "invalid_member_get_fields": (400, "Give a member_id or an email_address, and not both."),
    "invalid_method_id": (400, "That is not the id of an email address or phone number."),
    "invalid_oauth_allowed_tenants_format": (400, "Tenants are lists under github, hubspot and slack."),
    "invalid_organization_allowed_auth_methods": (400, "allowed_auth_methods names a method that is not known."),
    "invalid_organization_allowed_mfa_methods": (400, "allowed_mfa_methods names a method that is not known."),
    "invalid_organization_auth_factor_setting": (400, "The setting is ALL_ALLOWED, RESTRICTED or NOT_ALLOWED."),
    "invalid_organization_auth_factor_setting_for_email_jit_provisioning": (
        400,
        "email_jit_provisioning is RESTRICTED or NOT_ALLOWED.",
    ),
    "invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning": (
        400,
        "oauth_tenant_jit_provisioning is RESTRICTED or NOT_ALLOWED.",
    ),
    "invalid_organization_auth_method_settings": (400, "auth_methods is ALL_ALLOWED or RESTRICTED."),
    "invalid_organization_external_id": (400, "An external id is 1 to 128 letters, digits or characters of . _ | -"),
    "invalid_organization_id": (400, "That is not an organization id."),
    "invalid_organization_mfa_factor_setting": (400, "mfa_methods is ALL_ALLOWED or RESTRICTED."),
    "invalid_organization_mfa_policy": (400, "mfa_policy is OPTIONAL or REQUIRED_FOR_ALL."),
    "invalid_organization_name": (400, "A name is 1 to 128 characters."),
    "invalid_organization_slug": (400, "A slug is 2 to 128 characters, letters and digits among them."),
    "invalid_pbkdf_2_hash": (400, "The hash is not a PBKDF2 hash, or its parameters are missing."),
    "invalid_phone_number": (400, "A phone number must be in E.164 form, such as +12025550162."),
    "invalid_phone_number_country_code": (400, "Messages to that country are not switched on."),
    "invalid_phpass_hash_format": (400, "The hash is not a phpass hash."),
    "invalid_pkce_code_challenge": (400, "A code challenge is 43 characters of unpadded base64url."),
    "invalid_project_id": (400, "That is not a project id."),
    "invalid_project_id_authentication": (400, "The user name is not a project id."),
    "invalid_rbac_role_id": (400, "The RBAC policy knows no such role."),
    "invalid_restricted_email_setting": (400, "Restricted email settings need email_allowed_domains."),
    "invalid_restricted_oauth_tenants_setting": (400, "Restricted provisioning by tenant needs allowed_oauth_tenants."),
    "invalid_restricted_sso_setting": (400, "Restricted provisioning by SSO needs connections to restrict it to."),
    "invalid_scrypt_parameters": (400, "The scrypt parameters are missing or wrong."),
    "invalid_secret_authentication": (400, "The password is not a project secret."),
    "invalid_session_duration_minutes": (400, "A session lasts 5 to 527040 minutes."),
    "invalid_session_id": (400, "That is not a session id."),
    "invalid_session_token": (400, "That is not a session token."),
    "invalid_sha_1_hash": (400, "The hash is not a SHA-1 hash."),
    "invalid_sha_512_hash": (400, "The hash is not a SHA-512 hash."),
    "invalid_user_id": (400, "That is not a user id."),
    "member_not_found": (404, "There is no such member."),
    "member_password_not_found": (404, "The member has no password."),
    "member_reset_password": (400, "The password must be reset before it can be used again."),
    "member_session_member_id_mismatch": (400, "The intermediate session belongs to another member."),
    "metadata_too_large": (400, "Metadata may take up at most 4 KB."),
    "metadata_too_many_keys": (400, "Metadata may have at most 20 keys."),
    "no_match_for_provided_magic_link_url": (400, "That redirect URL is not one of the project's."),
    "no_session_arguments": (400, "Give a session token or a session JWT."),
    "no_session_revoke_arguments": (400, "Say which session to revoke."),
    "no_user_password": (400, "The user has no password."),
    "operation_restricted_by_organization_auth_methods": (400, "The organization does not allow that way to log in."),
    "organization_external_id_already_used": (400, "Another organization has that external id."),
    "organization_not_found": (404, "There is no such organization."),
    "organization_settings_claimed_domain_too_common": (
        400,
        "Anybody can have an address at that domain, so nobody can claim it.",
    ),
    "organization_settings_domain_too_common": (400, "Anybody can have an address at that domain."),
    "organization_settings_duplicate_claimed_domain": (400, "A claimed domain is named twice."),
    "organization_settings_duplicate_domain": (400, "An allowed domain is named twice."),
    "organization_settings_invalid_claimed_domain": (400, "A claimed domain is not a domain."),
    "organization_settings_invalid_domain": (400, "An allowed domain is not a domain."),
    "organization_slug_already_used": (400, "Another organization has that slug."),
    "otp_code_not_found": (404, "That is not the passcode."),
    "password_already_exists": (400, "The password is already set."),
    "phone_number_not_found": (404, "No user has that phone number."),
    "pkce_did_not_expect_code_verifier": (400, "The flow began without a code challenge, so it takes no verifier."),
    "pkce_expected_code_verifier": (400, "The flow began with a code challenge, so it needs the verifier."),
    "pkce_mismatch": (400, "The code verifier does not fit the code challenge."),
    "project_not_found": (404, "There is no such project."),
    "rbac_domain_too_common": (400, "Anybody can have an address at that domain, so it grants no role."),
    "rbac_invalid_domain": (400, "A role is assigned by something that is not a domain."),
    "reserved_claims_in_custom_claims": (400, "Registered claims cannot be custom claims."),
    "reset_password": (400, "The password must be reset before it can be used again."),
    "route_not_found": (404, "There is no such endpoint."),
    "session_authorization_error": (403, "No role of the session permits that action on that resource."),
    "session_authorization_tenancy_error": (403, "The session belongs to another organization."),
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
