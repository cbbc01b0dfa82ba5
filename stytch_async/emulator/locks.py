"""Failed logins lock a user or member for a while."""

from typing import TYPE_CHECKING

from stytch_async.emulator.refusals import Refusal, refuse
from stytch_async.emulator.rows import Account

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["count_success", "failed", "refuse_locked", "unlock_expired"]


def unlock_expired(project: "Project", account: Account) -> None:
    """Lift a lock whose time is over."""
    if account.lock_expires_at is not None and account.lock_expires_at <= project.now:
        account.failures, account.locked_at, account.lock_expires_at = 0, None, None


def refuse_locked(project: "Project", account: Account) -> None:
    """Refuse whatever a locked user or member attempts."""
    unlock_expired(project, account)
    if account.locked_at is not None:
        raise refuse("user_lock_limit_reached")


def failed(project: "Project", account: Account, error_type: str) -> Refusal:
    """Count a failed login and return the refusal to raise."""
    account.failures += 1
    if account.failures >= project.settings.lock_threshold:
        account.locked_at = project.now
        account.lock_expires_at = project.now + project.settings.lock_duration
    return refuse(error_type)


def count_success(account: Account) -> None:
    """Forget the failures before a successful login."""
    account.failures = 0
