"""Passwords of members, reset with the present one."""

from stytch_async.api.b2b.passwords import ExistingPassword
from stytch_async.emulator.refusals.passwords import PASSWORD_DOES_NOT_MATCH
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.passwords import password_member, prove_password, reset_password
from stytch_async.emulator.rules.b2b.plans import member_plan
from stytch_async.emulator.rules.strength import accept_replacement
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import passwords as schemas

__all__: list[str] = []


@handles(ExistingPassword.reset)
def reset(project: Project, request: schemas.ExistingPasswordResetRequest) -> schemas.ExistingPasswordResetResponse:
    """Set a new password with the old one, and end all sessions."""
    planned = member_plan(project, request)
    member = password_member(project, request.organization_id, request.email_address)
    proof = prove_password(project, member, request.existing_password, planned, PASSWORD_DOES_NOT_MATCH)
    accept_replacement(project, request.new_password, request.existing_password)
    login = reset_password(project, proof, planned, request.new_password)
    return schemas.ExistingPasswordResetResponse(**login, **project.envelope())
