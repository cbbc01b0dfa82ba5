"""OpenID Connect connections."""

from stytch_async.api.b2b.sso import OIDC
from stytch_async.emulator.refusals.connections import OIDC_CONNECTION_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.connections import find_connection_as
from stytch_async.emulator.rules.b2b.sso.oidc import change_oidc_connection, new_oidc_connection
from stytch_async.emulator.rules.b2b.sso.settings import sso_organization
from stytch_async.emulator.rules.b2b.sso.views import oidc_view
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import OIDCConnection
from stytch_async.schemas.b2b import sso as schemas

__all__: list[str] = []


@handles(OIDC.create_connection)
def create(project: Project, request: schemas.OIDCCreateConnectionRequest) -> schemas.OIDCCreateConnectionResponse:
    """Begin a connection."""
    organization = sso_organization(project, request, "create")
    connection = new_oidc_connection(project, organization, request.display_name, request.identity_provider)
    return schemas.OIDCCreateConnectionResponse(connection=oidc_view(project, connection), **project.envelope())


@handles(OIDC.update_connection)
def update(project: Project, request: schemas.OIDCUpdateConnectionRequest) -> schemas.OIDCUpdateConnectionResponse:
    """Change a connection, and ask a new issuer for its URLs."""
    organization = sso_organization(project, request, "update")
    connection = find_connection_as(
        OIDCConnection, project, organization, request.connection_id, OIDC_CONNECTION_NOT_FOUND
    )
    warning = change_oidc_connection(project, connection, request)
    shown = oidc_view(project, connection)
    return schemas.OIDCUpdateConnectionResponse(connection=shown, warning=warning, **project.envelope())
