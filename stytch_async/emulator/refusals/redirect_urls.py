"""The registration of redirect URLs."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_DEFAULT_URL",
    "INVALID_REDIRECT_URL_TYPE",
    "NO_WILDCARDS_IN_LIVE_REDIRECT_URL",
    "REDIRECT_URL_CANNOT_USE_PROTOCOL",
    "REDIRECT_URL_MUST_USE_HTTPS",
    "REDIRECT_URL_NOT_FOUND",
    "REDIRECT_URL_WITH_QUERY_PARAM_PLACEHOLDER_CANNOT_BE_DEFAULT",
    "REDIRECT_URL_WITH_WILDCARD_CANNOT_BE_DEFAULT",
    "TOO_MANY_REDIRECT_URLS",
]

INVALID_DEFAULT_URL: Final = Reason(400, "invalid_default_url", "That is not a URL.")
INVALID_REDIRECT_URL_TYPE: Final = Reason(
    400,
    "invalid_redirect_url_type",
    "Name what the URL is for: LOGIN, INVITE, SIGNUP, RESET_PASSWORD or, in B2B projects, DISCOVERY.",
)
NO_WILDCARDS_IN_LIVE_REDIRECT_URL: Final = Reason(
    400, "no_wildcards_in_live_redirect_url", "A live environment takes no wildcards."
)
REDIRECT_URL_CANNOT_USE_PROTOCOL: Final = Reason(
    400, "redirect_url_cannot_use_protocol", "Nobody can be sent to a URL of that scheme."
)
REDIRECT_URL_MUST_USE_HTTPS: Final = Reason(400, "redirect_url_must_use_https", "A live environment takes https only.")
REDIRECT_URL_NOT_FOUND: Final = Reason(404, "redirect_url_not_found", "There is no such redirect URL.")
REDIRECT_URL_WITH_QUERY_PARAM_PLACEHOLDER_CANNOT_BE_DEFAULT: Final = Reason(
    400, "redirect_url_with_query_param_placeholder_cannot_be_default", "A URL with a placeholder cannot be a default."
)
REDIRECT_URL_WITH_WILDCARD_CANNOT_BE_DEFAULT: Final = Reason(
    400, "redirect_url_with_wildcard_cannot_be_default", "A URL with a wildcard cannot be a default."
)
TOO_MANY_REDIRECT_URLS: Final = Reason(400, "too_many_redirect_urls", "An environment has at most 100 redirect URLs.")
