"""What a project has sent: the mails and messages that a person would have read."""

import datetime as dt
from collections.abc import Iterator
from typing import Literal

import attrs

__all__ = ["Channel", "Message", "NoMessageError", "Outbox"]

Channel = Literal["email", "sms", "whatsapp"]


class NoMessageError(AssertionError):
    """A test reads a message that was never sent."""


@attrs.frozen(kw_only=True)
class Message:
    """One mail or text message.

    Attributes:
        purpose: What it is for: ``otp``, or what a link says of itself as ``stytch_token_type``.
        channel: How it went out.
        recipient: The address or number.
        code: The one-time passcode that it holds, if any.
        token: The token in its link, if any.
        url: The link, if any.
        login_url: The other link of a mail about a new password: it logs in without one, and has a token of its own.
        template_id: The project's own template that it was written by, if any.
        subject: What the app's own template says, filled in; ``None`` for Stytch's own words.
        html: Its body, likewise.
        plaintext: The same for mail programs that show no HTML.
        sender: The address that it comes from, where a template tells.
        sent_at: When it was sent, by the project's clock.
        expires_at: When its code or link stops working.

    """

    purpose: str
    channel: Channel
    recipient: str
    code: str | None = attrs.field(default=None, repr=False)
    token: str | None = attrs.field(default=None, repr=False)
    url: str | None = attrs.field(default=None, repr=False)
    login_url: str | None = attrs.field(default=None, repr=False)
    template_id: str | None = None
    subject: str | None = attrs.field(default=None, repr=False)
    html: str | None = attrs.field(default=None, repr=False)
    plaintext: str | None = attrs.field(default=None, repr=False)
    sender: str | None = None
    sent_at: dt.datetime
    expires_at: dt.datetime


class Outbox:
    """The messages of a project, oldest first."""

    def __init__(self) -> None:
        self._messages: list[Message] = []

    def add(self, message: Message) -> None:
        """Send a message."""
        self._messages.append(message)

    def to(self, recipient: str, purpose: str | None = None) -> list[Message]:
        """Return all messages to a recipient, oldest first; for one purpose, if it is given."""
        address = recipient.lower()
        return [m for m in self._messages if m.recipient.lower() == address and purpose in {None, m.purpose}]

    def last(self, recipient: str, purpose: str | None = None) -> Message:
        """Return the newest message to a recipient; for one purpose, if it is given.

        Raises:
            NoMessageError: There is none; an `AssertionError` that tells whom messages went to instead.

        """
        found = self.to(recipient, purpose)
        if not found:
            raise self.missing(recipient, purpose)
        return found[-1]

    def missing(self, recipient: str, purpose: str | None = None) -> NoMessageError:
        """Return the error that tells whom messages went to instead."""
        known = ", ".join(sorted({message.recipient for message in self._messages})) or "nobody"
        what = "message" if purpose is None else f"{purpose} message"
        return NoMessageError(f"no {what} was sent to {recipient}; messages went to {known}")

    def clear(self) -> None:
        """Forget all messages."""
        self._messages.clear()

    def __iter__(self) -> Iterator[Message]:
        """Go through all messages, oldest first."""
        return iter(tuple(self._messages))

    def __len__(self) -> int:
        """Count the messages."""
        return len(self._messages)
