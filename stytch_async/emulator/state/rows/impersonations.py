"""Impersonations: a person who runs the app is somebody else for a while, to help them."""

import attrs

from stytch_async.emulator.state.rows.credentials import Credential
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["Impersonation", "Impersonations"]


@attrs.define(kw_only=True, eq=False)
class Impersonation(Credential):
    """What the dashboard has given to somebody who runs the app.

    Attributes:
        impersonator_id: Who that is in the dashboard.
        impersonator_email: Their address.

    """

    address_id: str = ""
    token: str = attrs.field(repr=False)
    impersonator_id: str
    impersonator_email: str


class Impersonations(Table[Impersonation]):
    """The impersonations that the dashboard has allowed, by token."""

    def __init__(self) -> None:
        super().__init__(lambda impersonation: impersonation.token)
        self.by_owner: Index[Impersonation] = self.index(lambda impersonation: [impersonation.owner_id])
