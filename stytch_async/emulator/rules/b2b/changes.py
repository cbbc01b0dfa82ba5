"""What follows from each change of an organization or member: it is stored, dated, and told as an event."""

from stytch_async.emulator.rules.b2b import members, organizations
from stytch_async.emulator.rules.events import is_told, note
from stytch_async.emulator.state.events import Action, Source
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["record_member", "record_organization"]


def record_member(project: Project, member: Member, action: Action | None = None, *, source: Source = "DIRECT") -> None:
    """Store a member who is new, has changed or is deleted now, and tell of it (behaviour-more R24).

    Of whom nothing was told before, it is told that they are new, unless the action is given. The sandbox member
    is in no table.
    """
    if project.sandbox.has(member.id):
        return
    member.updated_at = project.now
    project.members.save(member)
    shown = None if action == "DELETE" else members.view(project, member)
    usual: Action = "UPDATE" if is_told(project, member.id) else "CREATE"
    note(project, action or usual, "member", member.id, shown, source=source)


def record_organization(project: Project, organization: Organization, action: Action = "UPDATE") -> None:
    """Store an organization that is new or has changed, and tell of it."""
    organization.updated_at = project.now.replace(microsecond=0)
    project.organizations.save(organization)
    note(project, action, "organization", organization.id, organizations.view(project, organization))
