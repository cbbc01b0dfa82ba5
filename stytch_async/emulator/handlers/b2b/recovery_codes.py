"""Recovery codes of members, for whoever has lost the authenticator app."""

from stytch_async.api.b2b.recovery_codes import RecoveryCodes
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.members import find_member, member_fields
from stytch_async.emulator.rules.b2b.mfa import TOTP, complete, second_step
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.recovery import check_backed, new_recovery_codes, prove_recovery, recovery_codes_of
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import recovery_codes as schemas

__all__: list[str] = []


@handles(RecoveryCodes.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """List the codes that a member has left."""
    member = find_member(project, find_organization(project, request.organization_id), request.member_id)
    return schemas.GetResponse(
        recovery_codes=recovery_codes_of(member), **member_fields(project, member), **project.envelope()
    )


@handles(RecoveryCodes.rotate)
def rotate(project: Project, request: schemas.RotateRequest) -> schemas.RotateResponse:
    """Give a member fresh codes in the place of those that are left."""
    member = find_member(project, find_organization(project, request.organization_id), request.member_id)
    check_backed(member)
    member.recovery_codes = new_recovery_codes(project)
    return schemas.RotateResponse(
        recovery_codes=list(member.recovery_codes), **member_fields(project, member), **project.envelope()
    )


@handles(RecoveryCodes.recover)
def recover(project: Project, request: schemas.RecoverRequest) -> schemas.RecoverResponse:
    """Complete a login, or strengthen a session, with a recovery code.

    It stands in for the authenticator app, and so is refused where that is not allowed (inferred).
    """
    step = second_step(project, request, TOTP)
    proof = prove_recovery(project, step.member, request.recovery_code)
    login = complete(project, proof, step.plan)
    return schemas.RecoverResponse(
        recovery_codes_remaining=len(step.member.recovery_codes), **login, **project.envelope()
    )
