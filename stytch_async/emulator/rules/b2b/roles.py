"""The roles of members, and calls that are made on a member's behalf."""

from stytch_async.emulator.refusals.rbac import SESSION_AUTHORIZATION_ERROR, SESSION_AUTHORIZATION_TENANCY_ERROR
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.organizations import organization_of, policy_of
from stytch_async.emulator.rules.sessions import passed_session, required
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b.members import MemberRole, MemberRoleSource
from stytch_async.schemas.shared import Authorization

__all__ = ["acting_member", "check_permission", "refuse_foreign_caller", "role_ids", "roles_of"]


def roles_of(project: Project, member: Member) -> list[MemberRole]:
    """Return a member's roles, each with every reason for it; one that no policy has any more is gone (inferred)."""
    domain = domain_of(member.email.value)
    organization = organization_of(project, member)
    policy = policy_of(project, organization)
    assigned = ["stytch_member", *filter(policy.knows, member.roles)]
    sources = {role_id: [MemberRoleSource(type="direct_assignment", details={})] for role_id in assigned}
    for assignment in organization.settings.rbac_email_implicit_role_assignments:
        if assignment.domain.lower() == domain:
            source = MemberRoleSource(type="email_assignment", details={"email_domain": domain})
            sources.setdefault(assignment.role_id, []).append(source)
    return [MemberRole(role_id=role_id, sources=reasons) for role_id, reasons in sources.items()]


def role_ids(project: Project, member: Member) -> list[str]:
    """Return the ids of a member's roles."""
    return [role.role_id for role in roles_of(project, member)]


def acting_member(project: Project, authorization: Authorization | None) -> Member | None:
    """Return the member whose session a call is made with, ``None`` where it is made by the app, or refuse."""
    if authorization is None:
        return None
    return project.members[required(passed_session(project, "member", authorization)).owner_id]


def refuse_foreign_caller(caller: Member | None, organization: Organization) -> None:
    """Refuse whatever a member asks of another organization (behaviour 25)."""
    if caller is not None and caller.organization_id != organization.id:
        raise Refusal(SESSION_AUTHORIZATION_TENANCY_ERROR)


def check_permission(
    project: Project,
    caller: Member | None,
    organization: Organization,
    action: str,
    subject: Member | None = None,
    *,
    resource: str = "stytch.member",
) -> None:
    """Refuse what a member may not do to the organization, or to another member; to themselves they may do more.

    Not everything: a role on ``stytch.self`` gives nobody further roles, or a way around the settings (behaviour 25).
    """
    if caller is None:
        return
    refuse_foreign_caller(caller, organization)
    resources = [
        resource,
        *(["stytch.self"] if subject is caller and action in STYTCH_RESOURCES["stytch.self"].actions else []),
    ]
    roles, policy = role_ids(project, caller), policy_of(project, organization)
    if not any(policy.granting_roles(roles, name, action) for name in resources):
        raise Refusal(SESSION_AUTHORIZATION_ERROR)
