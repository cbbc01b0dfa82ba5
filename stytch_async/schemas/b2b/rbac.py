"""TODO"""

import attrs

__all__ = [
    "OrgPolicy",
    "OrganizationsGetOrgPolicyRequest",
    "OrganizationsGetOrgPolicyResponse",
    "OrganizationsSetOrgPolicyRequest",
    "OrganizationsSetOrgPolicyResponse",
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

    __schema__ = "api_b2b_rbac_v1_PolicyRolePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyRole:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_PolicyRole"

    role_id: str
    description: str
    permissions: list[PolicyRolePermission]


@attrs.define(kw_only=True)
class OrgPolicy:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_OrgPolicy"

    roles: list[PolicyRole]


@attrs.define(kw_only=True)
class PolicyResource:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_PolicyResource"

    resource_id: str
    description: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScopePermission:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_PolicyScopePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScope:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_PolicyScope"

    scope: str
    description: str
    permissions: list[PolicyScopePermission]


@attrs.define(kw_only=True)
class Policy:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_Policy"

    roles: list[PolicyRole]
    resources: list[PolicyResource]
    scopes: list[PolicyScope]


@attrs.define(kw_only=True)
class PolicyRequest:
    """TODO

    Source: `GET /v1/b2b/rbac/policy <TODO>`_
    """


@attrs.define(kw_only=True)
class PolicyResponse:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_PolicyResponse"

    request_id: str
    status_code: int
    policy: Policy | None = None


@attrs.define(kw_only=True)
class OrganizationsGetOrgPolicyRequest:
    """TODO

    Source: `GET /v1/b2b/rbac/organizations/{organization_id} <TODO>`_
    """

    organization_id: str


@attrs.define(kw_only=True)
class OrganizationsGetOrgPolicyResponse:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_b2b_rbac_organizations_GetOrgPolicyResponse"

    request_id: str
    org_policy: OrgPolicy
    status_code: int


@attrs.define(kw_only=True)
class OrganizationsSetOrgPolicyRequest:
    """TODO

    Source: `PUT /v1/b2b/rbac/organizations/{organization_id} <TODO>`_
    """

    __schema__ = "api_b2b_rbac_v1_b2b_rbac_organizations_SetOrgPolicyRequest"

    organization_id: str
    org_policy: OrgPolicy


@attrs.define(kw_only=True)
class OrganizationsSetOrgPolicyResponse:
    """TODO"""

    __schema__ = "api_b2b_rbac_v1_b2b_rbac_organizations_SetOrgPolicyResponse"

    request_id: str
    org_policy: OrgPolicy
    status_code: int
