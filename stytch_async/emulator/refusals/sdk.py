"""The settings of the frontend SDKs."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "BAD_VERTICAL_FOR_STYTCH_SDK",
    "CNAME_REQUIRED_TO_ENABLE_HTTP_ONLY_COOKIES",
]

BAD_VERTICAL_FOR_STYTCH_SDK: Final = Reason(
    400, "bad_vertical_for_stytch_sdk", "That configuration is for the other kind of project."
)
CNAME_REQUIRED_TO_ENABLE_HTTP_ONLY_COOKIES: Final = Reason(
    400, "cname_required_to_enable_http_only_cookies", "HttpOnly cookies take a domain of your own."
)
