"""Passwords of members: proven, set, and set anew."""

from stytch_async.emulator.refusals.passwords import MEMBER_PASSWORD_NOT_FOUND, MEMBER_RESET_PASSWORD
from stytch_async.emulator.refusals.refusal import Reason
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.login import (
    MemberLogin,
    MemberPlan,
    check_method,
    log_in,
    refuse_foreign_login,
)
from stytch_async.emulator.rules.b2b.members import find_member_by_email, namesakes, password_of
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.passwords import changed_password, check_password, password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import revoke_sessions
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member

__all__ = ["password_member", "prove_password", "reset_password", "set_password"]


def password_member(project: Project, organization_id: str, email: str) -> Member:
    """Return the member whose password is meant, or refuse."""
    return find_member_by_email(project, find_organization(project, organization_id), email)


def prove_password(project: Project, member: Member, text: str, plan: MemberPlan, wrong: Reason) -> Proof[Member]:
    """Return what a password proves, or refuse a text that is not the member's and one that must be reset by email."""
    check_method(project, member, "password", plan)
    password = password_of(project, member)
    check_password(
        project, member, password, text, missing=MEMBER_PASSWORD_NOT_FOUND, wrong=wrong, stale=MEMBER_RESET_PASSWORD
    )
    return Proof(account=member, factor=password_factor(project))


def set_password(project: Project, member: Member, text: str) -> None:
    """Take on a password that has been accepted: for all who share it, where passwords are shared.

    The login that follows records the change of the member.
    """
    member.password = changed_password(project, password_of(project, member), "member-password", text)
    project.members.save(member)
    if not project.settings.cross_org_passwords_enabled:
        return
    for other in namesakes(project, member.email.value):
        if other is not member:
            other.password = member.password
            record_member(project, other)


def reset_password(project: Project, proof: Proof[Member], plan: MemberPlan, text: str) -> MemberLogin:
    """Log in, with a password that has been accepted in the place of the old one; only the session passed goes on."""
    member = proof.account
    refuse_foreign_login(project, member, plan)
    set_password(project, member, text)
    revoke_sessions(project, member, keep=plan.session)
    return log_in(project, proof, plan, changed=True)
