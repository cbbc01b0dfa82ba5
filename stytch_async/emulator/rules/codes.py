"""One-time passcodes: sent to an address, good once and for a few minutes."""

import datetime as dt
from typing import Final

from stytch_async.emulator.refusals.codes import INVALID_CODE, OTP_CODE_NOT_FOUND, UNABLE_TO_AUTH_OTP_CODE
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.locks import check_lock, refuse_and_count
from stytch_async.emulator.rules.messages import deliver
from stytch_async.emulator.rules.templates import write
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.ids import PASSCODE
from stytch_async.emulator.state.outbox import Channel, Message
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.credentials import Passcode
from stytch_async.emulator.state.rows.factors import Fingerprint

__all__ = ["check_code", "send_code", "unspent_code"]

DEFAULT_MINUTES: Final = 2


def send_code(
    project: Project,
    channel: Channel,
    account: Account | None,
    address: Address,
    *,
    minutes: int | None = None,
    browser: Fingerprint | None = None,
    slot: str | None = None,
    template: EmailTemplate | None = None,
) -> None:
    """Send a fresh code to an address; earlier ones to it are void (behaviour 11).

    Args:
        project: The project.
        channel: How it is sent.
        account: Whose address it is; ``None`` where that does not matter.
        address: Where it is sent.
        minutes: How long it can be used.
        browser: Where it was asked for.
        slot: Which earlier codes are void; by default those to the id of the address.
        template: What a mail looks like; ``None`` for Stytch's own.

    """
    expires_at = project.now + dt.timedelta(minutes=minutes or DEFAULT_MINUTES)
    passcode = Passcode(
        owner_id=_id_of(account),
        address_id=address.id,
        recipient=address.value,
        slot=slot or address.id,
        code=project.ids.code(),
        channel=channel,
        expires_at=expires_at,
        browser=browser or Fingerprint(),
    )
    project.passcodes.save(passcode)
    deliver(
        project,
        Message(
            purpose="otp",
            channel=channel,
            recipient=address.value,
            code=passcode.code,
            sent_at=project.now,
            expires_at=expires_at,
            **write(template, passcode.code),
        ),
    )


def _id_of(account: Account | None) -> str:
    return "" if account is None else account.id


def check_code(code: str) -> None:
    """Refuse a text that is not a code."""
    if PASSCODE.fullmatch(code) is None:
        raise Refusal(INVALID_CODE)


def unspent_code(project: Project, account: Account | None, slot: str, code: str) -> Passcode:
    """Return what was sent if this is its code; refuse a wrong one, and count it against an account that is known."""
    if account is not None:
        check_lock(project, account)
    passcode = project.sandbox.passcode_of(slot, project.now) or project.passcodes.get(slot)
    if passcode is None or passcode.owner_id != _id_of(account):
        raise Refusal(OTP_CODE_NOT_FOUND)
    if passcode.code != code:
        if account is not None:
            refuse_and_count(project, account, OTP_CODE_NOT_FOUND)
        raise Refusal(OTP_CODE_NOT_FOUND)
    if passcode.spent or passcode.expires_at <= project.now:
        raise Refusal(UNABLE_TO_AUTH_OTP_CODE)
    return passcode
