"""The URLs that links lead to."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_DISCOVERY_REDIRECT_URL",
    "INVALID_INVITE_MAGIC_LINK_URL",
    "INVALID_INVITE_REDIRECT_URL",
    "INVALID_LOGIN_MAGIC_LINK_URL",
    "INVALID_LOGIN_OAUTH_URL",
    "INVALID_LOGIN_REDIRECT_URL",
    "INVALID_LOGIN_SSO_URL",
    "INVALID_PASSWORD_RESET_REDIRECT_URL",
    "INVALID_SIGNUP_MAGIC_LINK_URL",
    "INVALID_SIGNUP_OAUTH_URL",
    "INVALID_SIGNUP_REDIRECT_URL",
    "INVALID_SIGNUP_SSO_URL",
    "NO_DEFAULT_DISCOVERY_REDIRECT_URL_SET",
    "NO_DEFAULT_INVITE_REDIRECT_URL_SET",
    "NO_DEFAULT_LOGIN_REDIRECT_URL_SET",
    "NO_DEFAULT_SIGNUP_REDIRECT_URL_SET",
    "NO_LOGIN_REDIRECT_URLS_SET",
    "NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL",
    "NO_MATCH_FOR_PROVIDED_OAUTH_URL",
    "NO_MATCH_FOR_PROVIDED_SSO_URL",
    "NO_PASSWORD_RESET_REDIRECT_URL",
    "NO_SIGNUP_REDIRECT_URLS_SET",
]

INVALID_DISCOVERY_REDIRECT_URL: Final = Reason(
    400, "invalid_discovery_redirect_url", "The discovery redirect URL is not a URL."
)
INVALID_INVITE_MAGIC_LINK_URL: Final = Reason(
    400, "invalid_invite_magic_link_url", "invite_magic_link_url is not a URL."
)
INVALID_INVITE_REDIRECT_URL: Final = Reason(400, "invalid_invite_redirect_url", "The invite redirect URL is not a URL.")
INVALID_LOGIN_MAGIC_LINK_URL: Final = Reason(400, "invalid_login_magic_link_url", "login_magic_link_url is not a URL.")
INVALID_LOGIN_OAUTH_URL: Final = Reason(400, "invalid_login_oauth_url", "login_redirect_url is not a URL.")
INVALID_LOGIN_REDIRECT_URL: Final = Reason(400, "invalid_login_redirect_url", "The login redirect URL is not a URL.")
INVALID_LOGIN_SSO_URL: Final = Reason(400, "invalid_login_sso_url", "login_redirect_url is not a URL.")
INVALID_PASSWORD_RESET_REDIRECT_URL: Final = Reason(
    400, "invalid_password_reset_redirect_url", "The password reset redirect URL is not a URL."
)
INVALID_SIGNUP_MAGIC_LINK_URL: Final = Reason(
    400, "invalid_signup_magic_link_url", "signup_magic_link_url is not a URL."
)
INVALID_SIGNUP_OAUTH_URL: Final = Reason(400, "invalid_signup_oauth_url", "signup_redirect_url is not a URL.")
INVALID_SIGNUP_REDIRECT_URL: Final = Reason(400, "invalid_signup_redirect_url", "The signup redirect URL is not a URL.")
NO_DEFAULT_DISCOVERY_REDIRECT_URL_SET: Final = Reason(
    400, "no_default_discovery_redirect_url_set", "Give a discovery redirect URL: the project has no default."
)
NO_DEFAULT_INVITE_REDIRECT_URL_SET: Final = Reason(
    400, "no_default_invite_redirect_url_set", "Give an invite redirect URL: the project has no default."
)
INVALID_SIGNUP_SSO_URL: Final = Reason(400, "invalid_signup_sso_url", "signup_redirect_url is not a URL.")
NO_DEFAULT_LOGIN_REDIRECT_URL_SET: Final = Reason(
    400, "no_default_login_redirect_url_set", "Give a login redirect URL: the project has no default."
)
NO_DEFAULT_SIGNUP_REDIRECT_URL_SET: Final = Reason(
    400, "no_default_signup_redirect_url_set", "Give a signup redirect URL: the project has no default."
)
NO_LOGIN_REDIRECT_URLS_SET: Final = Reason(
    400, "no_login_redirect_urls_set", "Give a login_redirect_url: the project has no default."
)
NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL: Final = Reason(
    400, "no_match_for_provided_magic_link_url", "That redirect URL is not one of the project's."
)
NO_MATCH_FOR_PROVIDED_OAUTH_URL: Final = Reason(
    400, "no_match_for_provided_oauth_url", "That redirect URL is not one of the project's."
)
NO_MATCH_FOR_PROVIDED_SSO_URL: Final = Reason(
    400, "no_match_for_provided_sso_url", "That redirect URL is not one of the project's."
)
NO_PASSWORD_RESET_REDIRECT_URL: Final = Reason(
    400, "no_password_reset_redirect_url", "Give a password reset redirect URL: the project has no default."
)
NO_SIGNUP_REDIRECT_URLS_SET: Final = Reason(
    400, "no_signup_redirect_urls_set", "Give a signup_redirect_url: the project has no default."
)
