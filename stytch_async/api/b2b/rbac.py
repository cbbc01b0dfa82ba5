"""Roles and permissions of members."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import rbac as schemas
from stytch_async.schemas.b2b.sessions import AuthorizationCheck, MemberSession
from stytch_async.tokens.resource import TokenResource

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


class RBAC(TokenResource):
    """Read what roles permit."""

    organizations: Organizations

    policy: Final = endpoint("GET", "/v1/b2b/rbac/policy", schemas.PolicyRequest, schemas.PolicyResponse, SAFE)

    async def allows(self, session: MemberSession, resource_id: str, action: str) -> bool:
        """Tell whether a role of a session permits an action in the session's organization.

        The policy is the project's with the organization's own roles, fetched once and renewed in the background every
        five minutes; the session is believed, so take one that has been verified.

        Args:
            session: The session.
            resource_id: A resource of the policy.
            action: One of its actions.

        Raises:
            UnavailableError: The policy is not known, and could not be fetched: answer 503.

        """
        organization_id = session.organization_id
        check = AuthorizationCheck(organization_id=organization_id, resource_id=resource_id, action=action)
        return await self._tokens.allows(check, session.roles, organization_id=organization_id)
