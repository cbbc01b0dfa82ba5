"""Roles and what they permit."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_ASSIGN_DEFAULT_RBAC_ROLE_ID",
    "CONSUMER_SESSION_AUTHORIZATION_ERROR",
    "INVALID_RBAC_ROLE_ID",
    "RBAC_DOMAIN_TOO_COMMON",
    "RBAC_INVALID_DOMAIN",
    "SESSION_AUTHORIZATION_ERROR",
    "SESSION_AUTHORIZATION_TENANCY_ERROR",
]

CANNOT_ASSIGN_DEFAULT_RBAC_ROLE_ID: Final = Reason(
    400, "cannot_assign_default_rbac_role_id", "Everybody has that role; it cannot be assigned."
)
CONSUMER_SESSION_AUTHORIZATION_ERROR: Final = Reason(
    403, "consumer_session_authorization_error", "No role of the session permits that action on that resource."
)
INVALID_RBAC_ROLE_ID: Final = Reason(400, "invalid_rbac_role_id", "The RBAC policy knows no such role.")
RBAC_DOMAIN_TOO_COMMON: Final = Reason(
    400, "rbac_domain_too_common", "Anybody can have an address at that domain, so it grants no role."
)
RBAC_INVALID_DOMAIN: Final = Reason(400, "rbac_invalid_domain", "A role is assigned by something that is not a domain.")
SESSION_AUTHORIZATION_ERROR: Final = Reason(
    403, "session_authorization_error", "No role of the session permits that action on that resource."
)
SESSION_AUTHORIZATION_TENANCY_ERROR: Final = Reason(
    403, "session_authorization_tenancy_error", "The session belongs to another organization."
)
