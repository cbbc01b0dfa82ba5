"""The roles of members, and calls that are made on a member's behalf."""

from typing import TYPE_CHECKING

from stytch_async.emulator.addresses import domain_of
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import Member, Organization
from stytch_async.emulator.sessions import required_session
from stytch_async.schemas.b2b.members import MemberRole, MemberRoleSource
from stytch_async.schemas.shared import Authorization

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["acting_member", "check_permission", "role_ids", "roles_of"]


def roles_of(project: "Project", member: Member) -> list[MemberRole]:
    """Return a member's roles, each with every reason for it."""
    domain = domain_of(member.email.value)
    sources = {role_id: [MemberRoleSource(type="direct_assignment", details={})] for role_id in _assigned(member)}
    for assignment in project.organizations[member.organization_id].settings.rbac_email_implicit_role_assignments:
        if assignment.domain.lower() == domain:
            source = MemberRoleSource(type="email_assignment", details={"email_domain": domain})
            sources.setdefault(assignment.role_id, []).append(source)
    return [MemberRole(role_id=role_id, sources=reasons) for role_id, reasons in sources.items()]


def _assigned(member: Member) -> list[str]:
    return ["stytch_member", *member.roles]


def role_ids(project: "Project", member: Member) -> list[str]:
    """Return the ids of a member's roles."""
    return [role.role_id for role in roles_of(project, member)]


def acting_member(project: "Project", authorization: Authorization | None) -> Member | None:
    """Return the member whose session a call is made with, ``None`` where it is made by the app, or refuse."""
    if authorization is None:
        return None
    return project.members[required_session(project, "member", authorization).owner_id]


def check_permission(
    project: "Project",
    caller: Member | None,
    organization: Organization,
    action: str,
    subject: Member | None = None,
) -> None:
    """Refuse what a member may not do to another, or to a new one; to themselves they may do more."""
    if caller is None:
        return
    if caller.organization_id != organization.id:
        raise refuse("session_authorization_tenancy_error")
    resources = ["stytch.member", *(["stytch.self"] if subject is caller else [])]
    roles, policy = role_ids(project, caller), project.settings.policy
    if not any(policy.granting_roles(roles, resource, action) for resource in resources):
        raise refuse("session_authorization_error")
