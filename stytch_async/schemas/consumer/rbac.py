"""The role-based access policy of Consumer projects."""

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
    """What a role permits on one resource.

    Attributes:
        actions: ``*`` stands for all actions.

    """

    __schema__ = "api_consumer_rbac_v1_PolicyRolePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyRole:
    """A set of permissions under a name, for users to hold.

    Attributes:
        role_id: Chosen by the project, except for ``stytch_user``, which every user holds.

    """

    __schema__ = "api_consumer_rbac_v1_PolicyRole"

    role_id: str
    description: str
    permissions: list[PolicyRolePermission]


@attrs.define(kw_only=True)
class PolicyResource:
    """Something that access is checked for.

    Attributes:
        resource_id: Chosen by the project; those that begin with ``stytch`` are Stytch's own.
        actions: Everything that can be done with it.

    """

    __schema__ = "api_consumer_rbac_v1_PolicyResource"

    resource_id: str
    description: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScopePermission:
    """What a scope permits on one resource.

    Attributes:
        actions: ``*`` stands for all actions.

    """

    __schema__ = "api_consumer_rbac_v1_PolicyScopePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScope:
    """A set of permissions under a name, for Connected Apps to ask for."""

    __schema__ = "api_consumer_rbac_v1_PolicyScope"

    scope: str
    description: str
    permissions: list[PolicyScopePermission]


@attrs.define(kw_only=True)
class Policy:
    """Who may do what."""

    __schema__ = "api_consumer_rbac_v1_Policy"

    roles: list[PolicyRole]
    resources: list[PolicyResource]
    scopes: list[PolicyScope]


@attrs.define(kw_only=True)
class PolicyRequest:
    """Get the project's access policy.

    The policy is written in the dashboard or by the management API. ``sessions.authenticate_jwt_local`` keeps
    a copy for its own checks.

    Source: `GET /v1/rbac/policy <https://stytch.com/docs/api-reference/consumer/api/rbac/get-policy>`_
    """


@attrs.define(kw_only=True)
class PolicyResponse:
    """The policy, or ``None`` in a project without one."""

    __schema__ = "api_consumer_rbac_v1_PolicyResponse"

    request_id: str
    status_code: int
    policy: Policy | None = None
