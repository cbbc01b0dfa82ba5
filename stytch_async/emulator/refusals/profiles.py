"""The profiles of trusted tokens."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_ADD_PEM_FILE_TO_NON_PEM_TRUSTED_TOKEN_PROFILE",
    "MUST_HAVE_JWKS_URL_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_JWK",
    "MUST_HAVE_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_PEM",
    "PEM_FILE_NOT_FOUND",
    "TOO_MANY_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE",
    "TRUSTED_TOKEN_PROFILE_CANNOT_HAVE_MULTIPLE_EXTERNAL_IDS",
    "TRUSTED_TOKEN_PROFILE_INVALID_REQUEST",
]

CANNOT_ADD_PEM_FILE_TO_NON_PEM_TRUSTED_TOKEN_PROFILE: Final = Reason(
    400, "cannot_add_pem_file_to_non_pem_trusted_token_profile", "Only profiles of type PEM have files."
)
MUST_HAVE_JWKS_URL_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_JWK: Final = Reason(
    400,
    "must_have_jwks_url_for_trusted_token_profile_with_type_jwk",
    "A profile of type JWK needs a jwks_url, and no files.",
)
MUST_HAVE_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE_WITH_TYPE_PEM: Final = Reason(
    400,
    "must_have_pem_files_for_trusted_token_profile_with_type_pem",
    "A profile of type PEM needs a file, and no jwks_url.",
)
PEM_FILE_NOT_FOUND: Final = Reason(404, "pem_file_not_found", "The profile has no such file.")
TOO_MANY_PEM_FILES_FOR_TRUSTED_TOKEN_PROFILE: Final = Reason(
    400, "too_many_pem_files_for_trusted_token_profile", "A profile has at most 5 files."
)
TRUSTED_TOKEN_PROFILE_CANNOT_HAVE_MULTIPLE_EXTERNAL_IDS: Final = Reason(
    400,
    "trusted_token_profile_cannot_have_multiple_external_ids",
    "A token tells one external id, of a user or of a member.",
)
TRUSTED_TOKEN_PROFILE_INVALID_REQUEST: Final = Reason(
    400,
    "trusted_token_profile_invalid_request",
    "attribute_mapping is a JSON object of texts that names email and token_id.",
)
