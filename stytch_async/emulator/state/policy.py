"""Role-based access control: which role permits which action on which resource."""

from collections.abc import Collection, Iterable, Mapping

import attrs

from stytch_async.emulator.state.builtin import STYTCH_RESOURCES, STYTCH_ROLES
from stytch_async.emulator.state.roles import Permissions, Resource, Role

__all__ = ["Policy"]


def _as_roles(given: Mapping[str, Role | Permissions]) -> Mapping[str, Role]:
    return {name: role if isinstance(role, Role) else Role(role) for name, role in given.items()}


def _as_resources(given: Mapping[str, Resource | Collection[str]]) -> Mapping[str, Resource]:
    return {name: item if isinstance(item, Resource) else Resource(item) for name, item in given.items()}


@attrs.frozen
class Policy:
    """The RBAC policy of a project: ``Policy({"editor": {"documents": {"read", "write"}}})``.

    Attributes:
        roles: What each role permits, as a `Role` or as permissions alone. Stytch's own roles are always there; naming
            one of them adds to what it permits.
        scopes: The same for the scopes of machine tokens and Connected Apps.
        resources: The project's own resources, each with its actions. One that roles speak of need not be named: it has
            the actions that they permit.

    """

    roles: Mapping[str, Role] = attrs.field(factory=dict[str, Role], converter=_as_roles)
    scopes: Mapping[str, Role] = attrs.field(factory=dict[str, Role], converter=_as_roles)
    resources: Mapping[str, Resource] = attrs.field(factory=dict[str, Resource], converter=_as_resources)

    @property
    def own_resources(self) -> Mapping[str, Resource]:
        """The project's own resources, those included that only its roles and scopes speak of."""
        spoken: dict[str, set[str]] = {}
        for role in (*self.roles.values(), *self.scopes.values()):
            for resource_id, actions in role.permissions.items():
                if resource_id not in STYTCH_RESOURCES:
                    spoken.setdefault(resource_id, set()).update({*actions} - {"*"})
        return {**{name: Resource(sorted(actions)) for name, actions in spoken.items()}, **self.resources}

    def knows(self, role_id: str) -> bool:
        """Whether there is such a role."""
        return role_id in self.roles or role_id in STYTCH_ROLES

    def with_roles(self, roles: Mapping[str, Role]) -> "Policy":
        """Return the policy with the roles that an organization adds."""
        return attrs.evolve(self, roles={**self.roles, **roles}) if roles else self

    def granting_roles(self, role_ids: Iterable[str], resource_id: str, action: str) -> list[str]:
        """Return which of the roles permit an action on a resource."""
        return [role for role in role_ids if not {action, "*"}.isdisjoint(self._actions(role, resource_id))]

    def _actions(self, role_id: str, resource_id: str) -> set[str]:
        roles = (known.get(role_id) for known in (STYTCH_ROLES, self.roles))
        return {action for role in roles if role is not None for action in role.permissions.get(resource_id, ())}
