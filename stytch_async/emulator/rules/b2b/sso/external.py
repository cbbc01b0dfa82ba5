"""External connections: the use of a connection that belongs to another organization."""

from collections.abc import Sequence

from stytch_async.emulator.refusals.connections import (
    DUPLICATE_EXTERNAL_SSO_CONNECTION,
    EXTERNAL_CONNECTION_ID_NOT_FOUND,
    EXTERNAL_CONNECTION_NOT_ACTIVE,
    EXTERNAL_ORGANIZATION_ID_SAME_AS_ORGANIZATION_ID,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.rules.b2b.connections import find_connection
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.sso.changes import record_connection
from stytch_async.emulator.rules.b2b.sso.settings import check_groups, read_groups, read_roles
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import ExternalConnection, OIDCConnection
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b.sso import (
    ConnectionImplicitRoleAssignment,
    ExternalCreateConnectionRequest,
    GroupImplicitRoleAssignment,
)

__all__ = ["change_external_connection", "new_external_connection"]


def new_external_connection(
    project: Project, organization: Organization, arguments: ExternalCreateConnectionRequest
) -> ExternalConnection:
    """Use a connection of another organization, or refuse (behaviour-more N17)."""
    owner = find_organization(project, arguments.external_organization_id)
    if owner is organization:
        raise Refusal(EXTERNAL_ORGANIZATION_ID_SAME_AS_ORGANIZATION_ID)
    shared = find_connection(project, owner, arguments.external_connection_id, EXTERNAL_CONNECTION_ID_NOT_FOUND)
    if isinstance(shared, ExternalConnection):
        raise Refusal(EXTERNAL_CONNECTION_ID_NOT_FOUND)
    if not shared.is_active:
        raise Refusal(EXTERNAL_CONNECTION_NOT_ACTIVE)
    if any(use.organization_id == organization.id for use in project.connections.by_shared.all(shared.id)):
        raise Refusal(DUPLICATE_EXTERNAL_SSO_CONNECTION)
    connection = ExternalConnection(
        id=project.ids.new("external-connection"),
        organization_id=organization.id,
        display_name=arguments.display_name or "",
        shared=shared,
    )
    _take_on_roles(
        project,
        organization,
        connection,
        arguments.connection_implicit_role_assignments,
        arguments.group_implicit_role_assignments,
    )
    record_connection(project, connection, "CREATE")
    return connection


def change_external_connection(
    project: Project,
    organization: Organization,
    connection: ExternalConnection,
    *,
    display_name: str | None,
    roles: Sequence[ConnectionImplicitRoleAssignment] | None,
    groups: Sequence[GroupImplicitRoleAssignment] | None,
) -> None:
    """Change the name and the roles of a connection, or refuse and change nothing."""
    _take_on_roles(project, organization, connection, roles, groups)
    connection.display_name = connection.display_name if display_name is None else display_name
    record_connection(project, connection)


def _take_on_roles(
    project: Project,
    organization: Organization,
    connection: ExternalConnection,
    roles: Sequence[ConnectionImplicitRoleAssignment] | None,
    groups: Sequence[GroupImplicitRoleAssignment] | None,
) -> None:
    """Let a connection imply roles, or refuse.

    OpenID Connect implies none (behaviour-more N18; the type of the refusal is inferred).
    """
    shared = connection.shared
    if (roles or groups) and isinstance(shared, OIDCConnection):
        raise Refusal(BAD_REQUEST, "an OpenID Connect connection implies no roles")
    own = connection.roles if roles is None else read_roles(project, organization, roles)
    own_groups = connection.group_roles if groups is None else read_groups(project, organization, groups)
    check_groups(own_groups, shared.attribute_mapping)
    connection.roles, connection.group_roles = own, own_groups
