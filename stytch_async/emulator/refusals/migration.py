"""Logins that another system vouches for: trusted tokens, and sessions that are taken over."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_TOKEN_ORGANIZATION_ID_CLAIM",
    "INVALID_TRUSTED_AUTH_TOKEN",
    "JWT_INVALID_AUDIENCE",
    "JWT_INVALID_CLAIMS",
    "JWT_INVALID_ISSUER",
    "MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST",
    "MIGRATE_FROM_EXTERNAL_MISSING_USERINFO",
    "MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE",
    "TOKEN_MISSING_ORGANIZATION_ID_CLAIM",
    "TRUSTED_TOKEN_PROFILE_INCORRECT_EXTERNAL_ID_MAPPING",
    "TRUSTED_TOKEN_PROFILE_NOT_FOUND",
]

INVALID_TOKEN_ORGANIZATION_ID_CLAIM: Final = Reason(
    400, "invalid_token_organization_id_claim", "The token names another organization than the call."
)
INVALID_TRUSTED_AUTH_TOKEN: Final = Reason(
    400, "invalid_trusted_auth_token", "The token is not signed by a key of the profile, or has expired."
)
JWT_INVALID_AUDIENCE: Final = Reason(400, "jwt_invalid_audience", "The token is meant for somebody else.")
JWT_INVALID_CLAIMS: Final = Reason(400, "jwt_invalid_claims", "The token lacks a claim that the profile names.")
JWT_INVALID_ISSUER: Final = Reason(400, "jwt_invalid_issuer", "The token was not issued by the profile's issuer.")
MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST: Final = Reason(
    400, "migrate_from_external_email_does_not_exist", "Nobody has the address that the other system has told."
)
MIGRATE_FROM_EXTERNAL_MISSING_USERINFO: Final = Reason(
    400, "migrate_from_external_missing_userinfo", "The other system has told no email address."
)
MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE: Final = Reason(
    400, "migrate_from_external_unexpected_response", "The other system cannot be asked, or does not know the token."
)
TOKEN_MISSING_ORGANIZATION_ID_CLAIM: Final = Reason(
    400, "token_missing_organization_id_claim", "Neither the token nor the call names an organization."
)
TRUSTED_TOKEN_PROFILE_INCORRECT_EXTERNAL_ID_MAPPING: Final = Reason(
    400,
    "trusted_token_profile_incorrect_external_id_mapping",
    "The token tells another external id than the one that is stored.",
)
TRUSTED_TOKEN_PROFILE_NOT_FOUND: Final = Reason(
    404, "trusted_token_profile_not_found", "There is no such profile of trusted tokens."
)
