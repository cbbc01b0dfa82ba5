"""Passwords of members, reset by emailed link."""

from typing import Final

from stytch_async.api.b2b.passwords import Email
from stytch_async.emulator.refusals.codes import INVALID_EXPIRATION
from stytch_async.emulator.refusals.members import MEMBER_NOT_FOUND
from stytch_async.emulator.refusals.passwords import UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.mails import member_link
from stytch_async.emulator.rules.b2b.members import (
    find_member,
    find_member_by_email,
    member_by_id,
    member_fields,
    namesakes,
    view,
)
from stytch_async.emulator.rules.b2b.organizations import find_organization, organization_of
from stytch_async.emulator.rules.b2b.passwords import password_member, refuse_unshared, reset_password, reset_template
from stytch_async.emulator.rules.b2b.plans import check_method, member_plan
from stytch_async.emulator.rules.b2b.roles import ActingMember, acting_member, check_permission, refuse_foreign_caller
from stytch_async.emulator.rules.b2b.settings import refuse_method
from stytch_async.emulator.rules.links import send_link, unspent_token
from stytch_async.emulator.rules.passwords import RESET_MINUTES, password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.redirects import LOGIN, RESET_PASSWORD, redirect_url
from stytch_async.emulator.rules.strength import accept_password
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.schemas.b2b import passwords as schemas

__all__: list[str] = []

TOKEN_TYPE: Final = "multi_tenant_passwords"  # noqa: S105 - the type of a token


@handles(Email.reset_start, invalid={"reset_password_expiration_minutes": INVALID_EXPIRATION})
def reset_start(project: Project, request: schemas.EmailResetStartRequest) -> schemas.EmailResetStartResponse:
    """Mail a link that leads to a new password, and one that logs in without (behaviour-more A10)."""
    member = password_member(project, request.organization_id, request.email_address)
    refuse_method(organization_of(project, member), member, "password")
    login_url = redirect_url(project, request.login_redirect_url, LOGIN)
    reset_url = redirect_url(project, request.reset_password_redirect_url, RESET_PASSWORD)
    send_link(
        project,
        member,
        member.email,
        member_link(project, member, reset_url, RESET_PASSWORD, TOKEN_TYPE),
        minutes=request.reset_password_expiration_minutes or RESET_MINUTES,
        template=reset_template(project, request, request.email_address),
        code_challenge=request.code_challenge,
        login=member_link(project, member, login_url, LOGIN),
    )
    return schemas.EmailResetStartResponse(
        member_id=member.id, member_email_id=member.email.id, member=view(project, member), **project.envelope()
    )


@handles(Email.reset)
def reset(project: Project, request: schemas.EmailResetRequest) -> schemas.EmailResetResponse:
    """Set a new password with the token of a mailed link, and end all sessions."""
    reason = UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
    token = unspent_token(project, request.password_reset_token, TOKEN_TYPE, reason, request.code_verifier)
    planned = member_plan(project, request, request.intermediate_session_token)
    member = project.members[token.owner_id]
    check_method(project, member, "password", planned)
    accept_password(project, request.password)
    proof = Proof(account=member, factor=password_factor(project), address=member.email, credential=token)
    login = reset_password(project, proof, planned, request.password)
    return schemas.EmailResetResponse(
        organization_id=member.organization_id, member_email_id=member.email.id, **login, **project.envelope()
    )


@handles(Email.require_reset)
def require_reset(project: Project, request: schemas.EmailRequireResetRequest) -> schemas.EmailRequireResetResponse:
    """Make whoever has an address choose a new password; where that is one member, the old one is gone at once."""
    refuse_unshared(project)
    caller = acting_member(project, request.authorization)
    member = _named_member(project, request, caller)
    if member is not None:
        check_permission(project, caller, organization_of(project, member), "update.info.delete.password", member)
    owners = namesakes(project, request.email_address)
    if not owners:
        raise Refusal(MEMBER_NOT_FOUND)
    is_single = sum(owner.status == "active" for owner in owners) == 1
    for owner in owners:
        if is_single and owner.password is not None:
            owner.password = None
            record_member(project, owner)
        elif owner.password is not None:
            owner.password.requires_reset = True
    if member is None:
        return schemas.EmailRequireResetResponse(**project.envelope())
    return schemas.EmailRequireResetResponse(**member_fields(project, member), **project.envelope())


def _named_member(
    project: Project, request: schemas.EmailRequireResetRequest, caller: ActingMember | None
) -> Member | None:
    """Return the member who is named, if one is; a member who calls speaks of their own organization, and no other."""
    organization_id = request.organization_id or (caller.member.organization_id if caller else None)
    if organization_id is not None:
        organization = find_organization(project, organization_id)
        refuse_foreign_caller(caller, organization)
        member = find_member_by_email(project, organization, request.email_address)
        if request.member_id is None or member is find_member(project, organization, request.member_id):
            return member
        raise Refusal(MEMBER_NOT_FOUND)
    if request.member_id is None:
        return None
    member = member_by_id(project, request.member_id)
    if member not in namesakes(project, request.email_address):
        raise Refusal(MEMBER_NOT_FOUND)
    return member
