"""What follows from each change of a connection: it is stored, told as an event, and felt by its organization."""

from stytch_async.emulator.refusals.connections import CANNOT_DELETE_DEFAULT_SSO_CONNECTION
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.changes import record_member, record_organization
from stytch_async.emulator.rules.b2b.connections import connections_of
from stytch_async.emulator.rules.b2b.sso.views import oidc_view, saml_view
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.state.events import Action
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import AnyConnection, OIDCConnection, SAMLConnection
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["delete_connection", "forget_connection", "record_connection"]


def record_connection(project: Project, connection: AnyConnection, action: Action = "UPDATE") -> None:
    """Store a connection that is new or has changed, and tell of it.

    The first one that is active becomes the organization's default (behaviour 23, inferred).
    """
    project.connections.save(connection)
    _tell(project, connection, action)
    organization = project.organizations[connection.organization_id]
    if connection.is_active and organization.default_connection_id is None:
        organization.default_connection_id = connection.id
        record_organization(project, organization)


def _tell(project: Project, connection: AnyConnection, action: Action) -> None:
    """Note a change; webhooks do not tell of external connections (behaviour 28)."""
    gone = action == "DELETE"
    if isinstance(connection, SAMLConnection):
        note(project, action, "saml_connection", connection.id, None if gone else saml_view(project, connection))
    elif isinstance(connection, OIDCConnection):
        note(project, action, "oidc_connection", connection.id, None if gone else oidc_view(project, connection))


def delete_connection(project: Project, organization: Organization, connection: AnyConnection) -> None:
    """Delete a connection, or refuse the default one while there are others (behaviour-more N19)."""
    if organization.default_connection_id == connection.id and len(connections_of(project, organization)) > 1:
        raise Refusal(CANNOT_DELETE_DEFAULT_SSO_CONNECTION)
    forget_connection(project, connection)


def forget_connection(project: Project, connection: AnyConnection) -> None:
    """Forget a connection, other organizations' use of it, and what members are to it; its organization may be gone.

    Sessions go on, without the roles that the connection implied (all but the list of N19 inferred).
    """
    for external in project.connections.by_shared.all(connection.id):
        forget_connection(project, external)
    project.connections.remove(connection)
    _tell(project, connection, "DELETE")
    for member in project.members.by_connection.all(connection.id):
        member.sso = [one for one in member.sso if one.connection_id != connection.id]
        record_member(project, member)
    organization = project.organizations.get(connection.organization_id)
    if organization is not None:
        _take_out(project, organization, connection.id)


def _take_out(project: Project, organization: Organization, connection_id: str) -> None:
    """Take a connection out of the settings of its organization."""
    settings = organization.settings
    allowed, default = settings.sso_jit_provisioning_allowed_connections, organization.default_connection_id
    if connection_id not in {default, *allowed}:
        return
    organization.default_connection_id = None if default == connection_id else default
    settings.sso_jit_provisioning_allowed_connections = [one for one in allowed if one != connection_id]
    record_organization(project, organization)
