"""Impersonation."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "MEMBER_IMPERSONATION_NOT_ALLOWED",
    "SESSION_NOT_MUTABLE",
    "UNABLE_TO_AUTH_IMPERSONATION_TOKEN",
    "USER_IMPERSONATION_NOT_ALLOWED",
]

MEMBER_IMPERSONATION_NOT_ALLOWED: Final = Reason(
    400, "member_impersonation_not_allowed", "Impersonation is switched off in this project."
)
SESSION_NOT_MUTABLE: Final = Reason(400, "session_not_mutable", "The session of an impersonation cannot be extended.")
UNABLE_TO_AUTH_IMPERSONATION_TOKEN: Final = Reason(
    401, "unable_to_auth_impersonation_token", "The impersonation token is unknown, expired or used up."
)
USER_IMPERSONATION_NOT_ALLOWED: Final = Reason(
    400, "user_impersonation_not_allowed", "Impersonation is switched off in this project."
)
