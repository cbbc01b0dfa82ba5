"""Logins to Connected Apps, and the tokens that these get."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT",
    "CONNECTED_APP_CONSENT_REVOKED",
    "CONNECTED_APP_NOT_ALLOWED_FOR_ORG",
    "CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT",
    "DYNAMIC_CLIENT_REGISTRATION_NOT_ENABLED",
    "IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED",
    "IDP_ACCESS_TOKEN_EXPIRED",
    "IDP_ACCESS_TOKEN_NOT_FOUND",
    "INVALID_RBAC_SCOPE",
    "NO_OAUTH_AUTHORIZE_MEMBER_SELECTOR",
    "NO_OAUTH_AUTHORIZE_USER_SELECTOR",
    "OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS",
    "OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT",
    "OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD",
    "PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW",
    "TOO_MANY_USER_SELECTION_ARGUMENTS",
]

AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT: Final = Reason(
    400,
    "authorization_endpoint_not_configured_for_project",
    "The project's settings do not say where people consent to Connected Apps.",
)
CONNECTED_APP_CONSENT_REVOKED: Final = Reason(
    401, "connected_app_consent_revoked", "The app may no longer act for whoever authorized it."
)
CONNECTED_APP_NOT_ALLOWED_FOR_ORG: Final = Reason(
    400, "connected_app_not_allowed_for_org", "The organization does not allow that Connected App."
)
CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT: Final = Reason(
    401,
    "connected_app_supplied_redirect_url_not_found_in_client",
    "That is not one of the redirect URLs of the Connected App.",
)
DYNAMIC_CLIENT_REGISTRATION_NOT_ENABLED: Final = Reason(
    400, "dynamic_client_registration_not_enabled", "In this project apps may not register themselves."
)
IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED: Final = Reason(
    404,
    "idp_access_token_could_not_be_exchanged",
    "The app was authorized without a session, the session is over, or the token is for the other kind of project.",
)
IDP_ACCESS_TOKEN_EXPIRED: Final = Reason(401, "idp_access_token_expired", "The access token has expired.")
IDP_ACCESS_TOKEN_NOT_FOUND: Final = Reason(
    404, "idp_access_token_not_found", "There is no such access token: it is unknown, revoked or spent."
)
INVALID_RBAC_SCOPE: Final = Reason(400, "invalid_rbac_scope", "The project has no such scope.")
NO_OAUTH_AUTHORIZE_MEMBER_SELECTOR: Final = Reason(
    400, "no_oauth_authorize_member_selector", "Name the member by both ids, or by a session."
)
NO_OAUTH_AUTHORIZE_USER_SELECTOR: Final = Reason(
    400, "no_oauth_authorize_user_selector", "Name the user by the id, or by a session."
)
OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS: Final = Reason(
    400, "oauth_access_token_exchange_missing_full_access", "The access token lacks the scope full_access."
)
OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT: Final = Reason(
    400,
    "oauth_access_token_exchange_token_invalid_grant",
    "Only an access token that was given for an authorization code can be exchanged.",
)
OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD: Final = Reason(
    400, "oauth_access_token_exchange_token_too_old", "An access token is exchanged within 5 minutes of its issue."
)
PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW: Final = Reason(
    400, "pkce_required_for_idp_authorization_flow", "A public app has to send a code challenge."
)
TOO_MANY_USER_SELECTION_ARGUMENTS: Final = Reason(
    400, "too_many_user_selection_arguments", "Say in one way only who authorizes the app."
)
