"""Authenticator apps: a secret that is set up once, and a code of it every 30 seconds (behaviour 13)."""

import datetime as dt
from typing import TYPE_CHECKING, Final, TypedDict, TypeVar

import attrs

from stytch_async.emulator.refusals.recovery_codes import RECOVERY_CODES_ALREADY_EXIST
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.totps import (
    ACTIVE_TOTP_EXISTS,
    EXPIRED_TOTP,
    INVALID_TOTP_CODE,
    RECOVERY_CODE_USED_AS_TOTP_CODE,
    TOTP_CODE_ALREADY_AUTHENTICATED,
    UNABLE_TO_AUTHENTICATE_TOTP,
)
from stytch_async.emulator.rules.factors import factor
from stytch_async.emulator.rules.locks import check_lock, refuse_and_count
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.recovery import new_recovery_codes
from stytch_async.emulator.state.ids import PASSCODE, RECOVERY_CODE, Prefix
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.totps import TOTP

if TYPE_CHECKING:
    import pyotp.totp

__all__ = ["begin_totp", "migrate_totp", "prove_totp", "refuse_present", "remove_totp", "setup"]

A = TypeVar("A", bound=Account)

ISSUER: Final = "Stytch"
MODULE_PIXELS: Final = 4


class Setup(TypedDict):
    """What the owner of an authenticator app is shown when it is set up."""

    secret: str
    qr_code: str
    recovery_codes: list[str]


@attrs.frozen
class TOTPCode:
    """A code of an authenticator app; using it completes the setup."""

    totp: TOTP
    step: int

    def spend(self) -> None:
        """Let it and older ones open nothing more."""
        self.totp.last_step, self.totp.expires_at = self.step, None


def begin_totp(project: Project, account: Account, prefix: Prefix, minutes: int) -> TOTP:
    """Give a user or member an authenticator app that waits for its first code, and recovery codes.

    `refuse_present` comes before it.
    """
    expires_at = project.now + dt.timedelta(minutes=minutes)
    return _give(project, account, prefix, project.ids.secret(), expires_at=expires_at)


def migrate_totp(project: Project, account: Account, prefix: Prefix, secret: str, recovery_codes: list[str]) -> TOTP:
    """Give a user or member the authenticator app of another system, complete; or refuse."""
    refuse_present(project, account, RECOVERY_CODES_ALREADY_EXIST)
    _check_secret(secret)
    totp = _give(project, account, prefix, secret, expires_at=None)
    account.recovery_codes = list(dict.fromkeys(recovery_codes)) or account.recovery_codes
    return totp


def refuse_present(project: Project, account: Account, pending: Reason) -> None:
    """Refuse a second authenticator app; ``pending`` is why, where the first still waits for its code."""
    totp = account.totp
    if totp is not None and totp.verified:
        raise Refusal(ACTIVE_TOTP_EXISTS)
    if totp is not None and not _has_lapsed(project, totp):
        raise Refusal(pending)


def _has_lapsed(project: Project, totp: TOTP) -> bool:
    return totp.expires_at is not None and totp.expires_at <= project.now


def _check_secret(secret: str) -> None:
    """Refuse what no code can be made with; the type is inferred."""
    try:
        key = _app(secret).byte_secret()
    except ValueError:
        key = b""
    if not key:
        raise Refusal(BAD_REQUEST, "The secret is not base32.")


def _give(project: Project, account: Account, prefix: Prefix, secret: str, *, expires_at: dt.datetime | None) -> TOTP:
    totp = TOTP(id=project.ids.new(prefix), secret=secret, created_at=project.now, expires_at=expires_at)
    account.totp, account.recovery_codes = totp, new_recovery_codes(project)
    return totp


def remove_totp(account: Account) -> None:
    """Take the authenticator app from a user or member, and the recovery codes that stand in for it (inferred)."""
    account.totp, account.recovery_codes = None, []


def setup(account: Account, totp: TOTP, name: str) -> Setup:
    """Return what is shown of an authenticator app that is set up; ``name`` stands beside its codes in the app."""
    import segno  # noqa: PLC0415 - only setups need it

    uri = _app(totp.secret).provisioning_uri(name=name, issuer_name=ISSUER)
    # Any mask can be scanned; to look for the best one takes longer than the rest of the call.
    picture = segno.make_qr(uri, mask=0).png_data_uri(scale=MODULE_PIXELS)
    return {"secret": totp.secret, "qr_code": picture, "recovery_codes": list(account.recovery_codes)}


def prove_totp(project: Project, account: A, totp: TOTP, code: str) -> Proof[A]:
    """Return what a code of an account's authenticator app proves, or refuse a wrong one, and count it."""
    proven = factor(project, "totp", "authenticator_app", "authenticator_app_factor", totp_id=totp.id)
    if project.sandbox.takes_totp_code(account.id, code):
        return Proof(account=account, factor=proven)
    if PASSCODE.fullmatch(code) is None:
        is_other = RECOVERY_CODE.fullmatch(code) is not None or code in account.recovery_codes
        raise Refusal(RECOVERY_CODE_USED_AS_TOTP_CODE if is_other else INVALID_TOTP_CODE)
    check_lock(project, account)
    if _has_lapsed(project, totp):
        raise Refusal(EXPIRED_TOTP)
    step = _step_of(project, totp, code)
    if step is None:
        refuse_and_count(project, account, UNABLE_TO_AUTHENTICATE_TOTP)
    if step <= totp.last_step:
        raise Refusal(TOTP_CODE_ALREADY_AUTHENTICATED)
    return Proof(account=account, factor=proven, credential=TOTPCode(totp, step))


def _app(secret: str) -> "pyotp.totp.TOTP":
    import pyotp.totp  # noqa: PLC0415 - only authenticator apps need it

    return pyotp.totp.TOTP(secret)


def _step_of(project: Project, totp: TOTP, code: str) -> int | None:
    """Return the time step that a code belongs to: the present one, the one before, or the next."""
    app = _app(totp.secret)
    present = app.timecode(project.now)
    steps = (present, present - 1, present + 1)
    return next((step for step in steps if app.generate_otp(step) == code), None)
