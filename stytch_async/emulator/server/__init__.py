"""The emulator over HTTP, for apps in another process or another language."""

from stytch_async.emulator.server.application import application
from stytch_async.emulator.server.running import run, start

__all__ = ["application", "run", "start"]
