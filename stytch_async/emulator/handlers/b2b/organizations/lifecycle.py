"""Organizations from their creation to their deletion."""

from collections.abc import Mapping
from typing import Final

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import given_actions, named_organization, refuse_trusted_metadata
from stytch_async.emulator.rules.b2b.changes import record_organization
from stytch_async.emulator.rules.b2b.founding import INVALID, change, found
from stytch_async.emulator.rules.b2b.lifecycle import delete_organization
from stytch_async.emulator.rules.b2b.organizations import find_organization, view
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import organizations as schemas

__all__: list[str] = []

ACTIONS: Final[Mapping[str, str]] = {
    "allowed_auth_methods": "update.settings.allowed-auth-methods",
    "allowed_first_party_connected_apps": "update.settings.first-party-connected-apps",
    "allowed_mfa_methods": "update.settings.allowed-mfa-methods",
    "allowed_oauth_tenants": "update.settings.allowed-oauth-tenants",
    "allowed_third_party_connected_apps": "update.settings.third-party-connected-apps",
    "auth_methods": "update.settings.allowed-auth-methods",
    "claimed_email_domains": "update.settings.claimed-email-domains",
    "email_allowed_domains": "update.settings.allowed-domains",
    "email_invites": "update.settings.email-invites",
    "email_jit_provisioning": "update.settings.email-jit-provisioning",
    "first_party_connected_apps_allowed_type": "update.settings.first-party-connected-apps",
    "mfa_methods": "update.settings.allowed-mfa-methods",
    "mfa_policy": "update.settings.mfa-policy",
    "oauth_tenant_jit_provisioning": "update.settings.oauth-tenant-jit-provisioning",
    "organization_external_id": "update.info.external-id",
    "organization_logo_url": "update.info.logo-url",
    "organization_name": "update.info.name",
    "organization_slug": "update.info.slug",
    "rbac_email_implicit_role_assignments": "update.settings.implicit-roles",
    "sso_default_connection_id": "update.settings.default-sso-connection",
    "sso_jit_provisioning": "update.settings.sso-jit-provisioning",
    "sso_jit_provisioning_allowed_connections": "update.settings.sso-jit-provisioning",
    "third_party_connected_apps_allowed_type": "update.settings.third-party-connected-apps",
}
"""What a member must be permitted to change each field (behaviour 17).

Those of external id, claimed domains and Connected Apps are inferred.
"""


@handles(Organizations.create, invalid=INVALID)
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make an organization."""
    organization = found(project, request, request.organization_name)
    return schemas.CreateResponse(organization=view(project, organization), **project.envelope())


@handles(Organizations.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show an organization."""
    organization = find_organization(project, request.organization_id)
    return schemas.GetResponse(organization=view(project, organization), **project.envelope())


@handles(Organizations.update, invalid=INVALID)
def update(project: Project, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Change an organization; sessions go on, whatever is demanded of logins from now on."""
    organization = named_organization(project, request, *given_actions(request, ACTIONS))
    refuse_trusted_metadata(request)
    change(
        project,
        organization,
        request,
        name=request.organization_name,
        default_connection_id=request.sso_default_connection_id,
    )
    return schemas.UpdateResponse(organization=view(project, organization), **project.envelope())


@handles(Organizations.delete)
def delete(project: Project, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete an organization with all its members."""
    organization = named_organization(project, request, "delete")
    delete_organization(project, organization)
    return schemas.DeleteResponse(organization_id=organization.id, **project.envelope())


@handles(Organizations.metrics)
def metrics(project: Project, request: schemas.MetricsRequest) -> schemas.MetricsResponse:
    """Count the members who are not deleted (behaviour-more R21)."""
    members = project.members.by_organization.all(find_organization(project, request.organization_id).id)
    present = sum(member.status != "deleted" for member in members)
    return schemas.MetricsResponse(member_count=present, **project.envelope())


@handles(Organizations.delete_external_id)
def delete_external_id(project: Project, request: schemas.DeleteExternalIdRequest) -> schemas.DeleteExternalIdResponse:
    """Take the app's own id from an organization; the action is inferred."""
    organization = named_organization(project, request, "update.info.external-id")
    organization.external_id = None
    record_organization(project, organization)
    return schemas.DeleteExternalIdResponse(organization=view(project, organization), **project.envelope())
