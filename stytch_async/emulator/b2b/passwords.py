"""Passwords of members."""

from typing import TYPE_CHECKING, Any, Final

from stytch_async.api.b2b.passwords import Email, ExistingPassword, Passwords
from stytch_async.api.b2b.passwords import Sessions as SessionResets
from stytch_async.emulator.b2b.access import refuse_method
from stytch_async.emulator.b2b.logins import check_login, full_login, log_in
from stytch_async.emulator.b2b.members import (
    change_member,
    find_member,
    find_member_by_email,
    member_by_email,
    member_by_id,
    member_fields,
    namesakes,
    new_member,
    organization_of,
    password_of,
    view,
)
from stytch_async.emulator.b2b.organizations import find_organization
from stytch_async.emulator.b2b.roles import acting_member, check_permission
from stytch_async.emulator.hashes import migrated_matcher
from stytch_async.emulator.links import redirect_url, send_link, unspent
from stytch_async.emulator.passwords import (
    changed_password,
    must_reset,
    password_factor,
    prove_password,
    proven_lately,
    start_afresh,
)
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Member, Password
from stytch_async.emulator.sessions import SessionArguments, required_session
from stytch_async.emulator.strength import accept_password, judge, verdict
from stytch_async.schemas.b2b import passwords as schemas

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__: list[str] = []

RESET: Final = "multi_tenant_passwords"


def _owner(project: "Project", organization_id: str, email: str) -> Member:
    """Return the member who is to log in with a password, or refuse."""
    organization = find_organization(project, organization_id)
    member = find_member_by_email(project, organization, email)
    refuse_method(organization, member, "password")
    return member


def _prove(project: "Project", member: Member, text: str, wrong: str) -> None:
    """Refuse a text that is not the member's password, and a password that must be reset by email."""
    password = prove_password(
        project, member, password_of(project, member), text, "member_password_not_found", wrong=wrong
    )
    if must_reset(project, password, text):
        raise refuse("member_reset_password")


def _set_password(project: "Project", member: Member, text: str) -> None:
    """Take on a password that has been accepted: for all who share it, where passwords are shared."""
    password = changed_password(project, password_of(project, member), "member-password", text)
    shared = project.settings.cross_organization_passwords
    for owner in namesakes(project, member.email.value) if shared else [member]:
        owner.password = password


@handles(Passwords.strength_check)
def strength_check(project: "Project", request: schemas.StrengthCheckRequest) -> schemas.StrengthCheckResponse:
    """Judge a password that nobody has yet."""
    strength = judge(project, request.password)
    feedback = schemas.ZxcvbnFeedback(warning=strength.warning, suggestions=strength.suggestions)
    return schemas.StrengthCheckResponse(
        luds_feedback=strength.requirements,
        zxcvbn_feedback=feedback if strength.requirements is None else None,
        **verdict(project, strength, request.email_address),
        **project.envelope(),
    )


@handles(Passwords.migrate)
def migrate(project: "Project", request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Take on a password from another system, as its hash."""
    matches = migrated_matcher(request)
    organization = find_organization(project, request.organization_id)
    known = member_by_email(project, organization, request.email_address)
    if known is not None and known.password is not None:
        raise refuse("password_already_exists")
    if known is not None:
        change_member(project, organization, known, request)
    member = known or new_member(project, organization, request)
    member.password = Password(id=project.ids.new("member-password"), matches=matches)
    member.email.verified = True
    if member.phone is not None and request.set_phone_number_verified:
        member.phone.verified = True
    return schemas.MigrateResponse(
        member_id=member.id, member_created=known is None, **member_fields(project, member), **project.envelope()
    )


@handles(Passwords.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a password."""
    member = _owner(project, request.organization_id, request.email_address)
    _prove(project, member, request.password, "unauthorized_credentials")
    fields = log_in(project, member, password_factor(project), request)
    return schemas.AuthenticateResponse(organization_id=member.organization_id, **fields, **project.envelope())


@handles(Email.reset_start)
def email_reset_start(project: "Project", request: schemas.EmailResetStartRequest) -> schemas.EmailResetStartResponse:
    """Mail a link that leads to a new password."""
    member = _owner(project, request.organization_id, request.email_address)
    redirect_url(project, request.login_redirect_url)
    send_link(
        project,
        member.email,
        member.id,
        kind=RESET,
        url=redirect_url(project, request.reset_password_redirect_url, "password_reset"),
        minutes=request.reset_password_expiration_minutes or 30,
        slug=organization_of(project, member).slug,
        code_challenge=request.code_challenge,
    )
    return schemas.EmailResetStartResponse(
        member_id=member.id,
        member_email_id=member.email.id,
        member=view(project, member),
        **project.envelope(),
    )


@handles(Email.reset)
def email_reset(project: "Project", request: schemas.EmailResetRequest) -> schemas.EmailResetResponse:
    """Set a new password with the token of a mailed link, and end all sessions."""
    error_type = "unable_to_auth_password_reset_token"
    token = unspent(project, request.password_reset_token, RESET, error_type, request.code_verifier)
    member = project.members[token.owner_id]
    refuse_method(organization_of(project, member), member, "password")
    accept_password(project, request.password)
    check_login(project, member, request)
    token.spent = True
    _set_password(project, member, request.password)
    member.email.verified = True
    fields = _after_reset(project, member, request)
    return schemas.EmailResetResponse(
        organization_id=member.organization_id, member_email_id=member.email.id, **fields, **project.envelope()
    )


def _after_reset(project: "Project", member: Member, request: SessionArguments) -> dict[str, Any]:
    """End the member's sessions, but for one that was passed to go on with, and log in."""
    start_afresh(project, "member", member, request)
    return log_in(project, member, password_factor(project), request)


@handles(ExistingPassword.reset)
def existing_password_reset(
    project: "Project", request: schemas.ExistingPasswordResetRequest
) -> schemas.ExistingPasswordResetResponse:
    """Set a new password with the old one, and end all sessions."""
    member = _owner(project, request.organization_id, request.email_address)
    _prove(project, member, request.existing_password, "password_does_not_match")
    if request.new_password == request.existing_password:
        raise refuse("cannot_reset_password_with_existing_password")
    accept_password(project, request.new_password)
    check_login(project, member, request)
    _set_password(project, member, request.new_password)
    return schemas.ExistingPasswordResetResponse(**_after_reset(project, member, request), **project.envelope())


@handles(SessionResets.reset)
def session_reset(project: "Project", request: schemas.SessionResetRequest) -> schemas.SessionResetResponse:
    """Set a new password from within a session that has just proven the member, and end all others."""
    organization = find_organization(project, request.organization_id)
    session = required_session(project, "member", request)
    if session.organization_id != organization.id:
        raise refuse("session_not_found")
    if not any(proven_lately(project, factor) for factor in session.factors):
        raise refuse("session_too_old_to_reset_password")
    member = project.members[session.owner_id]
    refuse_method(organization, member, "password")
    accept_password(project, request.password)
    check_login(project, member, request)
    _set_password(project, member, request.password)
    start_afresh(project, "member", member, request)
    fields = full_login(project, member, [password_factor(project)], request)
    return schemas.SessionResetResponse(**fields, **project.envelope())


@handles(Email.require_reset)
def email_require_reset(
    project: "Project", request: schemas.EmailRequireResetRequest
) -> schemas.EmailRequireResetResponse:
    """Make whoever has an address choose a new password; where that is one member, the old one is gone at once."""
    if not project.settings.cross_organization_passwords:
        raise refuse("cross_org_passwords_not_enabled")
    caller = acting_member(project, request.authorization)
    member = _named_member(project, request, caller)
    if member is not None:
        check_permission(project, caller, organization_of(project, member), "update.info.delete.password", member)
    owners = namesakes(project, request.email_address)
    if not owners:
        raise refuse("member_not_found")
    is_single = sum(owner.status == "active" for owner in owners) == 1
    for owner in owners:
        if is_single:
            owner.password = None
        elif owner.password is not None:
            owner.password.requires_reset = True
    if member is None:
        return schemas.EmailRequireResetResponse(**project.envelope())
    return schemas.EmailRequireResetResponse(
        member_id=member.id, **member_fields(project, member), **project.envelope()
    )


def _named_member(
    project: "Project", request: schemas.EmailRequireResetRequest, caller: Member | None
) -> Member | None:
    """Return the member who is named, if one is; a member who calls speaks of their own organization."""
    organization_id = request.organization_id or (caller.organization_id if caller else None)
    if organization_id is not None:
        organization = find_organization(project, organization_id)
        member = find_member_by_email(project, organization, request.email_address)
        if request.member_id is None or member is find_member(project, organization, request.member_id):
            return member
        raise refuse("member_not_found")
    if request.member_id is None:
        return None
    member = member_by_id(project, request.member_id)
    if member not in namesakes(project, request.email_address):
        raise refuse("member_not_found")
    return member
