"""Passwords of users, reset from within a fresh session."""

from stytch_async.api.consumer.passwords import Sessions
from stytch_async.emulator.refusals.passwords import SESSION_TOO_OLD_TO_RESET_PASSWORD
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.passwords import reset_password
from stytch_async.emulator.rules.consumer.users import find_user
from stytch_async.emulator.rules.factors import proven_lately
from stytch_async.emulator.rules.passwords import password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import plan, required
from stytch_async.emulator.rules.strength import accept_password
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Factor
from stytch_async.schemas.consumer import passwords as schemas

__all__: list[str] = []


@handles(Sessions.reset)
def reset(project: Project, request: schemas.SessionResetRequest) -> schemas.SessionResetResponse:
    """Set a new password from within a session that has just proven the user, and end all others."""
    planned = plan(project, "user", request)
    session = required(planned.session)
    if not any(_vouches(factor) and proven_lately(project, factor) for factor in session.factors):
        raise Refusal(SESSION_TOO_OLD_TO_RESET_PASSWORD)
    accept_password(project, request.password)
    proof = Proof(account=find_user(project, session.owner_id), factor=password_factor(project))
    return schemas.SessionResetResponse(
        **reset_password(project, proof, planned, request.password), **project.envelope()
    )


def _vouches(factor: Factor) -> bool:
    """Whether a factor may vouch for a new password: a password, or something mailed (behaviour 12)."""
    return factor.type == "password" or factor.delivery_method == "email"
