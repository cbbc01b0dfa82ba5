"""How organizations and members go, and how members come back."""

from stytch_async.emulator.refusals.members import (
    EMAIL_UNVERIFIED_FOR_REACTIVATION,
    REACTIVATION_EMAIL_BELONGS_TO_ANOTHER_MEMBER,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.connections import connections_of
from stytch_async.emulator.rules.b2b.emails import holders_of
from stytch_async.emulator.rules.b2b.scim.connections import forget_connection as forget_scim_connection
from stytch_async.emulator.rules.b2b.sso.changes import forget_connection
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.state.events import Source
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["delete_member", "delete_organization", "reactivate_member"]


def delete_member(project: Project, member: Member, *, source: Source = "DIRECT") -> None:
    """Delete a member: nothing opens a session any more, roles are gone, and others may take the address.

    The rest is kept for the day when they come back (behaviour-more R13, R14, Q5).
    """
    member.status, member.roles, member.new_email = "deleted", [], None
    project.forget(member.id)
    record_member(project, member, "DELETE", source=source)


def reactivate_member(project: Project, member: Member, *, source: Source = "DIRECT") -> None:
    """Bring a deleted member back, or refuse; what others have taken meanwhile stays theirs (inferred)."""
    members, home = project.members, member.organization_id
    if not member.email.verified:
        raise Refusal(EMAIL_UNVERIFIED_FOR_REACTIVATION)
    if holders_of(project, home, member.email.value):
        raise Refusal(REACTIVATION_EMAIL_BELONGS_TO_ANOTHER_MEMBER)
    member.retired_emails = [email for email in member.retired_emails if not holders_of(project, home, email.value)]
    if members.by_organization_and_external_id.first((home, member.external_id)) is not None:
        member.external_id = None
    if member.phone is not None and members.by_organization_and_phone_number.first((home, member.phone.value)):
        member.phone = None
    member.status = "active"
    record_member(project, member, source=source)


def delete_organization(project: Project, organization: Organization) -> None:
    """Delete an organization with all its members and connections (behaviour-more R20)."""
    for member in project.members.by_organization.all(organization.id):
        project.forget(member.id)
        project.members.remove(member)
        if member.status != "deleted":
            note(project, "DELETE", "member", member.id)
    project.organizations.remove(organization)
    project.forget(organization.id)
    for connection in connections_of(project, organization):
        forget_connection(project, connection)
    for directory in project.scim_connections.by_organization.all(organization.id):
        forget_scim_connection(project, directory)
    note(project, "DELETE", "organization", organization.id)
