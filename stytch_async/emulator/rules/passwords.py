"""What holds for the passwords of users and members alike."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.hashes import matcher
from stytch_async.emulator.rules.locks import check_lock, refuse_and_count
from stytch_async.emulator.rules.strength import is_breached, judge
from stytch_async.emulator.state.ids import Prefix
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Password
from stytch_async.emulator.state.rows.factors import Factor

__all__ = ["RESET_MINUTES", "changed_password", "check_password", "password_factor"]

RESET_MINUTES: Final = 30
"""How long the link to a new password can be followed, unless a call says otherwise."""


def password_factor(project: Project) -> Factor:
    """Return the factor of somebody who has just given a password."""
    return factor(project, "password", "knowledge")


def check_password(
    project: Project,
    account: Account,
    password: Password | None,
    text: str,
    *,
    missing: Reason,
    wrong: Reason,
    stale: Reason,
) -> None:
    """Refuse a locked account, a missing or wrong password, and a right one that must be reset first."""
    check_lock(project, account)
    if password is None:
        raise Refusal(missing)
    if not password.matches(text):
        refuse_and_count(project, account, wrong)
    config = project.settings.password_strength_config
    breached = config.check_breach_on_authentication and is_breached(project, text)
    weak = config.validate_on_authentication and not judge(project, text).strong  # behaviour-more W18
    if password.requires_reset or breached or weak:
        raise Refusal(stale)


def changed_password(project: Project, old: Password | None, prefix: Prefix, text: str) -> Password:
    """Return a password that has been accepted, under the id of the one that it takes the place of."""
    return Password(id=old.id if old else project.ids.new(prefix), matches=matcher(text))
