"""The groups of directories, and who is in them."""

from collections.abc import Iterable

from stytch_async.emulator.refusals.members import MEMBER_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.scim.connections import record_connection
from stytch_async.emulator.rules.b2b.scim.views import group_view
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.state.events import Action
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.scim import DirectoryGroup, SCIMConnection

__all__ = ["add_group", "change_group", "leave_all", "remove_group"]


def add_group(
    project: Project, connection: SCIMConnection, *, name: str, external_id: str | None, members: Iterable[str]
) -> DirectoryGroup:
    """Store a group, or refuse whom the directory has not told of; two may have the same name (inferred)."""
    people = _known(project, connection, members)
    group = DirectoryGroup(
        id=project.ids.new("scim-group"),
        connection_id=connection.id,
        organization_id=connection.organization_id,
        name=name,
        external_id=external_id,
        created_at=project.now,
        updated_at=project.now,
    )
    _record(project, group, "CREATE")
    _fill(project, group, people)
    return group


def change_group(
    project: Project,
    connection: SCIMConnection,
    group: DirectoryGroup,
    *,
    name: str,
    external_id: str | None,
    members: Iterable[str],
) -> None:
    """Change a group, or refuse whom the directory has not told of; its id stays (behaviour-more Q7)."""
    people = _known(project, connection, members)
    if (group.name, group.external_id) != (name, external_id):
        group.name, group.external_id = name, external_id
        _record(project, group)
    _fill(project, group, people)


def remove_group(project: Project, connection: SCIMConnection, group: DirectoryGroup) -> None:
    """Forget a group, and the roles that it implied (the latter inferred)."""
    _fill(project, group, [])
    left = [one for one in connection.assignments if one.group_id != group.id]
    if left != connection.assignments:
        connection.assignments = left
        record_connection(project, connection, source="SCIM")
    project.directory_groups.remove(group)
    note(project, "DELETE", "scim_group", group.id, source="SCIM")


def leave_all(project: Project, member: Member) -> None:
    """Take a member out of all groups."""
    for group in project.directory_groups.by_member.all(member.id):
        _fill(project, group, [one for one in group.members if one != member.id])


def _known(project: Project, connection: SCIMConnection, members: Iterable[str]) -> list[str]:
    """Return the ids of members once each, or refuse one that is not in the directory, such as a group's (inferred)."""
    found = list(dict.fromkeys(members))
    for member_id in found:
        member = project.members.get(member_id)
        if member is None or member.scim is None or member.scim.connection_id != connection.id:
            raise Refusal(MEMBER_NOT_FOUND)
    return found


def _record(project: Project, group: DirectoryGroup, action: Action = "UPDATE") -> None:
    group.updated_at = project.now
    project.directory_groups.save(group)
    note(project, action, "scim_group", group.id, group_view(group), source="SCIM")


def _fill(project: Project, group: DirectoryGroup, members: list[str]) -> None:
    """Let exactly these be in a group; roles change at once, and in JWTs with the next one (behaviour-more Q8).

    Webhooks tell of each who joins or leaves (Q9); what they show is inferred.
    """
    before, group.members = group.members, members
    if before == members:
        return
    group.updated_at = project.now
    project.directory_groups.save(group)
    for member_id in members:
        if member_id not in before:
            shown = {"group_id": group.id, "member_id": member_id, "organization_id": group.organization_id}
            note(project, "CREATE", "scim_member_group", member_id, shown, source="SCIM")
    for member_id in before:
        if member_id not in members:
            note(project, "DELETE", "scim_member_group", member_id, source="SCIM")
