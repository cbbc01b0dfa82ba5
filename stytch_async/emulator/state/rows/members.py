"""The members of a B2B project's organizations."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable
from typing import Literal

import attrs

from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.registrations import SCIMRegistration, SSORegistration
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["Member", "Members"]


@attrs.define(kw_only=True, eq=False)
class Member(Account):
    """A member of an organization.

    Attributes:
        default_mfa_method: ``sms_otp`` or ``totp``; empty until a second factor was given for the first time.
        retired_emails: Addresses that were the member's; nobody else in the organization may have them.
        new_email: An address that is about to take the place of the present one.

    """

    organization_id: str
    updated_at: dt.datetime
    email: Address
    phone: Address | None = None
    status: Literal["active", "deleted", "invited", "pending"] = "active"
    name: str = ""
    is_breakglass: bool = False
    mfa_enrolled: bool = False
    default_mfa_method: str = ""
    retired_emails: list[Address] = attrs.field(factory=list[Address])
    new_email: Address | None = None
    sso: list[SSORegistration] = attrs.field(factory=list[SSORegistration])
    scim: SCIMRegistration | None = None

    @property
    def addresses(self) -> list[Address]:
        """The email address and, where there is one, the phone number."""
        return [self.email] if self.phone is None else [self.email, self.phone]


class Members(Table[Member]):
    """The members of all organizations, and every way to find one.

    Deleted members are found by id, organization, connection and directory alone: what was theirs is free for others.
    """

    def __init__(self) -> None:
        super().__init__(lambda member: member.id)
        self.by_organization: Index[Member] = self.index(lambda member: [member.organization_id])
        self.by_email: Index[Member] = self._index_present(lambda member: [member.email.value])
        self.by_password_id: Index[Member] = self._index_present(
            lambda member: [member.password.id] if member.password else []
        )
        self.by_organization_and_oauth_subject: Index[Member] = self._index_at_home(
            lambda member: ((one.provider, one.subject) for one in member.oauth)
        )
        self.by_organization_and_email: Index[Member] = self._index_at_home(lambda member: [(member.email.value,)])
        self.by_organization_and_new_email: Index[Member] = self._index_at_home(
            lambda member: [(member.new_email.value,)] if member.new_email else []
        )
        self.by_organization_and_retired_email: Index[Member] = self._index_at_home(
            lambda member: ((email.value,) for email in member.retired_emails)
        )
        self.by_organization_and_phone_number: Index[Member] = self._index_at_home(
            lambda member: [(member.phone.value,)] if member.phone else []
        )
        self.by_organization_and_external_id: Index[Member] = self._index_at_home(
            lambda member: [(member.external_id,)] if member.external_id else []
        )
        self.by_connection: Index[Member] = self.index(lambda member: (one.connection_id for one in member.sso))
        self.by_connection_and_subject: Index[Member] = self._index_present(
            lambda member: ((one.connection_id, one.external_id) for one in member.sso)
        )

        self.by_directory: Index[Member] = self.index(lambda member: [member.scim.connection_id] if member.scim else [])
        self.by_directory_and_email: Index[Member] = self.index(
            lambda member: [(member.scim.connection_id, member.scim.email)] if member.scim else []
        )

    def _index_present(self, keys: Callable[[Member], Iterable[Hashable]]) -> Index[Member]:
        """Add an index that leaves out deleted members."""
        return self.index(lambda member: [] if member.status == "deleted" else keys(member))

    def _index_at_home(self, keys: Callable[[Member], Iterable[tuple[str, ...]]]) -> Index[Member]:
        """Add an index whose keys begin with the organization, and that leaves out deleted members."""
        return self._index_present(lambda member: ((member.organization_id, *key) for key in keys(member)))
