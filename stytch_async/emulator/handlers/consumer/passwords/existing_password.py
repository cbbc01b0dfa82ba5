"""Passwords of users, reset with the present one."""

from stytch_async.api.consumer.passwords import ExistingPassword
from stytch_async.emulator.refusals.passwords import PASSWORD_DOES_NOT_MATCH
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.passwords import prove_password, reset_password
from stytch_async.emulator.rules.consumer.users import required_email_owner
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.strength import accept_replacement
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import passwords as schemas

__all__: list[str] = []


@handles(ExistingPassword.reset)
def reset(project: Project, request: schemas.ExistingPasswordResetRequest) -> schemas.ExistingPasswordResetResponse:
    """Set a new password with the old one, and end all sessions."""
    planned = plan(project, "user", request)
    user, _ = required_email_owner(project, request.email)
    proof = prove_password(project, user, request.existing_password, PASSWORD_DOES_NOT_MATCH)
    accept_replacement(project, request.new_password, request.existing_password)
    login = reset_password(project, proof, planned, request.new_password)
    return schemas.ExistingPasswordResetResponse(**login, **project.envelope())
