"""Failed logins lock a user or member for a while."""

import datetime as dt
from typing import Final, NoReturn

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.users import USER_LOCK_LIMIT_REACHED
from stytch_async.emulator.rules.addresses import is_email
from stytch_async.emulator.rules.links import Link, send_link
from stytch_async.emulator.rules.templates import default_template
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account

__all__ = ["UNLOCK", "check_lock", "forget_failures", "lift_expired_lock", "lift_lock", "refuse_and_count"]

UNLOCK: Final = "unlock"
"""What the link calls its token that lifts a lock (inferred, and so is where it leads)."""


def lift_expired_lock(project: Project, account: Account) -> None:
    """Lift a lock whose time is over."""
    if account.lock_expires_at is not None and account.lock_expires_at <= project.now:
        lift_lock(account)


def lift_lock(account: Account) -> None:
    """Let a user or member try again."""
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
        if project.settings.user_lock_self_serve_enabled:
            _mail_link(project, account)
    raise Refusal(reason)


def _mail_link(project: Project, account: Account) -> None:
    """Mail a link that lifts the lock, for as long as the lock lasts (behaviour-more V4)."""
    email = next((address for address in account.addresses if is_email(address.value)), None)
    if email is not None:
        link = Link(url=f"{project.base_url}/v1/public/unlock", token_type=UNLOCK)
        minutes, template = project.settings.user_lock_ttl // 60, default_template(project, "UNLOCK")
        send_link(project, account, email, link, minutes=minutes, template=template)


def forget_failures(account: Account) -> None:
    """Forget the failures before a successful login."""
    account.failures = 0
