"""Joining an organization, by an invitation or without."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "EMAIL_JIT_PROVISIONING_NOT_ALLOWED",
    "INVALID_EMAIL_FOR_INVITES",
    "INVALID_EMAIL_FOR_JIT_PROVISIONING",
    "INVALID_OAUTH_TENANT_FOR_JIT_PROVISIONING",
    "OAUTH_TENANT_JIT_PROVISIONING_NOT_ALLOWED",
]

EMAIL_JIT_PROVISIONING_NOT_ALLOWED: Final = Reason(
    400, "email_jit_provisioning_not_allowed", "The organization lets nobody join by email domain."
)
INVALID_EMAIL_FOR_INVITES: Final = Reason(
    400, "invalid_email_for_invites", "The organization lets nobody be invited at that address."
)
INVALID_EMAIL_FOR_JIT_PROVISIONING: Final = Reason(
    400, "invalid_email_for_jit_provisioning", "The organization lets nobody join with an address at that domain."
)
INVALID_OAUTH_TENANT_FOR_JIT_PROVISIONING: Final = Reason(
    400, "invalid_oauth_tenant_for_jit_provisioning", "The organization lets nobody join from that OAuth tenant."
)
OAUTH_TENANT_JIT_PROVISIONING_NOT_ALLOWED: Final = Reason(
    400, "oauth_tenant_jit_provisioning_not_allowed", "The organization lets nobody join by OAuth tenant."
)
