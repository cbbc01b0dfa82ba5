"""Roles and what they permit."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = [
    "CANNOT_ASSIGN_DEFAULT_RBAC_ROLE_ID",
    "CANNOT_SPECIFY_WILDCARD_WITH_OTHER_ACTIONS",
    "CONSUMER_SESSION_AUTHORIZATION_ERROR",
    "EMPTY_RBAC_RESOURCE_ID",
    "EMPTY_RBAC_ROLE_ID",
    "EMPTY_RBAC_SCOPE",
    "INVALID_PERMISSION_ACTION",
    "INVALID_PERMISSION_RESOURCE",
    "INVALID_RBAC_ROLE_ID",
    "INVALID_RBAC_STYTCH_ROLE_EDIT",
    "INVALID_ROLE_FOR_VERTICAL",
    "INVALID_STYTCH_PREFIXED_RESOURCE",
    "RBAC_ACTION_DUPLICATE",
    "RBAC_CANNOT_DELETE_ATTRIBUTE_USED_IN_ORG_POLICY",
    "RBAC_DOMAIN_TOO_COMMON",
    "RBAC_INVALID_DOMAIN",
    "RBAC_PERMISSION_MISSING_ACTIONS",
    "RBAC_RESERVED_SCOPE",
    "RBAC_RESOURCE_DUPLICATE",
    "RBAC_RESOURCE_MISSING_ACTIONS",
    "RBAC_ROLE_DUPLICATE",
    "RBAC_ROLE_MISSING_PERMISSIONS",
    "RBAC_SCOPE_DUPLICATE",
    "RBAC_SCOPE_MISSING_PERMISSIONS",
    "SESSION_AUTHORIZATION_ERROR",
    "SESSION_AUTHORIZATION_TENANCY_ERROR",
]

CANNOT_ASSIGN_DEFAULT_RBAC_ROLE_ID: Final = Reason(
    400, "cannot_assign_default_rbac_role_id", "Everybody has that role; it cannot be assigned."
)
CANNOT_SPECIFY_WILDCARD_WITH_OTHER_ACTIONS: Final = Reason(
    400, "cannot_specify_wildcard_with_other_actions", "A permission of all actions names no others."
)
CONSUMER_SESSION_AUTHORIZATION_ERROR: Final = Reason(
    403, "consumer_session_authorization_error", "No role of the session permits that action on that resource."
)
EMPTY_RBAC_ROLE_ID: Final = Reason(400, "empty_rbac_role_id", "A role needs an id.")
INVALID_PERMISSION_ACTION: Final = Reason(
    400, "invalid_permission_action", "A permission names an action that its resource does not have."
)
INVALID_PERMISSION_RESOURCE: Final = Reason(
    400, "invalid_permission_resource", "A permission names a resource that the policy does not have."
)
INVALID_RBAC_ROLE_ID: Final = Reason(400, "invalid_rbac_role_id", "The RBAC policy has no such role.")
INVALID_RBAC_STYTCH_ROLE_EDIT: Final = Reason(
    400, "invalid_rbac_stytch_role_edit", "Roles whose ids begin with stytch are Stytch's own."
)
RBAC_ACTION_DUPLICATE: Final = Reason(400, "rbac_action_duplicate", "A permission names an action twice.")
RBAC_DOMAIN_TOO_COMMON: Final = Reason(
    400, "rbac_domain_too_common", "Anybody can have an address at that domain, so it grants no role."
)
RBAC_INVALID_DOMAIN: Final = Reason(400, "rbac_invalid_domain", "A role is assigned by something that is not a domain.")
RBAC_PERMISSION_MISSING_ACTIONS: Final = Reason(400, "rbac_permission_missing_actions", "A permission needs an action.")
RBAC_RESOURCE_DUPLICATE: Final = Reason(400, "rbac_resource_duplicate", "A role names a resource twice.")
RBAC_ROLE_DUPLICATE: Final = Reason(
    400, "rbac_role_duplicate", "A role is named twice, or is one of the project's own."
)
RBAC_ROLE_MISSING_PERMISSIONS: Final = Reason(400, "rbac_role_missing_permissions", "A role needs a permission.")
SESSION_AUTHORIZATION_ERROR: Final = Reason(
    403, "session_authorization_error", "No role of the session permits that action on that resource."
)
SESSION_AUTHORIZATION_TENANCY_ERROR: Final = Reason(
    403, "session_authorization_tenancy_error", "The session belongs to another organization."
)
INVALID_ROLE_FOR_VERTICAL: Final = Reason(
    400, "invalid_role_for_vertical", "That role is of the other kind of project."
)
INVALID_STYTCH_PREFIXED_RESOURCE: Final = Reason(
    400, "invalid_stytch_prefixed_resource", "Resources whose ids begin with stytch are Stytch's own."
)
RBAC_CANNOT_DELETE_ATTRIBUTE_USED_IN_ORG_POLICY: Final = Reason(
    400, "rbac_cannot_delete_attribute_used_in_org_policy", "An organization's role permits what is to go."
)
RBAC_RESERVED_SCOPE: Final = Reason(400, "rbac_reserved_scope", "That scope has a meaning of its own.")
RBAC_RESOURCE_MISSING_ACTIONS: Final = Reason(400, "rbac_resource_missing_actions", "A resource needs an action.")
RBAC_SCOPE_DUPLICATE: Final = Reason(400, "rbac_scope_duplicate", "A scope is named twice.")
RBAC_SCOPE_MISSING_PERMISSIONS: Final = Reason(400, "rbac_scope_missing_permissions", "A scope needs a permission.")
EMPTY_RBAC_RESOURCE_ID: Final = Reason(400, "empty_rbac_resource_id", "A resource needs an id.")
EMPTY_RBAC_SCOPE: Final = Reason(400, "empty_rbac_scope", "A scope needs a name.")
