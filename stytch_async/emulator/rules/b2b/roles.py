"""The roles of members, and calls that are made on a member's behalf."""

from collections.abc import Collection, Iterator, Sequence

import attrs

from stytch_async.emulator.refusals.rbac import SESSION_AUTHORIZATION_ERROR, SESSION_AUTHORIZATION_TENANCY_ERROR
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.organizations import organization_of, policy_of
from stytch_async.emulator.rules.sessions import passed_session, required
from stytch_async.emulator.state.builtin import STYTCH_RESOURCES
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import Connection
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.schemas.b2b.members import MemberRole, MemberRoleSource
from stytch_async.schemas.shared import Authorization

__all__ = [
    "ActingMember",
    "acting_member",
    "check_addition",
    "check_permission",
    "end_sessions_behind",
    "refuse_foreign_caller",
    "role_ids",
    "roles_of",
    "session_roles",
]


@attrs.frozen
class ActingMember:
    """The member whose session a call is made with."""

    member: Member
    session: Session


def roles_of(project: Project, member: Member) -> list[MemberRole]:
    """Return a member's roles, each with every reason for it; one that no policy has any more is gone (inferred)."""
    organization = organization_of(project, member)
    policy = policy_of(project, organization)
    reasons: dict[str, list[MemberRoleSource]] = {}
    for role_id, source in _assignments(project, organization, member):
        if policy.knows(role_id):
            reasons.setdefault(role_id, []).append(source)
    return [MemberRole(role_id=role_id, sources=sources) for role_id, sources in reasons.items()]


def _assignments(
    project: Project, organization: Organization, member: Member
) -> Iterator[tuple[str, MemberRoleSource]]:
    """Go through a member's roles, with what brings each of them."""
    for role_id in ["stytch_member", *member.roles]:
        yield role_id, MemberRoleSource(type="direct_assignment", details={})
    domain = domain_of(member.email.value)
    for assignment in organization.settings.rbac_email_implicit_role_assignments:
        if assignment.domain.lower() == domain:
            yield assignment.role_id, MemberRoleSource(type="email_assignment", details={"email_domain": domain})
    for registration in member.sso:
        connection = project.connections.get(registration.connection_id)
        if connection is not None:
            yield from _implied(connection, registration.groups)
    for group in project.directory_groups.by_member.all(member.id):
        place = {"connection_id": group.connection_id, "group_id": group.id}
        for one in project.scim_connections[group.connection_id].assignments:
            if one.group_id == group.id:
                yield one.role_id, MemberRoleSource(type="scim_connection_group", details=place)


def _implied(connection: Connection, groups: Sequence[str]) -> Iterator[tuple[str, MemberRoleSource]]:
    """Go through the roles that a connection implies for somebody in some groups."""
    place = {"connection_id": connection.id}
    for role_id in connection.roles:
        yield role_id, MemberRoleSource(type="sso_connection", details=place)
    for one in connection.group_roles:
        if one.group in groups:
            yield one.role_id, MemberRoleSource(type="sso_connection_group", details={**place, "group": one.group})


def role_ids(project: Project, member: Member) -> list[str]:
    """Return the ids of a member's roles."""
    return [role.role_id for role in roles_of(project, member)]


def session_roles(project: Project, member: Member, session: Session) -> list[str]:
    """Return the roles that count in a session.

    What an SSO connection implies does so only where the session was logged in by it (behaviour-more O15).
    """
    shown = _connections_of(session)
    return [role.role_id for role in roles_of(project, member) if any(_counts(one, shown) for one in role.sources)]


def _connections_of(session: Session) -> set[str]:
    """Return the SSO connections that a session was logged in by."""
    return {one.details["provider_id"] for one in session.factors if one.type == "sso"}


def _counts(source: MemberRoleSource, connections: Collection[str]) -> bool:
    return not source.type.startswith("sso_") or (source.details or {}).get("connection_id") in connections


def end_sessions_behind(project: Project, member: Member, roles: Collection[str]) -> None:
    """End the sessions of a member by SSO connections that imply roles which are taken away (behaviour-more O16)."""
    known = ((project.connections.get(one.connection_id), one.groups) for one in member.sso)
    implied = ((one.id, role_id) for one, groups in known if one for role_id, _ in _implied(one, groups))
    behind = {connection_id for connection_id, role_id in implied if role_id in roles}
    for session in project.sessions.by_owner.all(member.id):
        if not behind.isdisjoint(_connections_of(session)):
            project.sessions.remove(session)


def acting_member(project: Project, authorization: Authorization | None) -> ActingMember | None:
    """Return the member whose session a call is made with, ``None`` where it is made by the app, or refuse."""
    if authorization is None:
        return None
    session = required(passed_session(project, "member", authorization))
    return ActingMember(project.members[session.owner_id], session)


def check_addition(
    project: Project, caller: ActingMember | None, organization: Organization, roles: Sequence[str] | None
) -> None:
    """Refuse a member who may not add others, or may not give them the roles they are to have (behaviour-more J5).

    That it holds for those who are not invited as well is inferred.
    """
    for action in ("create", *(["update.settings.roles"] if roles else [])):
        check_permission(project, caller, organization, action)


def refuse_foreign_caller(caller: ActingMember | None, organization: Organization) -> None:
    """Refuse whatever a member asks of another organization (behaviour 25)."""
    if caller is not None and caller.member.organization_id != organization.id:
        raise Refusal(SESSION_AUTHORIZATION_TENANCY_ERROR)


def check_permission(
    project: Project,
    caller: ActingMember | None,
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
    by_themselves = subject is caller.member and action in STYTCH_RESOURCES["stytch.self"].actions
    resources = [resource, *(["stytch.self"] if by_themselves else [])]
    roles, policy = session_roles(project, caller.member, caller.session), policy_of(project, organization)
    if not any(policy.granting_roles(roles, name, action) for name in resources):
        raise Refusal(SESSION_AUTHORIZATION_ERROR)
