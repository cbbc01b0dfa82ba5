"""Recovery codes."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_RECOVERY_CODE",
    "NO_ACTIVE_RECOVERY_CODE_BACKED_FACTOR",
    "RECOVERY_CODES_ALREADY_EXIST",
    "RECOVERY_CODES_NOT_FOUND",
    "TOTP_CODE_USED_AS_RECOVERY_CODE",
    "UNABLE_TO_AUTHENTICATE_RECOVERY_CODE",
]

INVALID_RECOVERY_CODE: Final = Reason(
    400, "invalid_recovery_code", "A recovery code is three times four letters or digits, with hyphens between."
)
NO_ACTIVE_RECOVERY_CODE_BACKED_FACTOR: Final = Reason(
    400,
    "no_active_recovery_code_backed_factor",
    "Recovery codes stand in for an authenticator app, and none is set up.",
)
RECOVERY_CODES_ALREADY_EXIST: Final = Reason(
    400, "recovery_codes_already_exist", "There are recovery codes, of an authenticator app that waits for its code."
)
RECOVERY_CODES_NOT_FOUND: Final = Reason(404, "recovery_codes_not_found", "There are no recovery codes.")
TOTP_CODE_USED_AS_RECOVERY_CODE: Final = Reason(
    400, "totp_code_used_as_recovery_code", "That is the code of an authenticator app, and not a recovery code."
)
UNABLE_TO_AUTHENTICATE_RECOVERY_CODE: Final = Reason(
    401, "unable_to_authenticate_recovery_code", "The recovery code is wrong or was used."
)
