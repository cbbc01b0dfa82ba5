"""SSO connections that belong to another organization."""

from stytch_async.api.b2b.sso import External
from stytch_async.emulator.refusals.connections import SSO_CONNECTION_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.connections import find_connection_as
from stytch_async.emulator.rules.b2b.sso.external import change_external_connection, new_external_connection
from stytch_async.emulator.rules.b2b.sso.settings import sso_organization
from stytch_async.emulator.rules.b2b.sso.views import external_view
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import ExternalConnection
from stytch_async.schemas.b2b import sso as schemas

__all__: list[str] = []


@handles(External.create_connection)
def create(
    project: Project, request: schemas.ExternalCreateConnectionRequest
) -> schemas.ExternalCreateConnectionResponse:
    """Use a connection of another organization."""
    connection = new_external_connection(project, sso_organization(project, request, "create"), request)
    return schemas.ExternalCreateConnectionResponse(connection=external_view(connection), **project.envelope())


@handles(External.update_connection)
def update(
    project: Project, request: schemas.ExternalUpdateConnectionRequest
) -> schemas.ExternalUpdateConnectionResponse:
    """Change the name or the roles of such a connection."""
    organization = sso_organization(project, request, "update")
    connection = find_connection_as(
        ExternalConnection, project, organization, request.connection_id, SSO_CONNECTION_NOT_FOUND
    )
    change_external_connection(
        project,
        organization,
        connection,
        display_name=request.display_name,
        roles=request.external_connection_implicit_role_assignments,
        groups=request.external_group_implicit_role_assignments,
    )
    return schemas.ExternalUpdateConnectionResponse(connection=external_view(connection), **project.envelope())
