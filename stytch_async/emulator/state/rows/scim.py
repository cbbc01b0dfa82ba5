"""The SCIM connections of organizations, and the groups that directories have told of."""

import datetime as dt

import attrs

from stytch_async.emulator.state.tables import Index, Table

__all__ = ["BearerToken", "DirectoryGroup", "DirectoryGroups", "GroupAssignment", "SCIMConnection", "SCIMConnections"]


@attrs.frozen(kw_only=True)
class BearerToken:
    """What a directory shows with each request."""

    value: str = attrs.field(repr=False)
    expires_at: dt.datetime


@attrs.frozen
class GroupAssignment:
    """A role for whoever is in a group."""

    role_id: str
    group_id: str


@attrs.define(kw_only=True, eq=False)
class SCIMConnection:
    """What lets a directory tell of an organization's people.

    Attributes:
        identity_provider: Which product the directory is.
        next_token: The token that takes over when the rotation that is under way ends.

    """

    id: str
    organization_id: str
    display_name: str
    identity_provider: str
    token: BearerToken
    next_token: BearerToken | None = None
    assignments: list[GroupAssignment] = attrs.field(factory=list[GroupAssignment])


@attrs.define(kw_only=True, eq=False)
class DirectoryGroup:
    """A group of a directory.

    Attributes:
        external_id: The directory's own id of it, if it has told one.
        members: The ids of the members who are in it; some may be deactivated.

    """

    id: str
    connection_id: str
    organization_id: str
    name: str
    external_id: str | None = None
    members: list[str] = attrs.field(factory=list[str])
    created_at: dt.datetime
    updated_at: dt.datetime


class SCIMConnections(Table[SCIMConnection]):
    """The SCIM connections of a project; an organization has one at most."""

    def __init__(self) -> None:
        super().__init__(lambda connection: connection.id)
        self.by_organization: Index[SCIMConnection] = self.index(lambda connection: [connection.organization_id])


class DirectoryGroups(Table[DirectoryGroup]):
    """The groups of all directories, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda group: group.id)
        self.by_connection: Index[DirectoryGroup] = self.index(lambda group: [group.connection_id])
        self.by_member: Index[DirectoryGroup] = self.index(lambda group: group.members)
