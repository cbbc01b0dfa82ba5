"""A stateful Stytch in memory. It does no I/O: `InMemoryTransport` and the served emulator bring requests to it."""

from stytch_async.emulator.clock import Clock
from stytch_async.emulator.outbox import Message, NoMessageError, Outbox
from stytch_async.emulator.project import Project
from stytch_async.emulator.rbac import Policy
from stytch_async.emulator.registry import NotEmulated
from stytch_async.emulator.settings import Settings

__all__ = ["Clock", "Message", "NoMessageError", "NotEmulated", "Outbox", "Policy", "Project", "Settings"]
