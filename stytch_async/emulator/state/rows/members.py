"""The members of a B2B project's organizations."""

from typing import Literal

import attrs

from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.tables import Table

__all__ = ["Member", "Members"]


@attrs.define(kw_only=True, eq=False)
class Member(Account):
    """A member of an organization."""

    organization_id: str
    email: Address
    phone: Address | None = None
    status: Literal["active", "deleted", "invited", "pending"] = "active"
    name: str = ""
    is_breakglass: bool = False
    mfa_enrolled: bool = False

    @property
    def addresses(self) -> list[Address]:
        """The email address and, where there is one, the phone number."""
        return [self.email] if self.phone is None else [self.email, self.phone]


class Members(Table[Member]):
    """The members of all organizations, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda member: member.id)
        self.by_organization = self.index(lambda member: [member.organization_id])
        self.by_email = self.index(lambda member: [member.email.value])
        self.by_organization_and_email = self.index(lambda member: [(member.organization_id, member.email.value)])
        self.by_organization_and_phone_number = self.index(
            lambda member: [(member.organization_id, member.phone.value)] if member.phone else []
        )
        self.by_organization_and_external_id = self.index(
            lambda member: [(member.organization_id, member.external_id)] if member.external_id else []
        )
