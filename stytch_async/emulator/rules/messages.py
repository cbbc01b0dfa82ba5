"""Mails and text messages, and what they must be used with."""

from stytch_async.emulator.refusals.codes import ATTRIBUTE_MISMATCH
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.outbox import Message
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.factors import Fingerprint
from stytch_async.schemas.shared import Options

__all__ = ["check_browser", "deliver"]


def deliver(project: Project, message: Message) -> None:
    """Send a message; nothing goes to the sandbox."""
    if project.sandbox.user_with(message.recipient) is None:
        project.outbox.add(message)


def check_browser(options: Options | None, before: Fingerprint, now: Fingerprint) -> None:
    """Refuse where address or browser must be the same as before and are not (behaviour 10)."""
    if options is None:
        return
    if options.ip_match_required and before.ip_address != now.ip_address:
        raise Refusal(ATTRIBUTE_MISMATCH)
    if options.user_agent_match_required and before.user_agent != now.user_agent:
        raise Refusal(ATTRIBUTE_MISMATCH)
