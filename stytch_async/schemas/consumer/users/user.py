"""A user, and every way that the user may log in."""

import datetime as dt
from typing import Any

import attrs

__all__ = [
    "TOTP",
    "BiometricRegistration",
    "CryptoWallet",
    "Email",
    "Name",
    "OAuthProvider",
    "Password",
    "PhoneNumber",
    "User",
    "WebAuthnRegistration",
]


@attrs.define(kw_only=True)
class Name:
    """A user's name, in parts."""

    __schema__ = "api_user_v1_Name"

    first_name: str | None = None
    middle_name: str | None = None
    last_name: str | None = None


@attrs.define(kw_only=True)
class Email:
    """An email address of a user.

    Attributes:
        verified: Whether the user has logged in through a message to it.

    """

    __schema__ = "api_user_v1_Email"

    email_id: str
    email: str
    verified: bool


@attrs.define(kw_only=True)
class PhoneNumber:
    """A phone number of a user.

    Attributes:
        phone_number: In E.164 form, for example ``+14155550100``.
        verified: Whether the user has logged in through a message to it.

    """

    __schema__ = "api_user_v1_PhoneNumber"

    phone_id: str
    phone_number: str
    verified: bool


@attrs.define(kw_only=True)
class WebAuthnRegistration:
    """A passkey or security key of a user.

    Attributes:
        authenticator_type: ``platform``, ``cross-platform`` or empty.
        domain: The domain that it was registered for.

    """

    __schema__ = "api_user_v1_WebAuthnRegistration"

    webauthn_registration_id: str
    domain: str
    user_agent: str
    verified: bool
    authenticator_type: str
    name: str


@attrs.define(kw_only=True)
class OAuthProvider:
    """Another service that a user logs in with.

    Attributes:
        provider_subject: Who the user is to the service: its ``sub``.

    """

    __schema__ = "api_user_v1_OAuthProvider"

    provider_type: str
    provider_subject: str
    profile_picture_url: str
    locale: str
    oauth_user_registration_id: str


@attrs.define(kw_only=True)
class TOTP:
    """An authenticator app of a user."""

    __schema__ = "api_user_v1_TOTP"

    totp_id: str
    verified: bool


@attrs.define(kw_only=True)
class CryptoWallet:
    """A crypto wallet of a user."""

    __schema__ = "api_user_v1_CryptoWallet"

    crypto_wallet_id: str
    crypto_wallet_address: str
    crypto_wallet_type: str
    verified: bool


@attrs.define(kw_only=True)
class BiometricRegistration:
    """A fingerprint or face of a user, checked by a phone."""

    __schema__ = "api_user_v1_BiometricRegistration"

    biometric_registration_id: str
    verified: bool


@attrs.define(kw_only=True)
class Password:
    """That a user has a password.

    Attributes:
        requires_reset: Whether the next login with it is refused as ``reset_password``.

    """

    __schema__ = "api_user_v1_Password"

    password_id: str
    requires_reset: bool


@attrs.define(kw_only=True)
class User:
    """A user: who they are and every way in which they may log in.

    Attributes:
        status: ``pending`` until the first login where the user was created so, else ``active``.
        password: ``None`` for a user without one.
        external_id: The app's own id; any call takes it in place of ``user_id``.
        is_locked: Whether too many failed logins in a row keep the user out until ``lock_expires_at``.
        roles: The ids of the user's roles.

    """

    __schema__ = "api_user_v1_User"

    user_id: str
    emails: list[Email]
    status: str
    phone_numbers: list[PhoneNumber]
    webauthn_registrations: list[WebAuthnRegistration]
    providers: list[OAuthProvider]
    totps: list[TOTP]
    crypto_wallets: list[CryptoWallet]
    biometric_registrations: list[BiometricRegistration]
    is_locked: bool
    roles: list[str]
    name: Name | None = None
    created_at: dt.datetime | None = None
    password: Password | None = None
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    external_id: str | None = None
    lock_created_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None
