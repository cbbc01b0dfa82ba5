"""Role-based access control: which role permits which action on which resource."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

import attrs

from stytch_async.emulator.refusals import refuse
from stytch_async.schemas.shared import AuthorizationVerdict

__all__ = ["EVERYBODY", "Policy", "assignable", "authorize"]

Permissions = Mapping[str, Collection[str]]

EVERYBODY: Final = frozenset({"stytch_member", "stytch_user"})
"""The roles that nobody needs to be given: every member or user has one of them."""

STYTCH_ROLES: Final[Mapping[str, Permissions]] = {
    "stytch_admin": {
        "stytch.member": {"*"},
        "stytch.organization": {"*"},
        "stytch.scim": {"*"},
        "stytch.sso": {"*"},
    },
    "stytch_member": {"stytch.self": {"*"}},
    "stytch_user": {},
}


@attrs.frozen
class Policy:
    """The RBAC policy of a project: ``Policy({"editor": {"documents": {"read", "write"}}})``.

    Attributes:
        roles: By role, by resource: the actions that the role permits; ``*`` permits all of them. Stytch's own roles
            are always there. Naming one of them adds to what it permits.
        scopes: The same for the scopes of machine tokens and Connected Apps.

    """

    roles: Mapping[str, Permissions] = attrs.field(factory=dict[str, Permissions])
    scopes: Mapping[str, Permissions] = attrs.field(factory=dict[str, Permissions])

    def document(self, stytch_roles: Iterable[str]) -> dict[str, Any]:
        """Return the policy as the API shows it, with those of Stytch's own roles that the kind of project has."""
        names = {**dict.fromkeys(stytch_roles), **dict.fromkeys(self.roles)}
        return {
            "roles": [{"role_id": name, "description": "", "permissions": self._permissions(name)} for name in names],
            "scopes": [
                {"scope": scope, "description": "", "permissions": _listed(permissions)}
                for scope, permissions in self.scopes.items()
            ],
            "resources": [],
        }

    def _permissions(self, role: str) -> list[dict[str, Any]]:
        return [*_listed(STYTCH_ROLES.get(role, {})), *_listed(self.roles.get(role, {}))]

    def knows(self, role_id: str) -> bool:
        """Whether there is such a role."""
        return role_id in self.roles or role_id in STYTCH_ROLES

    def granting_roles(self, role_ids: Iterable[str], resource_id: str, action: str) -> list[str]:
        """Return which of the roles permit an action on a resource."""
        return [role for role in role_ids if not {action, "*"}.isdisjoint(self._actions(role, resource_id))]

    def _actions(self, role_id: str, resource_id: str) -> set[str]:
        policies = (STYTCH_ROLES, self.roles)
        return {action for roles in policies for action in roles.get(role_id, {}).get(resource_id, ())}


def _listed(permissions: Permissions) -> list[dict[str, Any]]:
    return [{"resource_id": resource, "actions": sorted(actions)} for resource, actions in permissions.items()]


def assignable(policy: Policy, role_ids: list[str]) -> list[str]:
    """Return the roles to assign to somebody, or refuse one that is unknown or that everybody has."""
    if not EVERYBODY.isdisjoint(role_ids):
        raise refuse("cannot_assign_default_rbac_role_id")
    if not all(map(policy.knows, role_ids)):
        raise refuse("invalid_rbac_role_id")
    return role_ids


def authorize(
    policy: Policy, role_ids: Iterable[str], resource_id: str, action: str, error_type: str
) -> AuthorizationVerdict:
    """Return which roles permit an action, or refuse where none does."""
    granting_roles = policy.granting_roles(role_ids, resource_id, action)
    if not granting_roles:
        raise refuse(error_type)
    return AuthorizationVerdict(authorized=True, granting_roles=granting_roles)
