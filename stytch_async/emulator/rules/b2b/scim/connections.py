"""The SCIM connections of organizations: how they are found, made, changed and deleted."""

import datetime as dt
from collections.abc import Sequence
from typing import Final, get_args

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.scim import (
    ACTIVE_SCIM_CONNECTION_EXISTS,
    INVALID_SCIM_IDP,
    NO_ACTIVE_SCIM_CONNECTION,
    SCIM_CONNECTION_NOT_ROTATING_TOKEN,
    SCIM_GROUP_ROLE_ASSIGNMENT_DOES_NOT_CONTAIN_GROUP_ID,
    SCIM_GROUP_ROLE_ASSIGNMENT_GROUP_DOES_NOT_EXIST,
)
from stytch_async.emulator.rules.b2b.access import OrganizationName, named_organization
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.organizations import policy_of
from stytch_async.emulator.rules.b2b.scim.views import connection_view
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.rules.rbac import assignable
from stytch_async.emulator.state.events import Action, Source
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.scim import BearerToken, GroupAssignment, SCIMConnection
from stytch_async.schemas.b2b.scim import (
    ConnectionUpdateRequest,
    SCIMGroupImplicitRoleAssignments,
    SCIMIdentityProvider,
)

__all__ = [
    "cancel_rotation",
    "change_connection",
    "delete_connection",
    "finish_rotation",
    "forget_connection",
    "new_connection",
    "only_connection",
    "record_connection",
    "scim_connection",
    "scim_organization",
    "start_rotation",
]

PROVIDERS: Final = frozenset(get_args(SCIMIdentityProvider))

TOKEN_LIFE: Final = dt.timedelta(days=5 * 365)
"""How long a bearer token is good: years, but nobody says how many (behaviour 24, inferred)."""


def scim_organization(project: Project, arguments: OrganizationName, action: str) -> Organization:
    """Return the organization whose connection a call is about, or refuse a caller who may not do that to it."""
    return named_organization(project, arguments, action, resource="stytch.scim")


def only_connection(project: Project, organization: Organization) -> SCIMConnection:
    """Return the connection of an organization, or refuse where it has none."""
    connection = project.scim_connections.by_organization.first(organization.id)
    if connection is None:
        raise Refusal(NO_ACTIVE_SCIM_CONNECTION)
    return connection


def scim_connection(project: Project, organization: Organization, connection_id: str) -> SCIMConnection:
    """Return a connection of an organization by its id, or refuse one that it does not have."""
    connection = only_connection(project, organization)
    if connection.id != connection_id:
        raise Refusal(NO_ACTIVE_SCIM_CONNECTION)
    return connection


def new_connection(
    project: Project, organization: Organization, display_name: str | None, identity_provider: str | None
) -> SCIMConnection:
    """Store a connection, which is active at once; refuse a second one (behaviour-more P1)."""
    provider = _checked_provider("generic" if identity_provider is None else identity_provider)
    if project.scim_connections.by_organization.first(organization.id) is not None:
        raise Refusal(ACTIVE_SCIM_CONNECTION_EXISTS)
    connection = SCIMConnection(
        id=project.ids.new("scim-connection"),
        organization_id=organization.id,
        display_name=display_name or "",
        identity_provider=provider,
        token=_new_token(project),
    )
    record_connection(project, connection, "CREATE")
    return connection


def change_connection(
    project: Project, organization: Organization, connection: SCIMConnection, arguments: ConnectionUpdateRequest
) -> None:
    """Change what the arguments name, or refuse and change nothing; roles for groups are replaced as a whole (P6)."""
    provider, given = arguments.identity_provider, arguments.scim_group_implicit_role_assignments
    checked = connection.identity_provider if provider is None else _checked_provider(provider)
    if given is not None:
        connection.assignments = _read_assignments(project, organization, connection, given)
    if arguments.display_name is not None:
        connection.display_name = arguments.display_name
    connection.identity_provider = checked
    record_connection(project, connection)


def _checked_provider(name: str) -> str:
    if name not in PROVIDERS:
        raise Refusal(INVALID_SCIM_IDP)
    return name


def _read_assignments(
    project: Project,
    organization: Organization,
    connection: SCIMConnection,
    given: Sequence[SCIMGroupImplicitRoleAssignments],
) -> list[GroupAssignment]:
    """Return the roles for groups, or refuse; the names that come with the groups mean nothing."""
    assignable(policy_of(project, organization), [one.role_id for one in given])
    for one in given:
        if not one.group_id:
            raise Refusal(SCIM_GROUP_ROLE_ASSIGNMENT_DOES_NOT_CONTAIN_GROUP_ID)
        group = project.directory_groups.get(one.group_id)
        if group is None or group.connection_id != connection.id:
            raise Refusal(SCIM_GROUP_ROLE_ASSIGNMENT_GROUP_DOES_NOT_EXIST)
    return list(dict.fromkeys(GroupAssignment(one.role_id, one.group_id) for one in given))


def record_connection(
    project: Project, connection: SCIMConnection, action: Action = "UPDATE", *, source: Source = "DIRECT"
) -> None:
    """Store a connection that is new or has changed, and tell of it."""
    project.scim_connections.save(connection)
    note(project, action, "scim_connection", connection.id, connection_view(project, connection), source=source)


def delete_connection(project: Project, connection: SCIMConnection) -> None:
    """Delete a connection: its members stay, without a registration and the roles of groups (behaviour-more P7)."""
    forget_connection(project, connection)
    for member in project.members.by_directory.all(connection.id):
        member.scim = None
        record_member(project, member)


def forget_connection(project: Project, connection: SCIMConnection) -> None:
    """Forget a connection with its groups, and so the roles that these implied."""
    project.scim_connections.remove(connection)
    for group in project.directory_groups.by_connection.all(connection.id):
        project.directory_groups.remove(group)
    note(project, "DELETE", "scim_connection", connection.id)


def start_rotation(project: Project, connection: SCIMConnection) -> str:
    """Add and return a second token; begun once more, another takes its place (the latter inferred)."""
    connection.next_token = _new_token(project)
    record_connection(project, connection)
    return connection.next_token.value


def finish_rotation(project: Project, connection: SCIMConnection) -> None:
    """Put the second token in the place of the first, or refuse where there is none (behaviour-more P8)."""
    if connection.next_token is None:
        raise Refusal(SCIM_CONNECTION_NOT_ROTATING_TOKEN)
    connection.token, connection.next_token = connection.next_token, None
    record_connection(project, connection)


def cancel_rotation(project: Project, connection: SCIMConnection) -> None:
    """Take the second token away again, or refuse where there is none (behaviour-more P8)."""
    if connection.next_token is None:
        raise Refusal(SCIM_CONNECTION_NOT_ROTATING_TOKEN)
    connection.next_token = None
    record_connection(project, connection)


def _new_token(project: Project) -> BearerToken:
    return BearerToken(value=project.ids.bearer_token(), expires_at=project.now.replace(microsecond=0) + TOKEN_LIFE)
