"""The RBAC policy of an environment: what may be written, and how it is shown (behaviour-more W25)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Protocol

from stytch_async.emulator.refusals.rbac import (
    EMPTY_RBAC_RESOURCE_ID,
    EMPTY_RBAC_ROLE_ID,
    EMPTY_RBAC_SCOPE,
    INVALID_RBAC_STYTCH_ROLE_EDIT,
    INVALID_ROLE_FOR_VERTICAL,
    INVALID_STYTCH_PREFIXED_RESOURCE,
    RBAC_ACTION_DUPLICATE,
    RBAC_CANNOT_DELETE_ATTRIBUTE_USED_IN_ORG_POLICY,
    RBAC_RESERVED_SCOPE,
    RBAC_RESOURCE_DUPLICATE,
    RBAC_RESOURCE_MISSING_ACTIONS,
    RBAC_ROLE_DUPLICATE,
    RBAC_ROLE_MISSING_PERMISSIONS,
    RBAC_SCOPE_DUPLICATE,
    RBAC_SCOPE_MISSING_PERMISSIONS,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.rbac import read_permissions
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES, STYTCH_ROLES
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.project import Project, Vertical
from stytch_async.emulator.state.roles import Permissions, Resource, Role
from stytch_async.schemas.management import rbac_policy as schemas

__all__ = ["check_organizations", "read_policy", "view"]

DEFAULTS: Final[Mapping[Vertical, Sequence[str]]] = {
    "b2b": ("stytch_member", "stytch_admin"),
    "consumer": ("stytch_user",),
}
RESERVED: Final = frozenset({"email", "full_access", "offline_access", "openid", "phone", "profile"})


class PolicyArguments(Protocol):
    """The arguments of the endpoint that writes a policy."""

    stytch_member: schemas.DefaultRole | None
    stytch_admin: schemas.DefaultRole | None
    stytch_user: schemas.DefaultRole | None
    custom_roles: list[schemas.Role] | None
    custom_resources: list[schemas.Resource] | None
    custom_scopes: list[schemas.Scope] | None


def _resources(project: Project) -> Mapping[str, Resource]:
    return STYTCH_RESOURCES if project.vertical == "b2b" else {}


def read_policy(project: Project, request: PolicyArguments) -> Policy:
    """Return the policy that a request tells of, or refuse it; each list is written whole."""
    own = _read_resources(request.custom_resources or ())
    known = {**own, **_resources(project)}
    roles: dict[str, Role] = {}
    for role in request.custom_roles or ():
        _check_name(role.role_id, roles, EMPTY_RBAC_ROLE_ID, RBAC_ROLE_DUPLICATE)
        if role.role_id.startswith("stytch"):
            raise Refusal(INVALID_RBAC_STYTCH_ROLE_EDIT)
        permissions = read_permissions(known, role.permissions, missing=RBAC_ROLE_MISSING_PERMISSIONS)
        roles[role.role_id] = Role(permissions, role.description)
    scopes: dict[str, Role] = {}
    for scope in request.custom_scopes or ():
        _check_name(scope.scope, scopes, EMPTY_RBAC_SCOPE, RBAC_SCOPE_DUPLICATE)
        if scope.scope in RESERVED:
            raise Refusal(RBAC_RESERVED_SCOPE)
        permissions = read_permissions(known, scope.permissions, missing=RBAC_SCOPE_MISSING_PERMISSIONS)
        scopes[scope.scope] = Role(permissions, scope.description)
    return Policy(roles={**_read_defaults(project, request, known), **roles}, scopes=scopes, resources=own)


def _check_name(name: str, taken: Iterable[str], empty: Reason, duplicate: Reason) -> None:
    if not name:
        raise Refusal(empty)
    if name in taken:
        raise Refusal(duplicate)


def _read_resources(resources: Iterable[schemas.Resource]) -> dict[str, Resource]:
    found: dict[str, Resource] = {}
    for one in resources:
        _check_name(one.resource_id, found, EMPTY_RBAC_RESOURCE_ID, RBAC_RESOURCE_DUPLICATE)
        if one.resource_id.startswith("stytch"):
            raise Refusal(INVALID_STYTCH_PREFIXED_RESOURCE)
        if not one.available_actions:
            raise Refusal(RBAC_RESOURCE_MISSING_ACTIONS)
        if len({*one.available_actions}) < len(one.available_actions):
            raise Refusal(RBAC_ACTION_DUPLICATE)
        found[one.resource_id] = Resource(one.available_actions, one.description)
    return found


def _read_defaults(project: Project, request: PolicyArguments, known: Mapping[str, Resource]) -> dict[str, Role]:
    """Return what is added to Stytch's own roles. What they permit of themselves stays, sent or not (inferred)."""
    asked = {
        "stytch_member": request.stytch_member,
        "stytch_admin": request.stytch_admin,
        "stytch_user": request.stytch_user,
    }
    given = {name: role for name, role in asked.items() if role is not None}
    if not given.keys() <= set(_defaults(project)):
        raise Refusal(INVALID_ROLE_FOR_VERTICAL)
    return {
        name: Role(_added(name, read_permissions(known, role.permissions)), STYTCH_ROLES[name].description)
        for name, role in given.items()
        if role.permissions
    }


def _added(role_id: str, permissions: Permissions) -> Permissions:
    """Return what a role permits besides, or refuse to change what Stytch's own permits of Stytch's resources."""
    own = STYTCH_ROLES[role_id].permissions
    for resource_id, actions in permissions.items():
        if resource_id in STYTCH_RESOURCES and {*actions} != {*own.get(resource_id, ())}:
            raise Refusal(INVALID_RBAC_STYTCH_ROLE_EDIT)
    return {name: actions for name, actions in permissions.items() if name not in STYTCH_RESOURCES}


def _defaults(project: Project) -> Sequence[str]:
    return DEFAULTS[project.vertical or "consumer"]


def check_organizations(project: Project, policy: Policy) -> None:
    """Refuse a policy without a resource or action that an organization's role permits."""
    known = {name: {"*", *one.actions} for name, one in {**policy.resources, **_resources(project)}.items()}
    for organization in project.organizations:
        for role in organization.roles.values():
            if not all(known.get(name, set()) >= {*actions} for name, actions in role.permissions.items()):
                raise Refusal(RBAC_CANNOT_DELETE_ATTRIBUTE_USED_IN_ORG_POLICY)


def view(project: Project) -> schemas.Policy:
    """Show the policy of an environment."""
    policy = project.settings.policy
    own = {name: role for name, role in policy.roles.items() if name not in STYTCH_ROLES}
    defaults = {name: _shown_default(policy, name) for name in _defaults(project)}
    return schemas.Policy(
        stytch_resources=_shown_resources(_resources(project)),
        custom_roles=[
            schemas.Role(role_id=name, description=role.description, permissions=_shown(role.permissions))
            for name, role in own.items()
        ],
        custom_resources=_shown_resources(policy.own_resources),
        custom_scopes=[
            schemas.Scope(scope=name, description=role.description, permissions=_shown(role.permissions))
            for name, role in policy.scopes.items()
        ],
        **defaults,
    )


def _shown_default(policy: Policy, role_id: str) -> schemas.DefaultRole:
    """Show a role of Stytch's own with what the project adds."""
    added = policy.roles.get(role_id)
    permissions = {**STYTCH_ROLES[role_id].permissions, **(added.permissions if added is not None else {})}
    return schemas.DefaultRole(permissions=_shown(permissions))


def _shown(permissions: Permissions) -> list[schemas.Permission]:
    return [
        schemas.Permission(resource_id=resource_id, actions=sorted(actions))
        for resource_id, actions in permissions.items()
    ]


def _shown_resources(resources: Mapping[str, Resource]) -> list[schemas.Resource]:
    return [
        schemas.Resource(
            resource_id=resource_id, description=resource.description, available_actions=sorted(resource.actions)
        )
        for resource_id, resource in resources.items()
    ]
