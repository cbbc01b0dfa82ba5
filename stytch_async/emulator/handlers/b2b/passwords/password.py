"""Passwords of members: used, judged and brought along."""

from stytch_async.api.b2b.passwords import Passwords
from stytch_async.emulator.refusals.hashes import INVALID_SCRYPT_N_PARAMETER
from stytch_async.emulator.refusals.passwords import PASSWORD_ALREADY_EXISTS
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import UNAUTHORIZED_CREDENTIALS
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.login import log_in
from stytch_async.emulator.rules.b2b.members import change_known_member, member_by_email, member_fields, new_member
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.passwords import password_member, prove_password
from stytch_async.emulator.rules.b2b.plans import member_plan
from stytch_async.emulator.rules.hashes import migrated_matcher
from stytch_async.emulator.rules.strength import judge, verdict
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Password
from stytch_async.schemas.b2b import passwords as schemas

__all__: list[str] = []


@handles(Passwords.strength_check)
def strength_check(project: Project, request: schemas.StrengthCheckRequest) -> schemas.StrengthCheckResponse:
    """Judge a password that nobody has yet."""
    strength = judge(project, request.password)
    feedback = schemas.ZxcvbnFeedback(warning=strength.warning, suggestions=strength.suggestions)
    return schemas.StrengthCheckResponse(
        luds_feedback=strength.requirements,
        zxcvbn_feedback=feedback if strength.requirements is None else None,
        **verdict(project, strength, request.email_address),
        **project.envelope(),
    )


@handles(Passwords.migrate, invalid={"scrypt_config.n_parameter": INVALID_SCRYPT_N_PARAMETER})
def migrate(project: Project, request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Take on a password from another system, as its hash."""
    matches = migrated_matcher(request)
    organization = find_organization(project, request.organization_id)
    known = member_by_email(project, organization, request.email_address)
    if known is not None and known.password is not None:
        raise Refusal(PASSWORD_ALREADY_EXISTS)
    if known is not None:
        change_known_member(project, organization, known, request)
    member = known or new_member(project, organization, request)
    member.password = Password(id=project.ids.new("member-password"), matches=matches)
    member.email.verified = True
    if member.phone is not None and request.set_phone_number_verified:
        member.phone.verified = True
    record_member(project, member)
    return schemas.MigrateResponse(member_created=known is None, **member_fields(project, member), **project.envelope())


@handles(Passwords.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a password."""
    planned = member_plan(project, request, request.intermediate_session_token)
    member = password_member(project, request.organization_id, request.email_address)
    proof = prove_password(project, member, request.password, planned, UNAUTHORIZED_CREDENTIALS)
    login = log_in(project, proof, planned)
    return schemas.AuthenticateResponse(organization_id=member.organization_id, **login, **project.envelope())
