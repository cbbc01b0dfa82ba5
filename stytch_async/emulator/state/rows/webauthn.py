"""Passkeys and security keys, and what they are asked to sign."""

import datetime as dt
from typing import Literal

import attrs

from stytch_async.emulator.state.tables import Index, Table

__all__ = ["Ceremony", "WebAuthnChallenge", "WebAuthnChallenges", "WebAuthnRegistration"]

Ceremony = Literal["authenticate", "register"]
"""What a browser is asked for: to show a key, or to make one."""


@attrs.define(kw_only=True, eq=False)
class WebAuthnRegistration:
    """A passkey or security key of a user.

    Attributes:
        domain: Where it is good.
        authenticator_type: Which type of authenticator was asked for; empty where any would do.
        credential_id: What the authenticator calls it.
        public_key: What its signatures are verified with, in COSE form.
        sign_count: How many signatures it has counted; one that does not count says 0 each time.
        user_handle: Whose it is to the authenticator.

    """

    id: str
    domain: str
    user_agent: str
    authenticator_type: str
    name: str
    credential_id: bytes
    public_key: bytes
    sign_count: int
    user_handle: bytes


@attrs.define(kw_only=True, eq=False)
class WebAuthnChallenge:
    """What an authenticator is to sign, once and within a while.

    Attributes:
        value: The challenge.
        owner_id: Whose key is asked for; empty where the key tells.
        user_handle: Whose a new key is to be to the authenticator.

    """

    value: bytes = attrs.field(repr=False)
    ceremony: Ceremony
    domain: str
    owner_id: str = ""
    user_agent: str = ""
    authenticator_type: str = ""
    user_handle: bytes = b""
    expires_at: dt.datetime
    spent: bool = False

    def spend(self) -> None:
        """Note that it was signed."""
        self.spent = True


class WebAuthnChallenges(Table[WebAuthnChallenge]):
    """The challenges that were given out, by what they say."""

    def __init__(self) -> None:
        super().__init__(lambda challenge: challenge.value.hex())
        self.by_owner: Index[WebAuthnChallenge] = self.index(lambda challenge: filter(None, [challenge.owner_id]))
