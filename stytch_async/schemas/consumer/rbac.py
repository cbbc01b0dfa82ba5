"""TODO"""

import attrs

__all__ = [
    "Policy",
    "PolicyRequest",
    "PolicyResource",
    "PolicyResponse",
    "PolicyRole",
    "PolicyRolePermission",
    "PolicyScope",
    "PolicyScopePermission",
]


@attrs.define(kw_only=True)
class PolicyRolePermission:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_PolicyRolePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyRole:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_PolicyRole"

    role_id: str
    description: str
    permissions: list[PolicyRolePermission]


@attrs.define(kw_only=True)
class PolicyResource:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_PolicyResource"

    resource_id: str
    description: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScopePermission:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_PolicyScopePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScope:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_PolicyScope"

    scope: str
    description: str
    permissions: list[PolicyScopePermission]


@attrs.define(kw_only=True)
class Policy:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_Policy"

    roles: list[PolicyRole]
    resources: list[PolicyResource]
    scopes: list[PolicyScope]


@attrs.define(kw_only=True)
class PolicyRequest:
    """TODO

    Source: `GET /v1/rbac/policy <TODO>`_
    """


@attrs.define(kw_only=True)
class PolicyResponse:
    """TODO"""

    __schema__ = "api_consumer_rbac_v1_PolicyResponse"

    request_id: str
    status_code: int
    policy: Policy | None = None
