"""One-time passcodes: sent to an address, good once and for a few minutes."""

import datetime as dt
from typing import TYPE_CHECKING, Final

from stytch_async.emulator import sandbox
from stytch_async.emulator.outbox import Channel, Message
from stytch_async.emulator.rows import Address, Passcode
from stytch_async.schemas.shared import Attributes

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["send_code"]

DEFAULT_MINUTES: Final = 2


def send_code(
    project: "Project",
    channel: Channel,
    owner_id: str,
    address: Address,
    *,
    minutes: int | None = None,
    attributes: Attributes | None = None,
) -> None:
    """Send a fresh code to an address; earlier ones to it are void."""
    is_sandbox = sandbox.is_sandbox(address.value)
    code = sandbox.CODE if is_sandbox else project.ids.code()
    expires_at = project.now + dt.timedelta(minutes=minutes or DEFAULT_MINUTES)
    project.passcodes[address.id] = Passcode(
        code=code, channel=channel, owner_id=owner_id, expires_at=expires_at, attributes=attributes
    )
    if not is_sandbox:
        project.outbox.add(
            Message(
                kind="otp",
                channel=channel,
                recipient=address.value,
                code=code,
                sent_at=project.now,
                expires_at=expires_at,
            )
        )
