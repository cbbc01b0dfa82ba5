"""Fingerprints and faces."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["BIOMETRIC_REGISTRATION_NOT_FOUND", "INVALID_BIOMETRIC_REGISTRATION_ID"]

BIOMETRIC_REGISTRATION_NOT_FOUND: Final = Reason(
    404, "biometric_registration_not_found", "No user has that fingerprint or face."
)
INVALID_BIOMETRIC_REGISTRATION_ID: Final = Reason(
    400, "invalid_biometric_registration_id", "That is not the id of a fingerprint or face."
)
