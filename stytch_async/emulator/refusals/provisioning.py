"""Joining an organization without an invitation."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["EMAIL_JIT_PROVISIONING_NOT_ALLOWED", "INVALID_EMAIL_FOR_JIT_PROVISIONING"]

EMAIL_JIT_PROVISIONING_NOT_ALLOWED: Final = Reason(
    400, "email_jit_provisioning_not_allowed", "The organization lets nobody join by email domain."
)
INVALID_EMAIL_FOR_JIT_PROVISIONING: Final = Reason(
    400, "invalid_email_for_jit_provisioning", "The organization lets nobody join with an address at that domain."
)
