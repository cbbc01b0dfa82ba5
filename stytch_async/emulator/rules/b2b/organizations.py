"""Organizations: how they are found and shown."""

import attrs

from stytch_async.converter import converter
from stytch_async.emulator.refusals.organizations import INVALID_ORGANIZATION_ID, ORGANIZATION_NOT_FOUND
from stytch_async.emulator.rules.b2b.connections import active_connections, provider_connection
from stytch_async.emulator.rules.identifiers import refuse_unknown
from stytch_async.emulator.rules.rbac import role_document
from stytch_async.emulator.state.policy import Policy
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import AnyConnection
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b import organizations as schemas

__all__ = ["find_organization", "known_organization", "organization_of", "policy_of", "view"]


def known_organization(project: Project, organization_id: str) -> Organization | None:
    """Return an organization by id, slug or external id, if there is one."""
    organizations = project.organizations
    return (
        organizations.get(organization_id)
        or organizations.by_slug.first(organization_id)
        or organizations.by_external_id.first(organization_id)
        or project.sandbox.organization_with(organization_id)
    )


def find_organization(project: Project, organization_id: str) -> Organization:
    """Return an organization by id, slug or external id, or refuse."""
    found = known_organization(project, organization_id)
    if found is None:
        refuse_unknown(
            "organization", organization_id, misspelt=INVALID_ORGANIZATION_ID, missing=ORGANIZATION_NOT_FOUND
        )
    return found


def organization_of(project: Project, member: Member) -> Organization:
    """Return the organization that a member belongs to."""
    return project.organizations[member.organization_id]


def policy_of(project: Project, organization: Organization) -> Policy:
    """Return the policy that holds in an organization: the project's, with the roles that it adds."""
    return project.settings.policy.with_roles(organization.roles)


def view(project: Project, organization: Organization) -> schemas.Organization:
    """Show an organization."""
    settings = attrs.asdict(organization.settings)
    return converter.structure(
        {
            "organization_id": organization.id,
            "organization_name": organization.name,
            "organization_logo_url": organization.logo_url,
            "organization_slug": organization.slug,
            "sso_active_connections": [_connection_view(one) for one in active_connections(project, organization)],
            "scim_active_connections": [],
            "custom_roles": [role_document(role_id, role) for role_id, role in organization.roles.items()],
            "trusted_metadata": organization.trusted_metadata,
            "created_at": organization.created_at,
            "updated_at": organization.updated_at,
            "sso_default_connection_id": organization.default_connection_id,
            "organization_external_id": organization.external_id,
            **settings,
        },
        schemas.Organization,
    )


def _connection_view(connection: AnyConnection) -> dict[str, str]:
    return {
        "connection_id": connection.id,
        "display_name": connection.display_name,
        "identity_provider": provider_connection(connection).identity_provider,
    }
