"""Logins with identity providers, and what those have issued."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "APPLE_OAUTH_CONFIG_NOT_FOUND",
    "EXPIRED_OAUTH_RESPONSE",
    "INVALID_GOOGLE_HOSTED_DOMAIN_ERROR",
    "INVALID_OAUTH_ATTACH_TOKEN",
    "INVALID_OAUTH_PROVIDER",
    "INVALID_OAUTH_USER_REGISTRATION_ID",
    "MISSING_OAUTH_ORGANIZATION_LOCATOR",
    "OAUTH_CONFIG_NOT_FOUND",
    "OAUTH_INVALID_STATE",
    "OAUTH_TOKEN_NOT_FOUND",
    "OAUTH_UNVERIFIED_EMAIL",
    "OAUTH_USER_REGISTRATION_NOT_FOUND",
    "TOO_MANY_OAUTH_ORGANIZATION_LOCATORS",
    "UNABLE_TO_REFRESH_OAUTH_TOKEN",
    "UNABLE_TO_REFRESH_OIDC_TOKEN",
]

APPLE_OAUTH_CONFIG_NOT_FOUND: Final = Reason(
    400, "apple_oauth_config_not_found", "Apple is not set up as an identity provider of the project."
)
EXPIRED_OAUTH_RESPONSE: Final = Reason(400, "expired_oauth_response", "The provider's answer comes too late.")
INVALID_GOOGLE_HOSTED_DOMAIN_ERROR: Final = Reason(
    400, "invalid_google_hosted_domain_error", "The account belongs to another Google Workspace."
)
INVALID_OAUTH_ATTACH_TOKEN: Final = Reason(
    400, "invalid_oauth_attach_token", "The attach token is unknown or used, or the account is another user's."
)
INVALID_OAUTH_PROVIDER: Final = Reason(400, "invalid_oauth_provider", "There is no such identity provider.")
INVALID_OAUTH_USER_REGISTRATION_ID: Final = Reason(
    400, "invalid_oauth_user_registration_id", "That is not the id of an OAuth registration."
)
MISSING_OAUTH_ORGANIZATION_LOCATOR: Final = Reason(
    400, "missing_oauth_organization_locator", "Give an organization_id or a slug."
)
OAUTH_CONFIG_NOT_FOUND: Final = Reason(
    400, "oauth_config_not_found", "The identity provider is not set up for the project."
)
OAUTH_INVALID_STATE: Final = Reason(400, "oauth_invalid_state", "The provider answers a question that was not asked.")
OAUTH_TOKEN_NOT_FOUND: Final = Reason(
    400, "oauth_token_not_found", "There is no such token: it is unknown, old or used."
)
OAUTH_UNVERIFIED_EMAIL: Final = Reason(400, "oauth_unverified_email", "The provider tells no email address.")
OAUTH_USER_REGISTRATION_NOT_FOUND: Final = Reason(
    404, "oauth_user_registration_not_found", "No user has that OAuth registration."
)
TOO_MANY_OAUTH_ORGANIZATION_LOCATORS: Final = Reason(
    400, "too_many_oauth_organization_locators", "Give an organization_id or a slug, and not both."
)

UNABLE_TO_REFRESH_OAUTH_TOKEN: Final = Reason(
    400, "unable_to_refresh_oauth_token", "The access token has expired, and there is no refresh token."
)
UNABLE_TO_REFRESH_OIDC_TOKEN: Final = Reason(
    400, "unable_to_refresh_oidc_token", "The access token has expired, and there is no refresh token."
)
