"""The SSO connections of an organization, whatever they lead to."""

from typing import TypeVar

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import (
    AnyConnection,
    Connection,
    ExternalConnection,
    OIDCConnection,
    SAMLConnection,
)
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["active_connections", "connections_of", "find_connection", "find_connection_as", "provider_connection"]

C = TypeVar("C", bound=Connection)


def connections_of(project: Project, organization: Organization) -> list[AnyConnection]:
    """Return all connections of an organization."""
    return project.connections.by_organization.all(organization.id)


def active_connections(project: Project, organization: Organization) -> list[AnyConnection]:
    """Return the connections that members of an organization may log in through."""
    return [connection for connection in connections_of(project, organization) if connection.is_active]


def find_connection(project: Project, organization: Organization, connection_id: str, missing: Reason) -> AnyConnection:
    """Return a connection of an organization, or refuse one that it does not have."""
    connection = project.connections.get(connection_id)
    if connection is None or connection.organization_id != organization.id:
        raise Refusal(missing)
    return connection


def find_connection_as(
    wanted: type[C], project: Project, organization: Organization, connection_id: str, missing: Reason
) -> C:
    """Return a connection of an organization, or refuse one that it does not have or that is something else."""
    connection: Connection = find_connection(project, organization, connection_id, missing)
    if not isinstance(connection, wanted):
        raise Refusal(missing)
    return connection


def provider_connection(connection: AnyConnection) -> SAMLConnection | OIDCConnection:
    """Return the connection to the identity provider itself: an external one stands for another organization's."""
    return connection.shared if isinstance(connection, ExternalConnection) else connection
