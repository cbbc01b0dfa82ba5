"""The groups of a directory."""

from typing import Any

import attrs

from stytch_async.emulator.rules.b2b.scim.groups import add_group, change_group, remove_group
from stytch_async.emulator.scim.collection import document, location
from stytch_async.emulator.scim.models import Group
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.scim import DirectoryGroup, SCIMConnection

__all__ = ["Groups"]


@attrs.frozen
class Groups:
    """The groups of a directory; the id of a resource is Stytch's (behaviour-more P9)."""

    project: Project
    connection: SCIMConnection

    @property
    def model(self) -> type[Any]:
        """The type of the resources."""
        return Group

    def rows(self) -> list[DirectoryGroup]:
        """Return all groups."""
        return self.project.directory_groups.by_connection.all(self.connection.id)

    def find(self, resource_id: str) -> DirectoryGroup | None:
        """Return a group."""
        group = self.project.directory_groups.get(resource_id)
        return group if group is not None and group.connection_id == self.connection.id else None

    def show(self, row: DirectoryGroup) -> Group:
        """Show a group with whoever is in it."""
        members = [
            {"value": one, "$ref": location(self.project, self.connection, "Users", one), "type": "User"}
            for one in row.members
        ]
        told = {
            "id": row.id,
            "displayName": row.name,
            **({"externalId": row.external_id} if row.external_id is not None else {}),
            **({"members": members} if members else {}),
        }
        url = location(self.project, self.connection, "Groups", row.id)
        return Group.model_validate(
            document(told, name="Group", url=url, created_at=row.created_at, updated_at=row.updated_at)
        )

    def add(self, resource: Group) -> DirectoryGroup:
        """Add a group."""
        return add_group(self.project, self.connection, **_told(resource))

    def change(self, row: DirectoryGroup, resource: Group) -> None:
        """Change who is in a group, or what it is called."""
        change_group(self.project, self.connection, row, **_told(resource))

    def remove(self, row: DirectoryGroup) -> None:
        """Remove a group."""
        remove_group(self.project, self.connection, row)


def _told(group: Group) -> Any:  # noqa: ANN401 - the arguments of two rules
    return {
        "name": group.display_name or "",
        "external_id": group.external_id,
        "members": [member.value or "" for member in group.members or []],
    }
