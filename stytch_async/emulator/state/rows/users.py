"""The users of a Consumer project."""

from typing import Literal

import attrs

from stytch_async.emulator.state.rows.accounts import Account, Address
from stytch_async.emulator.state.rows.biometrics import BiometricRegistration
from stytch_async.emulator.state.rows.wallets import Wallet
from stytch_async.emulator.state.rows.webauthn import WebAuthnRegistration
from stytch_async.emulator.state.tables import Index, Table

__all__ = ["User", "Users"]


@attrs.define(kw_only=True, eq=False)
class User(Account):
    """A Consumer user."""

    status: Literal["active", "pending"] = "active"
    first_name: str = ""
    middle_name: str = ""
    last_name: str = ""
    emails: list[Address] = attrs.field(factory=list[Address])
    phone_numbers: list[Address] = attrs.field(factory=list[Address])
    webauthn: list[WebAuthnRegistration] = attrs.field(factory=list[WebAuthnRegistration])
    wallets: list[Wallet] = attrs.field(factory=list[Wallet])
    biometrics: list[BiometricRegistration] = attrs.field(factory=list[BiometricRegistration])

    @property
    def addresses(self) -> list[Address]:
        """All email addresses and phone numbers."""
        return [*self.emails, *self.phone_numbers]


class Users(Table[User]):
    """The users of a project, and every way to find one."""

    def __init__(self) -> None:
        super().__init__(lambda user: user.id)
        self.by_email: Index[User] = self.index(lambda user: (email.value for email in user.emails))
        self.by_phone_number: Index[User] = self.index(lambda user: (phone.value for phone in user.phone_numbers))
        self.by_address_id: Index[User] = self.index(lambda user: (address.id for address in user.addresses))
        self.by_external_id: Index[User] = self.index(lambda user: filter(None, [user.external_id]))
        self.by_totp_id: Index[User] = self.index(lambda user: [user.totp.id] if user.totp else [])
        self.by_biometric_id: Index[User] = self.index(lambda user: (one.id for one in user.biometrics))
        self.by_oauth_id: Index[User] = self.index(lambda user: (one.id for one in user.oauth))
        self.by_oauth_subject: Index[User] = self.index(
            lambda user: ((one.provider, one.subject) for one in user.oauth)
        )
        self.by_webauthn_id: Index[User] = self.index(lambda user: (one.id for one in user.webauthn))
        self.by_credential_id: Index[User] = self.index(lambda user: (one.credential_id for one in user.webauthn))
        self.by_wallet_id: Index[User] = self.index(lambda user: (wallet.id for wallet in user.wallets))
        self.by_wallet: Index[User] = self.index(lambda user: (wallet.key for wallet in user.wallets))
        self.by_password_id: Index[User] = self.index(lambda user: [user.password.id] if user.password else [])
