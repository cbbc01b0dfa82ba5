"""A person who uses an app: somebody with an address, a phone, and messages to read."""

from collections.abc import Iterator

from stytch_async.emulator.state.outbox import Message, NoMessageError
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.world.authenticator import Authenticator

__all__ = ["Inbox", "Person"]


class Inbox:
    """The messages that somebody has received, by mail and by phone, oldest first."""

    def __init__(self, project: Project, *recipients: str | None) -> None:
        """Read the messages of these addresses and numbers."""
        self._project = project
        self._recipients = {recipient.lower() for recipient in recipients if recipient is not None}

    def last(self, purpose: str | None = None) -> Message:
        """Return the newest message; for one purpose, if it is given.

        Raises:
            NoMessageError: There is none; an `AssertionError`.

        """
        found = [message for message in self if purpose in {None, message.purpose}]
        if not found:
            whom = " or ".join(sorted(self._recipients))
            what = "message" if purpose is None else f"{purpose} message"
            raise NoMessageError(f"no {what} was sent to {whom}")
        return found[-1]

    def __iter__(self) -> Iterator[Message]:
        """Go through all messages."""
        return (message for message in self._project.outbox if message.recipient.lower() in self._recipients)

    def __len__(self) -> int:
        """Count the messages."""
        return sum(1 for _ in self)


class Person:
    """Somebody who uses an app; the project knows nothing of them until they log in.

    Attributes:
        email: Their email address.
        name: What they are called.
        phone_number: Their phone, if they have one.
        inbox: What was sent to both.
        authenticator: The authenticator app on their phone.

    """

    def __init__(self, project: Project, email: str, *, name: str = "", phone_number: str | None = None) -> None:
        """Introduce somebody."""
        self.email = email
        self.name = name
        self.phone_number = phone_number
        self.inbox: Inbox = Inbox(project, email, phone_number)
        self.authenticator: Authenticator = Authenticator(project)

    def __repr__(self) -> str:
        """Tell who it is."""
        return f"Person({self.email!r})"
