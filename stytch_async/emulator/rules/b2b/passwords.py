"""Passwords of members: proven, set, and set anew."""

from typing import Protocol

from stytch_async.emulator.refusals.members import MEMBER_NOT_FOUND
from stytch_async.emulator.refusals.passwords import (
    CROSS_ORG_PASSWORDS_NOT_ENABLED,
    MEMBER_PASSWORD_NOT_FOUND,
    MEMBER_RESET_PASSWORD,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.requests import UNAUTHORIZED_CREDENTIALS
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.login import MemberLogin, log_in
from stytch_async.emulator.rules.b2b.members import find_member_by_email, namesakes, password_of
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.plans import MemberPlan, check_method, refuse_foreign_login
from stytch_async.emulator.rules.locks import forget_failures
from stytch_async.emulator.rules.passwords import changed_password, check_password, password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import revoke_sessions
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.emulator.state.rows.strangers import Stranger

__all__ = [
    "password_member",
    "prove_password",
    "prove_shared_password",
    "refuse_unshared",
    "replace_password",
    "reset_password",
    "reset_template",
    "set_shared_password",
]


class ResetArguments(Protocol):
    """The arguments of the endpoints that mail a link to a password."""

    reset_password_template_id: str | None
    verify_email_template_id: str | None


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


def replace_password(project: Project, member: Member, text: str, keep: Session | None) -> None:
    """Set a password in the place of the old one, and end all sessions but one; see `set_password`."""
    set_password(project, member, text)
    revoke_sessions(project, member, keep=keep)


def refuse_unshared(project: Project) -> None:
    """Refuse what makes sense only where the organizations of a project share passwords."""
    if not project.settings.cross_org_passwords_enabled:
        raise Refusal(CROSS_ORG_PASSWORDS_NOT_ENABLED)


def prove_shared_password(project: Project, email: str, text: str) -> None:
    """Refuse a text that is not the password of an address, and one that must be reset by email.

    Of several members who share it, failures count against the one who has had it first (inferred).
    """
    members = namesakes(project, email)
    account = next((one for one in members if one.password), None) or project.strangers.get(email)
    if account is None and not members:
        raise Refusal(MEMBER_NOT_FOUND)
    if account is None:
        raise Refusal(MEMBER_PASSWORD_NOT_FOUND)
    check_password(
        project,
        account,
        account.password,
        text,
        missing=MEMBER_PASSWORD_NOT_FOUND,
        wrong=UNAUTHORIZED_CREDENTIALS,
        stale=MEMBER_RESET_PASSWORD,
    )
    forget_failures(account)


def reset_template(project: Project, arguments: ResetArguments, email: str) -> EmailTemplate | None:
    """Return the template for a mail that leads to a password, or refuse either of those that are named.

    A first password that is to be shared has a template of its own (behaviour-more A8).
    """
    reset = template_for(project, "RESET_PASSWORD", arguments.reset_password_template_id)
    first = template_for(project, "VERIFY_EMAIL_PASSWORD_RESET", arguments.verify_email_template_id)
    stranger = project.strangers.get(email.lower())
    has_password = any(one.password for one in (*namesakes(project, email), *([stranger] if stranger else [])))
    return first if project.settings.cross_org_passwords_enabled and not has_password else reset


def set_shared_password(project: Project, email: str, text: str) -> None:
    """Take on a password that has been accepted for an address: for its members, or for a stranger."""
    member = next(iter(namesakes(project, email)), None)
    if member is not None:
        set_password(project, member, text)
        record_member(project, member)
        return
    stranger = project.strangers.get(email) or Stranger(id=email, created_at=project.now, email=email)
    stranger.password = changed_password(project, stranger.password, "member-password", text)
    project.strangers.save(stranger)


def reset_password(project: Project, proof: Proof[Member], plan: MemberPlan, text: str) -> MemberLogin:
    """Log in, with a password that has been accepted in the place of the old one; only the session passed goes on."""
    member = proof.account
    refuse_foreign_login(project, member, plan)
    replace_password(project, member, text, plan.session)
    return log_in(project, proof, plan, changed=True)
