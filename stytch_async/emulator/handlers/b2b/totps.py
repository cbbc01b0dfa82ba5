"""Authenticator apps of members."""

from typing import Final

from stytch_async.api.b2b.totps import TOTPs
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.totps import PENDING_TOTP_EXISTS, TOTP_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.members import member_fields
from stytch_async.emulator.rules.b2b.mfa import (
    TOTP,
    active_member,
    check_second,
    complete,
    enrolling,
    enrolment,
    second_step,
)
from stytch_async.emulator.rules.totp import begin_totp, migrate_totp, prove_totp, refuse_present, setup
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import totps as schemas

__all__: list[str] = []

DEFAULT_MINUTES: Final = 60


@handles(TOTPs.create)
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Set up an authenticator app, which counts from its first code on."""
    step = enrolling(project, request, TOTP)
    member = step.member
    refuse_present(project, member, PENDING_TOTP_EXISTS)
    check_second(project, step)
    totp = begin_totp(project, member, "member-totp", request.expiration_minutes or DEFAULT_MINUTES)
    return schemas.CreateResponse(
        totp_registration_id=totp.id,
        **setup(member, totp, member.email.value),
        **member_fields(project, member),
        **project.envelope(),
    )


@handles(TOTPs.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Complete a login, or strengthen a session, with a code of an authenticator app."""
    step, wished = second_step(project, request, TOTP), enrolment(TOTP, request)
    if step.member.totp is None:
        raise Refusal(TOTP_NOT_FOUND)
    proof = prove_totp(project, step.member, step.member.totp, request.code)
    return schemas.AuthenticateResponse(**complete(project, proof, step.plan, wished), **project.envelope())


@handles(TOTPs.migrate)
def migrate(project: Project, request: schemas.MigrateRequest) -> schemas.MigrateResponse:
    """Take over the authenticator app of another system; it counts at once (behaviour-more L21)."""
    member = active_member(project, request)
    totp = migrate_totp(project, member, "member-totp", request.secret, request.recovery_codes)
    record_member(project, member)
    return schemas.MigrateResponse(
        totp_registration_id=totp.id,
        recovery_codes=list(member.recovery_codes),
        **member_fields(project, member),
        **project.envelope(),
    )
