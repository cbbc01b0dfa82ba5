"""Passwords of members, reset from within a fresh session."""

from stytch_async.api.b2b.passwords import Sessions
from stytch_async.emulator.refusals.passwords import SESSION_TOO_OLD_TO_RESET_PASSWORD
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.sessions import SESSION_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.changes import record_member
from stytch_async.emulator.rules.b2b.login import full_login
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.passwords import replace_password
from stytch_async.emulator.rules.b2b.settings import refuse_method
from stytch_async.emulator.rules.factors import proven_lately
from stytch_async.emulator.rules.locks import forget_failures
from stytch_async.emulator.rules.passwords import password_factor
from stytch_async.emulator.rules.sessions import plan, required
from stytch_async.emulator.rules.strength import accept_password
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import passwords as schemas

__all__: list[str] = []


@handles(Sessions.reset)
def reset(project: Project, request: schemas.SessionResetRequest) -> schemas.SessionResetResponse:
    """Set a new password from within a session that has just proven the member, and end all others."""
    organization = find_organization(project, request.organization_id)
    planned = plan(project, "member", request)
    session = required(planned.session)
    if session.organization_id != organization.id:
        raise Refusal(SESSION_NOT_FOUND)
    if not any(proven_lately(project, factor) for factor in session.factors):
        raise Refusal(SESSION_TOO_OLD_TO_RESET_PASSWORD)
    member = project.members[session.owner_id]
    refuse_method(organization, member, "password")
    accept_password(project, request.password)
    replace_password(project, member, request.password, session)
    forget_failures(member)
    record_member(project, member)
    login = full_login(project, member, [password_factor(project)], planned)
    return schemas.SessionResetResponse(**login, **project.envelope())
