"""Roles: who may be given which, and what they permit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from stytch_async.emulator.refusals.rbac import (
    CANNOT_ASSIGN_DEFAULT_RBAC_ROLE_ID,
    CANNOT_SPECIFY_WILDCARD_WITH_OTHER_ACTIONS,
    INVALID_PERMISSION_ACTION,
    INVALID_PERMISSION_RESOURCE,
    INVALID_RBAC_ROLE_ID,
    RBAC_ACTION_DUPLICATE,
    RBAC_PERMISSION_MISSING_ACTIONS,
    RBAC_RESOURCE_DUPLICATE,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.builtin import DEFAULT_ROLES, STYTCH_ROLES
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.roles import Permissions, Resource, Role
from stytch_async.schemas.shared import AuthorizationVerdict

__all__ = ["assignable", "authorize", "policy_document", "read_permissions", "role_document"]


def assignable(policy: Policy, role_ids: list[str]) -> list[str]:
    """Return the roles to assign to somebody, or refuse one that is unknown or that everybody has."""
    if not DEFAULT_ROLES.isdisjoint(role_ids):
        raise Refusal(CANNOT_ASSIGN_DEFAULT_RBAC_ROLE_ID)
    if not all(map(policy.knows, role_ids)):
        raise Refusal(INVALID_RBAC_ROLE_ID)
    return list(dict.fromkeys(role_ids))


def authorize(
    policy: Policy, role_ids: Iterable[str], resource_id: str, action: str, reason: Reason
) -> AuthorizationVerdict:
    """Return which roles permit an action, or refuse where none does."""
    granting_roles = policy.granting_roles(role_ids, resource_id, action)
    if not granting_roles:
        raise Refusal(reason)
    return AuthorizationVerdict(authorized=True, granting_roles=granting_roles)


class Permission(Protocol):
    """A permission, as requests of all APIs name it."""

    resource_id: str
    actions: list[str]


def read_permissions(
    resources: Mapping[str, Resource], permissions: Sequence[Permission], *, missing: Reason | None = None
) -> Permissions:
    """Return what a role or scope is to permit, or refuse it.

    Args:
        resources: What permissions may be about.
        permissions: The permissions.
        missing: Why it is refused that there are none; ``None`` where there need not be any.

    """
    if missing is not None and not permissions:
        raise Refusal(missing)
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


def policy_document(
    policy: Policy, stytch_roles: Iterable[str], stytch_resources: Mapping[str, Resource]
) -> dict[str, Any]:
    """Return a policy as the API shows it, with Stytch's own roles and resources in such a project."""
    own = {name: STYTCH_ROLES[name] for name in stytch_roles}
    added = {name: role for name, role in policy.roles.items() if name not in own}
    return {
        "roles": [
            *(role_document(name, _joined(role, policy.roles.get(name))) for name, role in own.items()),
            *(role_document(name, role) for name, role in added.items()),
        ],
        "scopes": [
            {"scope": scope, "description": role.description, "permissions": _listed(role.permissions)}
            for scope, role in policy.scopes.items()
        ],
        "resources": [
            {"resource_id": name, "description": resource.description, "actions": sorted(resource.actions)}
            for name, resource in {**stytch_resources, **policy.own_resources}.items()
        ],
    }


def _joined(role: Role, added: Role | None) -> Role:
    if added is None:
        return role
    resources = {**role.permissions, **added.permissions}
    return Role(
        {name: {*role.permissions.get(name, ()), *added.permissions.get(name, ())} for name in resources},
        role.description,
    )


def role_document(role_id: str, role: Role) -> dict[str, Any]:
    """Return a role as the API shows it."""
    return {"role_id": role_id, "description": role.description, "permissions": _listed(role.permissions)}


def _listed(permissions: Permissions) -> list[dict[str, Any]]:
    return [{"resource_id": resource, "actions": sorted(actions)} for resource, actions in permissions.items()]
