"""Roles and permissions of the B2B API."""

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
    """What a role permits on one resource.

    Attributes:
        actions: ``*`` stands for all of them.

    """

    __schema__ = "api_b2b_rbac_v1_PolicyRolePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyRole:
    """A role, and what those who have it may do.

    Attributes:
        role_id: A readable name. Everybody has ``stytch_member``; ``stytch_admin`` may administer the organization.

    """

    __schema__ = "api_b2b_rbac_v1_PolicyRole"

    role_id: str
    description: str
    permissions: list[PolicyRolePermission]


@attrs.define(kw_only=True)
class OrgPolicy:
    """The roles that an organization adds to those of its project."""

    __schema__ = "api_b2b_rbac_v1_OrgPolicy"

    roles: list[PolicyRole]


@attrs.define(kw_only=True)
class PolicyResource:
    """Something to be protected, and what can be done with it.

    Attributes:
        resource_id: A readable name. Those that begin with ``stytch`` are Stytch's own, such as ``stytch.member``.

    """

    __schema__ = "api_b2b_rbac_v1_PolicyResource"

    resource_id: str
    description: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScopePermission:
    """What a scope permits on one resource.

    Attributes:
        actions: ``*`` stands for all of them.

    """

    __schema__ = "api_b2b_rbac_v1_PolicyScopePermission"

    resource_id: str
    actions: list[str]


@attrs.define(kw_only=True)
class PolicyScope:
    """A scope that members can grant to Connected Apps, and what it permits."""

    __schema__ = "api_b2b_rbac_v1_PolicyScope"

    scope: str
    description: str
    permissions: list[PolicyScopePermission]


@attrs.define(kw_only=True)
class Policy:
    """Every role, resource and scope of a project."""

    __schema__ = "api_b2b_rbac_v1_Policy"

    roles: list[PolicyRole]
    resources: list[PolicyResource]
    scopes: list[PolicyScope]


@attrs.define(kw_only=True)
class PolicyRequest:
    """Get the project's policy.

    Policies are written in Stytch's dashboard or with the Management API. Checks on this machine fetch the policy by
    themselves, and again when it is five minutes old.

    Source: `GET /v1/b2b/rbac/policy <https://stytch.com/docs/api-reference/b2b/api/rbac/get-policy>`_
    """


@attrs.define(kw_only=True)
class PolicyResponse:
    """The project's policy."""

    __schema__ = "api_b2b_rbac_v1_PolicyResponse"

    request_id: str
    status_code: int
    policy: Policy | None = None


@attrs.define(kw_only=True)
class OrganizationsGetOrgPolicyRequest:
    """Get the roles that an organization adds to its project's.

    A private beta: Stytch turns it on for a workspace on request.

    Args:
        organization_id: Or its slug or external id.

    Raises:
        NotFoundError: ``organization_not_found``.

    Source: `GET /v1/b2b/rbac/organizations/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/rbac/overview>`_
    """

    organization_id: str


@attrs.define(kw_only=True)
class OrganizationsGetOrgPolicyResponse:
    """The organization's own roles."""

    __schema__ = "api_b2b_rbac_v1_b2b_rbac_organizations_GetOrgPolicyResponse"

    request_id: str
    org_policy: OrgPolicy
    status_code: int


@attrs.define(kw_only=True)
class OrganizationsSetOrgPolicyRequest:
    """Replace all the roles that an organization adds to its project's.

    The project's policy stays as it is. A private beta: Stytch turns it on for a workspace on request.

    Args:
        organization_id: Or its slug or external id.

    Raises:
        NotFoundError: ``organization_not_found``.
        BadRequestError: ``empty_rbac_role_id``, ``invalid_rbac_stytch_role_edit`` (an id that begins with "stytch"),
            ``rbac_role_duplicate`` (named twice, or one of the project's), ``rbac_role_missing_permissions``,
            ``invalid_permission_*`` (no such resource or action), ``rbac_resource_duplicate``,
            ``rbac_permission_missing_actions``, ``rbac_action_duplicate``,
            ``cannot_specify_wildcard_with_other_actions``, ``too_many_roles``.

    Source: `PUT /v1/b2b/rbac/organizations/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/rbac/overview>`_
    """

    __schema__ = "api_b2b_rbac_v1_b2b_rbac_organizations_SetOrgPolicyRequest"

    organization_id: str
    org_policy: OrgPolicy


@attrs.define(kw_only=True)
class OrganizationsSetOrgPolicyResponse:
    """The organization's own roles, as they are now."""

    __schema__ = "api_b2b_rbac_v1_b2b_rbac_organizations_SetOrgPolicyResponse"

    request_id: str
    org_policy: OrgPolicy
    status_code: int
