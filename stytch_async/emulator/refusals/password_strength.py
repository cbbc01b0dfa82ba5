"""The settings that passwords are judged by."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "INVALID_PASSWORD_STRENGTH_LUDS_COMPLEXITY",
    "INVALID_PASSWORD_STRENGTH_LUDS_LENGTH",
]

INVALID_PASSWORD_STRENGTH_LUDS_COMPLEXITY: Final = Reason(
    400, "invalid_password_strength_luds_complexity", "luds_min_password_complexity is 1 to 4."
)
INVALID_PASSWORD_STRENGTH_LUDS_LENGTH: Final = Reason(
    400, "invalid_password_strength_luds_length", "luds_min_password_length is 8 to 32."
)
