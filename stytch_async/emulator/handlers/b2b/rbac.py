"""The RBAC policies of B2B projects and of their organizations."""

from stytch_async.api.b2b.rbac import RBAC, Organizations
from stytch_async.converter import converter
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.changes import record_organization
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.policies import read_roles
from stytch_async.emulator.rules.rbac import policy_document, role_document
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b import rbac as schemas

__all__: list[str] = []


@handles(RBAC.policy)
def policy(project: Project, _: schemas.PolicyRequest) -> schemas.PolicyResponse:
    """Show the project's policy."""
    document = policy_document(project.settings.policy, ["stytch_member", "stytch_admin"], STYTCH_RESOURCES)
    return schemas.PolicyResponse(policy=converter.structure(document, schemas.Policy), **project.envelope())


@handles(Organizations.get_org_policy)
def get_org_policy(
    project: Project, request: schemas.OrganizationsGetOrgPolicyRequest
) -> schemas.OrganizationsGetOrgPolicyResponse:
    """Show the roles that an organization adds."""
    organization = find_organization(project, request.organization_id)
    return schemas.OrganizationsGetOrgPolicyResponse(org_policy=_view(organization), **project.envelope())


@handles(Organizations.set_org_policy)
def set_org_policy(
    project: Project, request: schemas.OrganizationsSetOrgPolicyRequest
) -> schemas.OrganizationsSetOrgPolicyResponse:
    """Replace the roles that an organization adds; members lose those that are gone."""
    organization = find_organization(project, request.organization_id)
    organization.roles = read_roles(project.settings.policy, request.org_policy.roles)
    record_organization(project, organization)
    return schemas.OrganizationsSetOrgPolicyResponse(org_policy=_view(organization), **project.envelope())


def _view(organization: Organization) -> schemas.OrgPolicy:
    roles = [role_document(role_id, role) for role_id, role in organization.roles.items()]
    return converter.structure({"roles": roles}, schemas.OrgPolicy)
