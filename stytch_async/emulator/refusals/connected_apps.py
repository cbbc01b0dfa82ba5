"""Connected Apps."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CONNECTED_APP_ALREADY_ROTATING_SECRET",
    "CONNECTED_APP_INVALID_REDIRECT_URL",
    "CONNECTED_APP_NOT_FOUND",
    "CONNECTED_APP_NOT_ROTATING_SECRET",
    "CONNECTED_APP_REDIRECT_URL_CANNOT_USE_LOCALHOST",
    "CONNECTED_APP_REDIRECT_URL_HTTP_SCHEME_MUST_USE_LOOPBACK",
    "CONNECTED_APP_REDIRECT_URL_MUST_INCLUDE_SCHEME",
    "CONNECTED_APP_REDIRECT_URL_MUST_USE_HTTP_OR_HTTPS_SCHEME",
    "IDP_INVALID_ACCESS_TOKEN_CUSTOM_AUDIENCE",
    "IDP_INVALID_ACCESS_TOKEN_EXPIRY_MINUTES",
    "IDP_INVALID_ACCESS_TOKEN_JWT_TEMPLATE",
    "INVALID_CONNECTED_APP_TYPE",
    "PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS",
    "THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS",
    "THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS",
]

CONNECTED_APP_ALREADY_ROTATING_SECRET: Final = Reason(
    400, "connected_app_already_rotating_secret", "The secret is being rotated already."
)
CONNECTED_APP_INVALID_REDIRECT_URL: Final = Reason(
    400, "connected_app_invalid_redirect_url", "A redirect URL of the app is not a URL."
)
CONNECTED_APP_NOT_FOUND: Final = Reason(404, "connected_app_not_found", "There is no such Connected App.")
CONNECTED_APP_NOT_ROTATING_SECRET: Final = Reason(
    400, "connected_app_not_rotating_secret", "The secret is not being rotated."
)
CONNECTED_APP_REDIRECT_URL_CANNOT_USE_LOCALHOST: Final = Reason(
    400, "connected_app_redirect_url_cannot_use_localhost", "In a live project no app is on localhost."
)
CONNECTED_APP_REDIRECT_URL_HTTP_SCHEME_MUST_USE_LOOPBACK: Final = Reason(
    400,
    "connected_app_redirect_url_http_scheme_must_use_loopback",
    "A redirect URL without encryption leads to the same machine.",
)
CONNECTED_APP_REDIRECT_URL_MUST_INCLUDE_SCHEME: Final = Reason(
    400, "connected_app_redirect_url_must_include_scheme", "A redirect URL begins with its scheme."
)
CONNECTED_APP_REDIRECT_URL_MUST_USE_HTTP_OR_HTTPS_SCHEME: Final = Reason(
    400, "connected_app_redirect_url_must_use_http_or_https_scheme", "The scheme of a redirect URL is http or https."
)
IDP_INVALID_ACCESS_TOKEN_CUSTOM_AUDIENCE: Final = Reason(
    400, "idp_invalid_access_token_custom_audience", "That cannot be the audience of access tokens."
)
IDP_INVALID_ACCESS_TOKEN_EXPIRY_MINUTES: Final = Reason(
    400, "idp_invalid_access_token_expiry_minutes", "An access token lasts 5 to 1440 minutes."
)
IDP_INVALID_ACCESS_TOKEN_JWT_TEMPLATE: Final = Reason(
    400, "idp_invalid_access_token_jwt_template", "The template of access tokens is not a JSON object."
)
INVALID_CONNECTED_APP_TYPE: Final = Reason(
    400, "invalid_connected_app_type", "An app is of the first or a third party, and public or not."
)
PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS: Final = Reason(
    400, "public_connected_apps_do_not_have_secrets", "A public app has no secret."
)
THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS: Final = Reason(
    400, "third_party_clients_cannot_use_full_access", "The app of a third party cannot have full access."
)
THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS: Final = Reason(
    400,
    "third_party_clients_require_consent_for_offline_access",
    "The app of a third party gets refresh tokens with consent only.",
)
