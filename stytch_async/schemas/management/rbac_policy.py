"""TODO"""

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
    """TODO"""

    __schema__ = "pwa_rbac_v3_Permission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class DefaultRole:
    """TODO"""

    __schema__ = "pwa_rbac_v3_DefaultRole"

    permissions: list[Permission]


@attrs.define(kw_only=True)
class Resource:
    """TODO"""

    __schema__ = "pwa_rbac_v3_Resource"

    resource_id: str
    description: str
    available_actions: list[str]


@attrs.define(kw_only=True)
class Role:
    """TODO"""

    __schema__ = "pwa_rbac_v3_Role"

    role_id: str
    description: str
    permissions: list[Permission]


@attrs.define(kw_only=True)
class Scope:
    """TODO"""

    __schema__ = "pwa_rbac_v3_Scope"

    scope: str
    description: str
    permissions: list[Permission]


@attrs.define(kw_only=True)
class Policy:
    """TODO"""

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
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/rbac_policy <TODO>`_
    """

    __schema__ = "pwa_rbac_v3_GetRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_rbac_v3_GetResponse"

    request_id: str
    policy: Policy
    status_code: int


@attrs.define(kw_only=True)
class SetRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/rbac_policy <TODO>`_
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
    """TODO"""

    __schema__ = "pwa_rbac_v3_SetResponse"

    request_id: str
    policy: Policy
    status_code: int
