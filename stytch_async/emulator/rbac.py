"""Role-based access control: which role permits which action on which resource."""

from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from stytch_async.emulator.refusals import refuse
from stytch_async.schemas.shared import AuthorizationVerdict

__all__ = ["EVERYBODY", "Policy", "authorize"]

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

    """

    roles: Mapping[str, Permissions] = attrs.field(factory=dict[str, Permissions])

    def knows(self, role_id: str) -> bool:
        """Whether there is such a role."""
        return role_id in self.roles or role_id in STYTCH_ROLES

    def granting_roles(self, role_ids: Iterable[str], resource_id: str, action: str) -> list[str]:
        """Return which of the roles permit an action on a resource."""
        return [role for role in role_ids if not {action, "*"}.isdisjoint(self._actions(role, resource_id))]

    def _actions(self, role_id: str, resource_id: str) -> set[str]:
        policies = (STYTCH_ROLES, self.roles)
        return {action for roles in policies for action in roles.get(role_id, {}).get(resource_id, ())}


def authorize(
    policy: Policy, role_ids: Iterable[str], resource_id: str, action: str, error_type: str
) -> AuthorizationVerdict:
    """Return which roles permit an action, or refuse where none does."""
    granting_roles = policy.granting_roles(role_ids, resource_id, action)
    if not granting_roles:
        raise refuse(error_type)
    return AuthorizationVerdict(authorized=True, granting_roles=granting_roles)
