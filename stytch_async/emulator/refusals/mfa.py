"""Second factors of members."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "ACTION_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS",
    "ACTION_AVAILABLE_ONLY_ONCE_PRIMARY_AUTHENTICATION_IS_MET",
    "OPERATION_RESTRICTED_BY_ORGANIZATION_MFA_METHODS",
    "SESSION_ENFORCED_FACTOR_MATCHING_SESSION_REQUIRED",
]

ACTION_AVAILABLE_ONLY_FOR_ACTIVE_MEMBERS: Final = Reason(
    400, "action_available_only_for_active_members", "Only active members have second factors."
)
ACTION_AVAILABLE_ONLY_ONCE_PRIMARY_AUTHENTICATION_IS_MET: Final = Reason(
    400,
    "action_available_only_once_primary_authentication_is_met",
    "The organization wants another first factor before the second.",
)
OPERATION_RESTRICTED_BY_ORGANIZATION_MFA_METHODS: Final = Reason(
    400, "operation_restricted_by_organization_mfa_methods", "The organization does not allow that second factor."
)
SESSION_ENFORCED_FACTOR_MATCHING_SESSION_REQUIRED: Final = Reason(
    400,
    "session_enforced_factor_matching_session_required",
    "The member has a second factor: give it before another is set up, and pass that session.",
)
