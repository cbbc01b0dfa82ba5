"""The RBAC policies of B2B projects and of their organizations."""

from typing import TYPE_CHECKING

from stytch_async.api.b2b.rbac import RBAC, Organizations
from stytch_async.converter import converter
from stytch_async.emulator.b2b.organizations import find_organization
from stytch_async.emulator.registry import handles
from stytch_async.schemas.b2b import rbac as schemas

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__: list[str] = []


@handles(RBAC.policy)
def policy(project: "Project", _: schemas.PolicyRequest) -> schemas.PolicyResponse:
    """Show the project's policy."""
    document = project.settings.policy.document(["stytch_member", "stytch_admin"])
    return schemas.PolicyResponse(policy=converter.structure(document, schemas.Policy), **project.envelope())


@handles(Organizations.get_org_policy)
def get_org_policy(
    project: "Project", request: schemas.OrganizationsGetOrgPolicyRequest
) -> schemas.OrganizationsGetOrgPolicyResponse:
    """Show the roles that an organization adds."""
    organization = find_organization(project, request.organization_id)
    return schemas.OrganizationsGetOrgPolicyResponse(
        org_policy=schemas.OrgPolicy(roles=project.organization_roles.get(organization.id, [])), **project.envelope()
    )


@handles(Organizations.set_org_policy)
def set_org_policy(
    project: "Project", request: schemas.OrganizationsSetOrgPolicyRequest
) -> schemas.OrganizationsSetOrgPolicyResponse:
    """Replace the roles that an organization adds."""
    organization = find_organization(project, request.organization_id)
    project.organization_roles[organization.id] = request.org_policy.roles
    return schemas.OrganizationsSetOrgPolicyResponse(org_policy=request.org_policy, **project.envelope())
