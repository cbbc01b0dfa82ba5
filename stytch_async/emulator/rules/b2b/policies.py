"""The roles that an organization adds to the policy of its project."""

from collections.abc import Iterable

from stytch_async.emulator.refusals.rbac import (
    EMPTY_RBAC_ROLE_ID,
    INVALID_RBAC_STYTCH_ROLE_EDIT,
    RBAC_ROLE_DUPLICATE,
    RBAC_ROLE_MISSING_PERMISSIONS,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.rbac import read_permissions
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.roles import Role
from stytch_async.schemas.b2b import rbac as schemas

__all__ = ["read_roles"]


def read_roles(policy: Policy, roles: Iterable[schemas.PolicyRole]) -> dict[str, Role]:
    """Return the roles that an organization is to add, or refuse them (behaviour-more S3 to S5)."""
    found: dict[str, Role] = {}
    resources = {**policy.own_resources, **STYTCH_RESOURCES}
    for role in roles:
        if role.role_id in found:
            raise Refusal(RBAC_ROLE_DUPLICATE)
        _check_role_id(policy, role.role_id)
        permissions = read_permissions(resources, role.permissions, missing=RBAC_ROLE_MISSING_PERMISSIONS)
        found[role.role_id] = Role(permissions, role.description)
    return found


def _check_role_id(policy: Policy, role_id: str) -> None:
    if not role_id:
        raise Refusal(EMPTY_RBAC_ROLE_ID)
    if role_id.startswith("stytch"):
        raise Refusal(INVALID_RBAC_STYTCH_ROLE_EDIT)
    if policy.knows(role_id):
        raise Refusal(RBAC_ROLE_DUPLICATE)
