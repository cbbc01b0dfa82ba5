"""Authenticator apps."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "ACTIVE_TOTP_EXISTS",
    "EXPIRED_TOTP",
    "INVALID_TOTP_CODE",
    "INVALID_TOTP_ID",
    "PENDING_TOTP_EXISTS",
    "RECOVERY_CODE_USED_AS_TOTP_CODE",
    "TOTPS_NOT_FOUND_FOR_USER",
    "TOTP_CODE_ALREADY_AUTHENTICATED",
    "TOTP_NOT_FOUND",
    "UNABLE_TO_AUTHENTICATE_TOTP",
]

ACTIVE_TOTP_EXISTS: Final = Reason(400, "active_totp_exists", "There is an authenticator app, to be deleted first.")
EXPIRED_TOTP: Final = Reason(
    400, "expired_totp", "The first code took too long: the authenticator app has to be set up anew."
)
INVALID_TOTP_CODE: Final = Reason(400, "invalid_totp_code", "A code of an authenticator app is six digits.")
INVALID_TOTP_ID: Final = Reason(400, "invalid_totp_id", "That is not the id of an authenticator app.")
PENDING_TOTP_EXISTS: Final = Reason(400, "pending_totp_exists", "An authenticator app waits for its first code.")
RECOVERY_CODE_USED_AS_TOTP_CODE: Final = Reason(
    400, "recovery_code_used_as_totp_code", "That is a recovery code, and none of the authenticator app."
)
TOTPS_NOT_FOUND_FOR_USER: Final = Reason(404, "totps_not_found_for_user", "The user has no authenticator app.")
TOTP_CODE_ALREADY_AUTHENTICATED: Final = Reason(
    400, "totp_code_already_authenticated", "The code was used: wait for the next one."
)
TOTP_NOT_FOUND: Final = Reason(404, "totp_not_found", "There is no such authenticator app.")
UNABLE_TO_AUTHENTICATE_TOTP: Final = Reason(
    401, "unable_to_authenticate_totp", "That is not the authenticator app's code."
)
