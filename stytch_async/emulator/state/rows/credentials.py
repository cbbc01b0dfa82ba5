"""What is sent to somebody and spent by them: links and codes."""

import datetime as dt
from typing import Literal

import attrs

from stytch_async.emulator.state.rows.factors import Fingerprint
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["Credential", "OneTimeToken", "OneTimeTokens", "Passcode", "Passcodes"]


@attrs.define(kw_only=True, eq=False)
class Credential:
    """Something that is good once, and for a while.

    Attributes:
        owner_id: The user or member that it was sent to; empty where nobody is known by the address yet.
        address_id: The id of the email address or phone number that it was sent to.
        recipient: That address or number itself.
        expires_at: When it stops working.
        browser: The address and browser that it was asked for with.
        spent: Whether it was used.

    """

    owner_id: str
    address_id: str
    recipient: str = ""
    expires_at: dt.datetime
    browser: Fingerprint = attrs.field(factory=Fingerprint)
    spent: bool = False

    def spend(self) -> None:
        """Note that it was used."""
        self.spent = True


@attrs.define(kw_only=True, eq=False)
class OneTimeToken(Credential):
    """The token of a link.

    Attributes:
        type: What it may be spent on: its ``stytch_token_type``, where that tells.
        code_challenge: What the verifier must fit, where the flow began with one.

    """

    value: str = attrs.field(repr=False)
    type: str
    code_challenge: str | None = None


@attrs.define(kw_only=True, eq=False)
class Passcode(Credential):
    """The newest code of its slot; a newer one takes its place.

    Attributes:
        slot: What it was sent to: an address by its id; for mails of B2B projects the address itself, since it may
            belong to members of several organizations, or to nobody yet (behaviour-more J14).

    """

    slot: str
    code: str = attrs.field(repr=False)
    channel: Literal["email", "sms", "whatsapp"]


class OneTimeTokens(Table[OneTimeToken]):
    """The tokens of links, by what stands in the link."""

    def __init__(self) -> None:
        super().__init__(lambda token: token.value)
        self.by_owner: Index[OneTimeToken] = self.index(lambda token: [token.owner_id])
        self.by_address: Index[OneTimeToken] = self.index(lambda token: [token.address_id])


class Passcodes(Table[Passcode]):
    """The newest code of each slot."""

    def __init__(self) -> None:
        super().__init__(lambda passcode: passcode.slot)
        self.by_owner: Index[Passcode] = self.index(lambda passcode: [passcode.owner_id])
        self.by_address: Index[Passcode] = self.index(lambda passcode: [passcode.address_id])
