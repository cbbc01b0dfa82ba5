"""Users of the Consumer API."""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.markers import ExternalID, Metadata, PageLimit
from stytch_async.schemas.shared import Attributes, SearchOperator

__all__ = [
    "BiometricRegistration",
    "ConnectedAppsRequest",
    "ConnectedAppsResponse",
    "CreateRequest",
    "CreateResponse",
    "CryptoWallet",
    "DeleteBiometricRegistrationRequest",
    "DeleteBiometricRegistrationResponse",
    "DeleteCryptoWalletRequest",
    "DeleteCryptoWalletResponse",
    "DeleteEmailRequest",
    "DeleteEmailResponse",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteOAuthRegistrationRequest",
    "DeleteOAuthRegistrationResponse",
    "DeletePasswordRequest",
    "DeletePasswordResponse",
    "DeletePhoneNumberRequest",
    "DeletePhoneNumberResponse",
    "DeleteRequest",
    "DeleteResponse",
    "DeleteTOTPRequest",
    "DeleteTOTPResponse",
    "DeleteWebAuthnRegistrationRequest",
    "DeleteWebAuthnRegistrationResponse",
    "Email",
    "ExchangePrimaryFactorRequest",
    "ExchangePrimaryFactorResponse",
    "GetRequest",
    "GetResponse",
    "Name",
    "OAuthProvider",
    "Password",
    "PhoneNumber",
    "ResultsMetadata",
    "RevokeRequest",
    "RevokeResponse",
    "SearchRequest",
    "SearchResponse",
    "SearchUsersQuery",
    "TOTP",
    "UpdateRequest",
    "UpdateResponse",
    "User",
    "UserConnectedApp",
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


@attrs.define(kw_only=True)
class SearchUsersQuery:
    """The filters of a search.

    Attributes:
        operands: Each a map of ``filter_name`` and ``filter_value``, such as ``{"filter_name": "email_address",
            "filter_value": ["ada@example.com"]}``. An empty list filters nothing.

    """

    __schema__ = "api_user_v1_SearchUsersQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


@attrs.define(kw_only=True)
class ResultsMetadata:
    """Where a search stands.

    Attributes:
        total: How many results there are on all pages; -1 where the workspace does not count.
        next_cursor: The ``cursor`` of the next page, or ``None`` after the last.

    """

    __schema__ = "api_user_v1_ResultsMetadata"

    total: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a user.

    Args:
        email: Given this, ``phone_number``, or both. It starts unverified.
        phone_number: In E.164 form. It starts unverified.
        create_user_as_pending: Keep the user ``pending`` until the first login; by default the user is ``active`` at
            once.
        external_id: The app's own id, unique in the project; any call takes it in place of ``user_id``.
        roles: Ids of roles to assign.

    Raises:
        BadRequestError: ``invalid_create_user_request`` (neither address nor number), ``duplicate_email``,
            ``duplicate_phone_number``, ``duplicate_user_external_id``, ``invalid_email``, ``invalid_phone_number``.

    Source: `POST /v1/users <https://stytch.com/docs/api-reference/consumer/api/users/create-user>`_
    """

    __schema__ = "api_user_v1_CreateRequest"

    email: str | None = None
    name: Name | None = None
    attributes: Attributes | None = None
    phone_number: str | None = None
    create_user_as_pending: bool | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    external_id: ExternalID | None = None
    roles: list[str] | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new user.

    Attributes:
        email_id: Empty for a user without an address.
        phone_id: Empty for a user without a number.

    """

    __schema__ = "api_user_v1_CreateResponse"

    request_id: str
    user_id: str
    email_id: str
    status: str
    phone_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look a user up.

    Args:
        user_id: Or the user's external id.

    Raises:
        NotFoundError: ``user_not_found``.

    Source: `GET /v1/users/{user_id} <https://stytch.com/docs/api-reference/consumer/api/users/get-user>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The user; the fields mean what they do in `User`."""

    __schema__ = "api_user_v1_GetResponse"

    request_id: str
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
    status_code: int
    name: Name | None = None
    created_at: dt.datetime | None = None
    password: Password | None = None
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    external_id: str | None = None
    lock_created_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class UpdateRequest:
    """Change what is stored of a user.

    Addresses and numbers are not added here: pass the ``user_id`` to the ``send`` endpoint of the product that uses
    them.

    Args:
        user_id: Or the user's external id.
        roles: Ids of roles to assign.

    Raises:
        BadRequestError: ``duplicate_user_external_id``, ``metadata_too_large``, ``metadata_too_many_keys``,
            ``invalid_rbac_role_id``.
        NotFoundError: ``user_not_found``.

    Source: `PUT /v1/users/{user_id} <https://stytch.com/docs/api-reference/consumer/api/users/update-user>`_
    """

    __schema__ = "api_user_v1_UpdateRequest"

    user_id: str
    name: Name | None = None
    attributes: Attributes | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    external_id: ExternalID | None = None
    roles: list[str] | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The user after the change."""

    __schema__ = "api_user_v1_UpdateResponse"

    request_id: str
    user_id: str
    emails: list[Email]
    phone_numbers: list[PhoneNumber]
    crypto_wallets: list[CryptoWallet]
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a user, with every way to log in; there is no way back.

    Args:
        user_id: Or the user's external id.

    Raises:
        NotFoundError: ``user_not_found``, also the second time.

    Source: `DELETE /v1/users/{user_id} <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """Which user is gone."""

    __schema__ = "api_user_v1_DeleteResponse"

    request_id: str
    user_id: str
    status_code: int


@attrs.define(kw_only=True)
class SearchRequest:
    """Find users, a page at a time.

    Made for administration rather than for logins: an answer can take seconds, and 150 searches a minute are allowed.

    Args:
        cursor: ``next_cursor`` of the page before.
        limit: Results on a page, at most 1000; 100 by default.
        query: The filters; without any, all users are found.

    Raises:
        BadRequestError: ``user_search_filter_name_not_recognized``, ``user_search_invalid_cursor``,
            ``user_search_email_address_fuzzy_too_short`` and its like (a fuzzy filter needs 3 characters).
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/users/search <https://stytch.com/docs/api-reference/consumer/api/users/search-users>`_
    """

    __schema__ = "api_user_v1_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchUsersQuery | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """One page of a search."""

    __schema__ = "api_user_v1_SearchResponse"

    request_id: str
    results: list[User]
    results_metadata: ResultsMetadata
    status_code: int


@attrs.define(kw_only=True)
class UserConnectedApp:
    """TODO"""

    __schema__ = "api_user_v1_UserConnectedApp"

    connected_app_id: str
    name: str
    description: str
    client_type: str
    scopes_granted: str
    logo_url: str | None = None


@attrs.define(kw_only=True)
class ExchangePrimaryFactorRequest:
    """TODO

    Source: `PUT /v1/users/{user_id}/exchange_primary_factor <TODO>`_
    """

    __schema__ = "api_user_v1_ExchangePrimaryFactorRequest"

    user_id: str
    email_address: str | None = None
    phone_number: str | None = None


@attrs.define(kw_only=True)
class ExchangePrimaryFactorResponse:
    """TODO"""

    __schema__ = "api_user_v1_ExchangePrimaryFactorResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteEmailRequest:
    """TODO

    Source: `DELETE /v1/users/emails/{email_id} <TODO>`_
    """

    email_id: str


@attrs.define(kw_only=True)
class DeleteEmailResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteEmailResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeletePhoneNumberRequest:
    """TODO

    Source: `DELETE /v1/users/phone_numbers/{phone_id} <TODO>`_
    """

    phone_id: str


@attrs.define(kw_only=True)
class DeletePhoneNumberResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeletePhoneNumberResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteWebAuthnRegistrationRequest:
    """TODO

    Source: `DELETE /v1/users/webauthn_registrations/{webauthn_registration_id} <TODO>`_
    """

    webauthn_registration_id: str


@attrs.define(kw_only=True)
class DeleteWebAuthnRegistrationResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteWebAuthnRegistrationResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteBiometricRegistrationRequest:
    """TODO

    Source: `DELETE /v1/users/biometric_registrations/{biometric_registration_id} <TODO>`_
    """

    biometric_registration_id: str


@attrs.define(kw_only=True)
class DeleteBiometricRegistrationResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteBiometricRegistrationResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteTOTPRequest:
    """TODO

    Source: `DELETE /v1/users/totps/{totp_id} <TODO>`_
    """

    totp_id: str


@attrs.define(kw_only=True)
class DeleteTOTPResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteTOTPResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteCryptoWalletRequest:
    """TODO

    Source: `DELETE /v1/users/crypto_wallets/{crypto_wallet_id} <TODO>`_
    """

    crypto_wallet_id: str


@attrs.define(kw_only=True)
class DeleteCryptoWalletResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteCryptoWalletResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeletePasswordRequest:
    """TODO

    Source: `DELETE /v1/users/passwords/{password_id} <TODO>`_
    """

    password_id: str


@attrs.define(kw_only=True)
class DeletePasswordResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeletePasswordResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteOAuthRegistrationRequest:
    """TODO

    Source: `DELETE /v1/users/oauth/{oauth_user_registration_id} <TODO>`_
    """

    oauth_user_registration_id: str


@attrs.define(kw_only=True)
class DeleteOAuthRegistrationResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteOAuthRegistrationResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class DeleteExternalIdRequest:
    """TODO

    Source: `DELETE /v1/users/{user_id}/external_id <TODO>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class DeleteExternalIdResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteExternalIdResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int


@attrs.define(kw_only=True)
class ConnectedAppsRequest:
    """TODO

    Source: `GET /v1/users/{user_id}/connected_apps <TODO>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class ConnectedAppsResponse:
    """TODO"""

    __schema__ = "api_user_v1_ConnectedAppsResponse"

    request_id: str
    connected_apps: list[UserConnectedApp]
    status_code: int


@attrs.define(kw_only=True)
class RevokeRequest:
    """TODO

    Source: `POST /v1/users/{user_id}/connected_apps/{connected_app_id}/revoke <TODO>`_
    """

    __schema__ = "api_user_v1_RevokeRequest"

    user_id: str
    connected_app_id: str


@attrs.define(kw_only=True)
class RevokeResponse:
    """TODO"""

    __schema__ = "api_user_v1_RevokeResponse"

    request_id: str
    status_code: int
