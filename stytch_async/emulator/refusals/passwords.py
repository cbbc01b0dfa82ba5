"""Passwords."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "BREACHED_PASSWORD",
    "CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD",
    "CROSS_ORG_PASSWORDS_ENABLED",
    "CROSS_ORG_PASSWORDS_NOT_ENABLED",
    "INVALID_PASSWORD_ID",
    "MEMBER_PASSWORD_NOT_FOUND",
    "MEMBER_RESET_PASSWORD",
    "NO_USER_PASSWORD",
    "PASSWORD_ALREADY_EXISTS",
    "PASSWORD_DOES_NOT_MATCH",
    "PASSWORD_NOT_FOUND",
    "RESET_PASSWORD",
    "SESSION_TOO_OLD_TO_RESET_PASSWORD",
    "UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN",
    "WEAK_PASSWORD",
]

BREACHED_PASSWORD: Final = Reason(400, "breached_password", "The password is known from a data breach.")
CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD: Final = Reason(
    400, "cannot_reset_password_with_existing_password", "The new password is the old one."
)
CROSS_ORG_PASSWORDS_ENABLED: Final = Reason(
    400, "cross_org_passwords_enabled", "Passwords of this project are valid in several organizations."
)
CROSS_ORG_PASSWORDS_NOT_ENABLED: Final = Reason(
    400, "cross_org_passwords_not_enabled", "Passwords of this project are valid in one organization each."
)
INVALID_PASSWORD_ID: Final = Reason(400, "invalid_password_id", "That is not the id of a password.")
MEMBER_PASSWORD_NOT_FOUND: Final = Reason(404, "member_password_not_found", "The member has no password.")
MEMBER_RESET_PASSWORD: Final = Reason(
    400, "member_reset_password", "The password must be reset before it can be used again."
)
NO_USER_PASSWORD: Final = Reason(400, "no_user_password", "The user has no password.")
PASSWORD_ALREADY_EXISTS: Final = Reason(400, "password_already_exists", "The password is already set.")
PASSWORD_DOES_NOT_MATCH: Final = Reason(400, "password_does_not_match", "That is not the present password.")
PASSWORD_NOT_FOUND: Final = Reason(404, "password_not_found", "There is no such password.")
RESET_PASSWORD: Final = Reason(400, "reset_password", "The password must be reset before it can be used again.")
SESSION_TOO_OLD_TO_RESET_PASSWORD: Final = Reason(
    400, "session_too_old_to_reset_password", "That needs a factor proven within the last 5 minutes."
)
UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN: Final = Reason(
    401, "unable_to_auth_password_reset_token", "The reset link has expired or was used, or is unknown."
)
WEAK_PASSWORD: Final = Reason(400, "weak_password", "The password is too weak.", general=True)
