"""The client of Stytch's Consumer API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stytch_async.clients.base import BaseClient

if TYPE_CHECKING:
    from stytch_async.api.consumer.otps import OTPs
    from stytch_async.api.consumer.passwords import Passwords
    from stytch_async.api.consumer.sessions import Sessions
    from stytch_async.api.consumer.users import Users

__all__ = ["Client"]


class Client(BaseClient):
    """Stytch's Consumer API.

    Every endpoint is a coroutine, reached by the name of its product: ``await client.passwords.create(…)``. A client may
    be built anywhere, used from several event loops one after the other, and shared by any number of tasks.
    """

    package = "consumer"

    otps: OTPs
    passwords: Passwords
    sessions: Sessions
    users: Users
