"""The roles that an organization adds to the policy of its project."""

from collections.abc import Iterable, Sequence

from stytch_async.emulator.refusals.rbac import (
    CANNOT_SPECIFY_WILDCARD_WITH_OTHER_ACTIONS,
    EMPTY_RBAC_ROLE_ID,
    INVALID_PERMISSION_ACTION,
    INVALID_PERMISSION_RESOURCE,
    INVALID_RBAC_STYTCH_ROLE_EDIT,
    RBAC_ACTION_DUPLICATE,
    RBAC_PERMISSION_MISSING_ACTIONS,
    RBAC_RESOURCE_DUPLICATE,
    RBAC_ROLE_DUPLICATE,
    RBAC_ROLE_MISSING_PERMISSIONS,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.roles import Permissions, Role
from stytch_async.schemas.b2b import rbac as schemas

__all__ = ["read_roles"]


def read_roles(policy: Policy, roles: Iterable[schemas.PolicyRole]) -> dict[str, Role]:
    """Return the roles that an organization is to add, or refuse them (behaviour-more S3 to S5)."""
    found: dict[str, Role] = {}
    for role in roles:
        if role.role_id in found:
            raise Refusal(RBAC_ROLE_DUPLICATE)
        _check_role_id(policy, role.role_id)
        found[role.role_id] = Role(_read_permissions(policy, role.permissions), role.description)
    return found


def _check_role_id(policy: Policy, role_id: str) -> None:
    if not role_id:
        raise Refusal(EMPTY_RBAC_ROLE_ID)
    if role_id.startswith("stytch"):
        raise Refusal(INVALID_RBAC_STYTCH_ROLE_EDIT)
    if policy.knows(role_id):
        raise Refusal(RBAC_ROLE_DUPLICATE)


def _read_permissions(policy: Policy, permissions: Sequence[schemas.PolicyRolePermission]) -> Permissions:
    if not permissions:
        raise Refusal(RBAC_ROLE_MISSING_PERMISSIONS)
    resources = {**policy.own_resources, **STYTCH_RESOURCES}
    found: dict[str, Sequence[str]] = {}
    for permission in permissions:
        if permission.resource_id not in resources:
            raise Refusal(INVALID_PERMISSION_RESOURCE)
        if permission.resource_id in found:
            raise Refusal(RBAC_RESOURCE_DUPLICATE)
        _check_actions(permission.actions, {"*", *resources[permission.resource_id].actions})
        found[permission.resource_id] = permission.actions
    return found


def _check_actions(actions: Sequence[str], known: set[str]) -> None:
    if not actions:
        raise Refusal(RBAC_PERMISSION_MISSING_ACTIONS)
    if len({*actions}) < len(actions):
        raise Refusal(RBAC_ACTION_DUPLICATE)
    if "*" in actions and len(actions) > 1:
        raise Refusal(CANNOT_SPECIFY_WILDCARD_WITH_OTHER_ACTIONS)
    if not known.issuperset(actions):
        raise Refusal(INVALID_PERMISSION_ACTION)
