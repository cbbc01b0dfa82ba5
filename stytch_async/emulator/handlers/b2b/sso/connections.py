"""SSO connections of whichever kind."""

from stytch_async.api.b2b.sso import SSO
from stytch_async.emulator.refusals.connections import SSO_CONNECTION_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.connections import connections_of, find_connection
from stytch_async.emulator.rules.b2b.sso.changes import delete_connection
from stytch_async.emulator.rules.b2b.sso.settings import sso_organization
from stytch_async.emulator.rules.b2b.sso.views import external_view, oidc_view, saml_view
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import ExternalConnection, OIDCConnection, SAMLConnection
from stytch_async.schemas.b2b import sso as schemas

__all__: list[str] = []


@handles(SSO.get_connections)
def get_connections(project: Project, request: schemas.GetConnectionsRequest) -> schemas.GetConnectionsResponse:
    """List the connections of an organization, pending ones as well."""
    connections = connections_of(project, sso_organization(project, request, "get"))
    return schemas.GetConnectionsResponse(
        saml_connections=[saml_view(project, one) for one in connections if isinstance(one, SAMLConnection)],
        oidc_connections=[oidc_view(project, one) for one in connections if isinstance(one, OIDCConnection)],
        external_connections=[external_view(one) for one in connections if isinstance(one, ExternalConnection)],
        **project.envelope(),
    )


@handles(SSO.delete_connection)
def delete(project: Project, request: schemas.DeleteConnectionRequest) -> schemas.DeleteConnectionResponse:
    """Delete a connection."""
    organization = sso_organization(project, request, "delete")
    connection = find_connection(project, organization, request.connection_id, SSO_CONNECTION_NOT_FOUND)
    delete_connection(project, organization, connection)
    return schemas.DeleteConnectionResponse(connection_id=connection.id, **project.envelope())
