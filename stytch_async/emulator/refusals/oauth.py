"""Logins with identity providers, and what those have issued."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["UNABLE_TO_REFRESH_OAUTH_TOKEN", "UNABLE_TO_REFRESH_OIDC_TOKEN"]

UNABLE_TO_REFRESH_OAUTH_TOKEN: Final = Reason(
    400, "unable_to_refresh_oauth_token", "The access token has expired, and there is no refresh token."
)
UNABLE_TO_REFRESH_OIDC_TOKEN: Final = Reason(
    400, "unable_to_refresh_oidc_token", "The access token has expired, and there is no refresh token."
)
