"""Impersonation, the same for users and members (behaviour-more G)."""

import datetime as dt
from typing import Final, TypeVar

from stytch_async.emulator.refusals.impersonation import SESSION_NOT_MUTABLE, UNABLE_TO_AUTH_IMPERSONATION_TOKEN
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.impersonations import Impersonation
from stytch_async.emulator.state.rows.sessions import Session
from stytch_async.emulator.state.tables import Table

__all__ = ["MINUTES", "impersonated", "new_impersonation", "refuse_extension"]

MINUTES: Final = 60
LIFETIME: Final = dt.timedelta(minutes=5)
IMPERSONATED: Final = "impersonated"

A = TypeVar("A", bound=Account)


def new_impersonation(project: Project, account: Account, impersonator: str) -> Impersonation:
    """Store what the dashboard gives to somebody who wants to be a user or member: good once, for 5 minutes (G4)."""
    impersonation = Impersonation(
        owner_id=account.id,
        expires_at=project.now + LIFETIME,
        token=project.ids.token(),
        impersonator_id=project.ids.new("member"),
        impersonator_email=impersonator,
    )
    project.impersonations.save(impersonation)
    return impersonation


def impersonated(project: Project, accounts: Table[A], token: str, disallowed: Reason) -> Proof[A]:
    """Return whom a token lets somebody be, and who that is, or refuse; off, it is refused first (G1)."""
    if not project.settings.user_impersonation_enabled:
        raise Refusal(disallowed)
    found = project.impersonations.get(token)
    account = None if found is None else accounts.get(found.owner_id)
    if found is None or account is None or found.spent or found.expires_at <= project.now:
        raise Refusal(UNABLE_TO_AUTH_IMPERSONATION_TOKEN)
    shown = factor(
        project,
        IMPERSONATED,
        "impersonation",
        "impersonated_factor",
        impersonator_id=found.impersonator_id,
        impersonator_email_address=found.impersonator_email,
    )
    return Proof(account=account, factor=shown, credential=found)


def refuse_extension(session: Session | None, minutes: int | None) -> None:
    """Refuse to let the session of an impersonation last longer (G6)."""
    if session is not None and minutes is not None and any(one.type == IMPERSONATED for one in session.factors):
        raise Refusal(SESSION_NOT_MUTABLE)
