"""People with a shared password who are not a member anywhere yet."""

import attrs

from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.tables import Table

__all__ = ["Stranger", "Strangers"]


@attrs.define(kw_only=True, eq=False)
class Stranger(Account):
    """Whoever has proven an address and chosen a password before an organization (behaviour-more K12).

    The password goes to the first member who has the address.
    """

    email: str


class Strangers(Table[Stranger]):
    """These people, by email address."""

    def __init__(self) -> None:
        super().__init__(lambda stranger: stranger.email)
