"""Recovery codes: each is good once, in place of an authenticator app (behaviour 13)."""

from typing import Final, TypeVar

import attrs

from stytch_async.emulator.refusals.recovery_codes import (
    INVALID_RECOVERY_CODE,
    NO_ACTIVE_RECOVERY_CODE_BACKED_FACTOR,
    RECOVERY_CODES_NOT_FOUND,
    TOTP_CODE_USED_AS_RECOVERY_CODE,
    UNABLE_TO_AUTHENTICATE_RECOVERY_CODE,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.locks import check_lock, refuse_and_count
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.state.ids import PASSCODE, RECOVERY_CODE
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account

__all__ = ["check_backed", "new_recovery_codes", "prove_recovery", "recovery_codes_of"]

A = TypeVar("A", bound=Account)

NUMBER: Final = 10


@attrs.frozen
class RecoveryCode:
    """One of the recovery codes that an account has left."""

    account: Account
    code: str = attrs.field(repr=False)

    def spend(self) -> None:
        """Strike it off."""
        self.account.recovery_codes.remove(self.code)


def new_recovery_codes(project: Project) -> list[str]:
    """Return fresh recovery codes."""
    return [project.ids.recovery_code() for _ in range(NUMBER)]


def recovery_codes_of(account: Account) -> list[str]:
    """Return the recovery codes that a user or member has left, or refuse where there are none."""
    if not account.recovery_codes:
        raise Refusal(RECOVERY_CODES_NOT_FOUND)
    return list(account.recovery_codes)


def check_backed(account: Account) -> None:
    """Refuse where recovery codes stand in for nothing: an authenticator app counts from its first code on."""
    if account.totp is None or not account.totp.verified:
        raise Refusal(NO_ACTIVE_RECOVERY_CODE_BACKED_FACTOR)


def prove_recovery(project: Project, account: A, code: str) -> Proof[A]:
    """Return what a recovery code proves, or refuse one that is not left, and count it."""
    check_backed(account)
    check_lock(project, account)
    if code not in recovery_codes_of(account):
        if PASSCODE.fullmatch(code) is not None:
            raise Refusal(TOTP_CODE_USED_AS_RECOVERY_CODE)
        if RECOVERY_CODE.fullmatch(code) is None:
            raise Refusal(INVALID_RECOVERY_CODE)
        refuse_and_count(project, account, UNABLE_TO_AUTHENTICATE_RECOVERY_CODE)
    is_lasting = project.sandbox.takes_recovery_code(account.id, code)
    code_id = project.ids.new("totp-recovery-code")
    return Proof(
        account=account,
        factor=factor(
            project, "recovery_codes", "recovery_code", "recovery_code_factor", totp_recovery_code_id=code_id
        ),
        credential=None if is_lasting else RecoveryCode(account, code),
    )
