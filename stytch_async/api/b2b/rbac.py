"""Roles and permissions of members."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import rbac as schemas

__all__ = ["RBAC", "Organizations"]


class Organizations(Resource):
    """Read and write the roles of single organizations."""

    get_org_policy: Final = endpoint(
        "GET",
        "/v1/b2b/rbac/organizations/{organization_id}",
        schemas.OrganizationsGetOrgPolicyRequest,
        schemas.OrganizationsGetOrgPolicyResponse,
        SAFE,
    )
    set_org_policy: Final = endpoint(
        "PUT",
        "/v1/b2b/rbac/organizations/{organization_id}",
        schemas.OrganizationsSetOrgPolicyRequest,
        schemas.OrganizationsSetOrgPolicyResponse,
        IDEMPOTENT,
    )


class RBAC(Resource):
    """Read what roles permit."""

    organizations: Organizations

    policy: Final = endpoint("GET", "/v1/b2b/rbac/policy", schemas.PolicyRequest, schemas.PolicyResponse, SAFE)
