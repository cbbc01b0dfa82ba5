"""TODO"""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import rbac as schemas


class Organizations(Resource):
    """TODO"""

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
    """TODO"""

    organizations: Organizations

    policy: Final = endpoint("GET", "/v1/b2b/rbac/policy", schemas.PolicyRequest, schemas.PolicyResponse, SAFE)
