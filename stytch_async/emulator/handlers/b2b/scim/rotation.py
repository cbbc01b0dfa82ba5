"""Bearer tokens of directories, replaced without an outage."""

from stytch_async.api.b2b.scim import Connection
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import OrganizationName
from stytch_async.emulator.rules.b2b.scim.connections import (
    cancel_rotation,
    finish_rotation,
    scim_connection,
    scim_organization,
    start_rotation,
)
from stytch_async.emulator.rules.b2b.scim.views import connection_view, connection_with_next_token
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.scim import SCIMConnection
from stytch_async.schemas.b2b import scim as schemas

__all__: list[str] = []


def _connection(project: Project, arguments: OrganizationName, connection_id: str) -> SCIMConnection:
    return scim_connection(project, scim_organization(project, arguments, "update"), connection_id)


@handles(Connection.rotate_start)
def start(project: Project, request: schemas.ConnectionRotateStartRequest) -> schemas.ConnectionRotateStartResponse:
    """Add a second token; both are good from now on."""
    connection = _connection(project, request, request.connection_id)
    token = start_rotation(project, connection)
    shown = connection_with_next_token(project, connection, token)
    return schemas.ConnectionRotateStartResponse(connection=shown, **project.envelope())


@handles(Connection.rotate_complete)
def complete(
    project: Project, request: schemas.ConnectionRotateCompleteRequest
) -> schemas.ConnectionRotateCompleteResponse:
    """Let the second token take over."""
    connection = _connection(project, request, request.connection_id)
    finish_rotation(project, connection)
    shown = connection_view(project, connection)
    return schemas.ConnectionRotateCompleteResponse(connection=shown, **project.envelope())


@handles(Connection.rotate_cancel)
def cancel(project: Project, request: schemas.ConnectionRotateCancelRequest) -> schemas.ConnectionRotateCancelResponse:
    """Go on with the first token."""
    connection = _connection(project, request, request.connection_id)
    cancel_rotation(project, connection)
    shown = connection_view(project, connection)
    return schemas.ConnectionRotateCancelResponse(connection=shown, **project.envelope())
