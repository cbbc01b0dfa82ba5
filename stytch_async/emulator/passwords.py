"""What holds for the passwords of users and members alike."""

import datetime as dt
from typing import TYPE_CHECKING, Final, Literal

from stytch_async.emulator.hashes import matcher
from stytch_async.emulator.locks import count_success, failed, refuse_locked
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.rows import Account, Password
from stytch_async.emulator.sessions import OwnerKind, passed_session, revoke_sessions
from stytch_async.emulator.strength import is_breached
from stytch_async.schemas.factors import AuthenticationFactor

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = [
    "changed_password",
    "must_reset",
    "password_factor",
    "prove_password",
    "proven_lately",
    "start_afresh",
]

LATELY: Final = dt.timedelta(minutes=5)


def password_factor(project: "Project") -> AuthenticationFactor:
    """Return the factor of someone who has just given a password."""
    return AuthenticationFactor(
        type="password",
        delivery_method="knowledge",
        last_authenticated_at=project.now,
        created_at=project.now,
        updated_at=project.now,
    )


def prove_password(
    project: "Project",
    account: Account,
    password: Password | None,
    text: str,
    missing: str,
    *,
    wrong: str,
) -> Password:
    """Return the password if the text is it; refuse a locked account, a missing password, and a wrong one."""
    refuse_locked(project, account)
    if password is None:
        raise refuse(missing)
    if not password.matches(text):
        raise failed(project, account, wrong)
    count_success(account)
    return password


def must_reset(project: "Project", password: Password, text: str) -> bool:
    """Whether a password that is right is to be reset before it can be used."""
    detects = project.settings.breach_detection_on_authentication
    return password.requires_reset or (detects and is_breached(project, text))


def changed_password(
    project: "Project", old: Password | None, kind: Literal["member-password", "password"], text: str
) -> Password:
    """Return a password that has been accepted, under the id of the one that it takes the place of."""
    return Password(id=old.id if old else project.ids.new(kind), matches=matcher(text))


def proven_lately(project: "Project", factor: AuthenticationFactor) -> bool:
    """Whether a factor was proven a moment ago, as a reset from within a session asks for."""
    return factor.last_authenticated_at is not None and project.now - factor.last_authenticated_at <= LATELY


def start_afresh(project: "Project", kind: OwnerKind, account: Account, arguments: object) -> None:
    """Forget failures and end the sessions after a reset, but for one that was passed to go on with."""
    count_success(account)
    revoke_sessions(project, account.id, keep=passed_session(project, kind, arguments))
