"""The RBAC policy of an environment: its resources, its roles, and the scopes of Connected Apps."""

import attrs

__all__ = [
    "DefaultRole",
    "GetRequest",
    "GetResponse",
    "Permission",
    "Policy",
    "Resource",
    "Role",
    "Scope",
    "SetRequest",
    "SetResponse",
]


@attrs.define(kw_only=True)
class Permission:
    """What may be done with one resource; the action ``*`` stands for all of them."""

    __schema__ = "pwa_rbac_v3_Permission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class DefaultRole:
    """A role that Stytch provides: its name is fixed, its permissions are not."""

    __schema__ = "pwa_rbac_v3_DefaultRole"

    permissions: list[Permission]


@attrs.define(kw_only=True)
class Resource:
    """Something to be protected, and what can be done with it.

    Attributes:
        resource_id: A name of the app's choice that no other resource bears. The prefix ``stytch`` is Stytch's own.

    """

    __schema__ = "pwa_rbac_v3_Resource"

    resource_id: str
    description: str
    available_actions: list[str]


@attrs.define(kw_only=True)
class Role:
    """A role of the app's own, which users or members are given."""

    __schema__ = "pwa_rbac_v3_Role"

    role_id: str
    description: str
    permissions: list[Permission]


@attrs.define(kw_only=True)
class Scope:
    """A scope that a Connected App can ask for.

    Attributes:
        permissions: What a user must be allowed in order to grant it.

    """

    __schema__ = "pwa_rbac_v3_Scope"

    scope: str
    description: str
    permissions: list[Permission]


@attrs.define(kw_only=True)
class Policy:
    """All that the environment knows of permissions.

    Attributes:
        stytch_resources: Those that Stytch provides; they cannot be changed.
        stytch_member: What every member may do. B2B projects only.
        stytch_admin: What an organization's admins may do. B2B projects only.
        stytch_user: What every user may do. Consumer projects only.

    """

    __schema__ = "pwa_rbac_v3_Policy"

    stytch_resources: list[Resource]
    custom_roles: list[Role]
    custom_resources: list[Resource]
    custom_scopes: list[Scope]
    stytch_member: DefaultRole | None = None
    stytch_admin: DefaultRole | None = None
    stytch_user: DefaultRole | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """Look up the policy of an environment.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/rbac_policy
    <https://stytch.com/docs/api-reference/pwa/api/v3/rbac/get-rbac-policy>`_
    """

    __schema__ = "pwa_rbac_v3_GetRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """The policy."""

    __schema__ = "pwa_rbac_v3_GetResponse"

    request_id: str
    policy: Policy
    status_code: int


@attrs.define(kw_only=True)
class SetRequest:
    """Write the policy of an environment.

    Each list is written whole. To change one role, get the policy, change the role in its list, and send the list.

    Args:
        stytch_member: What every member may do. B2B projects only.
        stytch_admin: What an organization's admins may do. B2B projects only.
        stytch_user: What every user may do. Consumer projects only.

    Raises:
        BadRequestError: ``invalid_permission_resource``, ``invalid_rbac_stytch_role_edit``,
            ``invalid_stytch_prefixed_resource``, ``rbac_action_duplicate``, ``rbac_permission_missing_actions``,
            ``rbac_reserved_scope``, ``rbac_resource_duplicate``, ``rbac_resource_missing_actions``,
            ``rbac_role_duplicate``, ``rbac_role_missing_permissions``, ``rbac_scope_duplicate``,
            ``rbac_scope_missing_permissions``, ``rbac_cannot_delete_attribute_used_in_org_policy``,
            ``cannot_specify_wildcard_with_other_actions``, ``invalid_permission_action``, ``invalid_role_for_vertical``
            (a role of the other kind of project), ``empty_rbac_resource_id``, ``empty_rbac_role_id``,
            ``empty_rbac_scope``.

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/rbac_policy
    <https://stytch.com/docs/api-reference/pwa/api/v3/rbac/set-rbac-policy>`_
    """

    __schema__ = "pwa_rbac_v3_SetRequest"

    project_slug: str
    environment_slug: str
    stytch_member: DefaultRole | None = None
    stytch_admin: DefaultRole | None = None
    stytch_user: DefaultRole | None = None
    custom_roles: list[Role] | None = None
    custom_resources: list[Resource] | None = None
    custom_scopes: list[Scope] | None = None


@attrs.define(kw_only=True)
class SetResponse:
    """The policy as it is now."""

    __schema__ = "pwa_rbac_v3_SetResponse"

    request_id: str
    policy: Policy
    status_code: int
