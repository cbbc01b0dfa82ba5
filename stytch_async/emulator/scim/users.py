"""The people of a directory, who are members."""

from typing import Any, Final

import attrs

from stytch_async.emulator.rules.b2b.scim.entries import Entry, add_entry, change_entry, remove_entry
from stytch_async.emulator.scim.collection import document, location
from stytch_async.emulator.scim.models import Person
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.scim import SCIMConnection

__all__ = ["Users"]

OURS: Final = {"groups", "id", "meta", "password", "schemas"}
"""What of an entry Stytch knows better; a password is taken and forgotten (inferred)."""


@attrs.frozen
class Users:
    """The members who come from a directory, deactivated ones as well; the id of a resource is theirs (inferred)."""

    project: Project
    connection: SCIMConnection

    @property
    def model(self) -> type[Any]:
        """The type of the resources."""
        return Person

    def rows(self) -> list[Member]:
        """Return all members who come from the directory."""
        return self.project.members.by_directory.all(self.connection.id)

    def find(self, resource_id: str) -> Member | None:
        """Return a member who comes from the directory."""
        member = self.project.members.get(resource_id)
        known = member is not None and member.scim is not None and member.scim.connection_id == self.connection.id
        return member if known else None

    def show(self, row: Member) -> Person:
        """Show a member as the directory's entry."""
        groups = [
            {
                "value": group.id,
                "$ref": location(self.project, self.connection, "Groups", group.id),
                "display": group.name,
                "type": "direct",
            }
            for group in self.project.directory_groups.by_member.all(row.id)
        ]
        told: dict[str, Any] = {**(row.scim.entry if row.scim else {}), "id": row.id}
        if "active" in told:
            told["active"] = row.status != "deleted"
        if groups:
            told["groups"] = groups
        url = location(self.project, self.connection, "Users", row.id)
        return Person.model_validate(
            document(told, name="User", url=url, created_at=row.created_at, updated_at=row.updated_at)
        )

    def add(self, resource: Person) -> Member:
        """Let somebody be a member, who is active unless it says otherwise (inferred)."""
        resource.active = resource.active is not False
        return add_entry(self.project, self.connection, _entry(resource))

    def change(self, row: Member, resource: Person) -> None:
        """Change a member, who may go or come back by that."""
        change_entry(self.project, self.connection, row, _entry(resource))

    def remove(self, row: Member) -> None:
        """Let somebody go for good."""
        remove_entry(self.project, row)


def _entry(person: Person) -> Entry:
    """Return what matters of a resource."""
    return Entry(
        email=person.user_name or "",
        name=_name(person),
        external_id=person.external_id or "",
        active=person.active,
        told={name: value for name, value in person.model_dump().items() if name not in OURS},
    )


def _name(person: Person) -> str:
    """Return what somebody is called: by the whole name, or by its parts."""
    if person.name is None:
        return person.display_name or ""
    parts = filter(None, [person.name.given_name, person.name.family_name])
    return person.name.formatted or " ".join(parts) or person.display_name or ""
