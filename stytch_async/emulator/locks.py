"""Failed logins lock a user or member for a while."""

from typing import TYPE_CHECKING

from stytch_async.emulator.refusals import Refusal, refuse
from stytch_async.emulator.rows import Lockable

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["count_success", "failed", "refuse_locked", "unlock_expired"]


def unlock_expired(project: "Project", row: Lockable) -> None:
    """Lift a lock whose time is over."""
    if row.lock_expires_at is not None and row.lock_expires_at <= project.now:
        row.failures, row.locked_at, row.lock_expires_at = 0, None, None


def refuse_locked(project: "Project", row: Lockable) -> None:
    """Refuse whatever a locked user or member attempts."""
    unlock_expired(project, row)
    if row.locked_at is not None:
        raise refuse("user_lock_limit_reached")


def failed(project: "Project", row: Lockable, error_type: str) -> Refusal:
    """Count a failed login and return the refusal to raise."""
    row.failures += 1
    if row.failures >= project.settings.lock_threshold:
        row.locked_at = project.now
        row.lock_expires_at = project.now + project.settings.lock_duration
    return refuse(error_type)


def count_success(row: Lockable) -> None:
    """Forget the failures before a successful login."""
    row.failures = 0
