"""Failed logins lock a user or member for a while."""

import datetime as dt
from typing import NoReturn

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.users import USER_LOCK_LIMIT_REACHED
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account

__all__ = ["check_lock", "forget_failures", "lift_expired_lock", "refuse_and_count"]


def lift_expired_lock(project: Project, account: Account) -> None:
    """Lift a lock whose time is over."""
    if account.lock_expires_at is not None and account.lock_expires_at <= project.now:
        account.failures, account.locked_at, account.lock_expires_at = 0, None, None


def check_lock(project: Project, account: Account) -> None:
    """Refuse whatever a locked user or member attempts (behaviour 5)."""
    lift_expired_lock(project, account)
    if account.locked_at is not None:
        raise Refusal(USER_LOCK_LIMIT_REACHED)


def refuse_and_count(project: Project, account: Account, reason: Reason) -> NoReturn:
    """Refuse a wrong proof, and lock the account when there were too many in a row."""
    account.failures += 1
    if account.failures >= project.settings.user_lock_threshold:
        account.locked_at = project.now
        account.lock_expires_at = project.now + dt.timedelta(seconds=project.settings.user_lock_ttl)
    raise Refusal(reason)


def forget_failures(account: Account) -> None:
    """Forget the failures before a successful login."""
    account.failures = 0
