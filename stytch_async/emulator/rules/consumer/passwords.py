"""Passwords of users: proven, set, and set anew."""

from stytch_async.emulator.refusals.passwords import NO_USER_PASSWORD, RESET_PASSWORD
from stytch_async.emulator.refusals.refusal import Reason
from stytch_async.emulator.rules.consumer.login import UserLogin, log_in, verify_address
from stytch_async.emulator.rules.passwords import changed_password, check_password, password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import Plan, revoke_sessions
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User

__all__ = ["prove_password", "reset_password", "set_password"]


def prove_password(project: Project, user: User, text: str, wrong: Reason) -> Proof[User]:
    """Return what a password proves, or refuse a text that is not the user's and one that must be reset by email."""
    check_password(project, user, user.password, text, missing=NO_USER_PASSWORD, wrong=wrong, stale=RESET_PASSWORD)
    return Proof(account=user, factor=password_factor(project))


def set_password(project: Project, user: User, text: str) -> None:
    """Take on a password that has been accepted; the user is to be stored then."""
    user.password = changed_password(project, user.password, "password", text)


def reset_password(project: Project, proof: Proof[User], plan: Plan, text: str) -> UserLogin:
    """Log in, with a password that has been accepted in the place of the old one; only the session passed goes on."""
    user = proof.account
    if proof.address is not None:
        verify_address(user, proof.address)
    set_password(project, user, text)
    revoke_sessions(project, user, keep=plan.session)
    return log_in(project, proof, plan)
