"""SCIM connections, and the groups that arrive through them."""

from stytch_async.api.b2b.scim import Connection
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.scim.connections import (
    change_connection,
    delete_connection,
    new_connection,
    only_connection,
    scim_connection,
    scim_organization,
)
from stytch_async.emulator.rules.b2b.scim.views import connection_view, connection_with_token, group_view
from stytch_async.emulator.rules.search import cut
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import scim as schemas

__all__: list[str] = []


@handles(Connection.create)
def create(project: Project, request: schemas.ConnectionCreateRequest) -> schemas.ConnectionCreateResponse:
    """Begin a connection."""
    organization = scim_organization(project, request, "create")
    connection = new_connection(project, organization, request.display_name, request.identity_provider)
    shown = connection_with_token(project, connection)
    return schemas.ConnectionCreateResponse(connection=shown, **project.envelope(201))


@handles(Connection.get)
def get(project: Project, request: schemas.ConnectionGetRequest) -> schemas.ConnectionGetResponse:
    """Show the connection of an organization."""
    connection = only_connection(project, scim_organization(project, request, "get"))
    return schemas.ConnectionGetResponse(connection=connection_view(project, connection), **project.envelope())


@handles(Connection.update)
def update(project: Project, request: schemas.ConnectionUpdateRequest) -> schemas.ConnectionUpdateResponse:
    """Change a connection, or the roles for its groups."""
    organization = scim_organization(project, request, "update")
    connection = scim_connection(project, organization, request.connection_id)
    change_connection(project, organization, connection, request)
    return schemas.ConnectionUpdateResponse(connection=connection_view(project, connection), **project.envelope())


@handles(Connection.delete)
def delete(project: Project, request: schemas.ConnectionDeleteRequest) -> schemas.ConnectionDeleteResponse:
    """Delete a connection."""
    organization = scim_organization(project, request, "delete")
    connection = scim_connection(project, organization, request.connection_id)
    delete_connection(project, connection)
    return schemas.ConnectionDeleteResponse(connection_id=connection.id, **project.envelope())


@handles(Connection.get_groups)
def get_groups(project: Project, request: schemas.ConnectionGetGroupsRequest) -> schemas.ConnectionGetGroupsResponse:
    """List the groups that the directory has told of, the oldest first."""
    organization = scim_organization(project, request, "get")
    connection = scim_connection(project, organization, request.connection_id)
    page = cut(project.directory_groups.by_connection.all(connection.id), request, BAD_REQUEST)
    return schemas.ConnectionGetGroupsResponse(
        scim_groups=[group_view(group) for group in page.rows],
        next_cursor=page.metadata.next_cursor,
        status_code=200,
    )
