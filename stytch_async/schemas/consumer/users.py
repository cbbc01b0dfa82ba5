"""TODO"""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.markers import ExternalID, Metadata, PageLimit
from stytch_async.schemas.shared import Attributes, SearchOperator

__all__ = [
    "TOTP",
    "BiometricRegistration",
    "CreateRequest",
    "CreateResponse",
    "CryptoWallet",
    "DeleteRequest",
    "DeleteResponse",
    "Email",
    "GetRequest",
    "GetResponse",
    "Name",
    "OAuthProvider",
    "Password",
    "PhoneNumber",
    "ResultsMetadata",
    "SearchRequest",
    "SearchResponse",
    "SearchUsersQuery",
    "UpdateRequest",
    "UpdateResponse",
    "User",
    "WebAuthnRegistration",
]


@attrs.define(kw_only=True)
class Name:
    """TODO"""

    __schema__ = "api_user_v1_Name"

    first_name: str | None = None
    middle_name: str | None = None
    last_name: str | None = None


@attrs.define(kw_only=True)
class Email:
    """TODO"""

    __schema__ = "api_user_v1_Email"

    email_id: str
    email: str
    verified: bool


@attrs.define(kw_only=True)
class PhoneNumber:
    """TODO"""

    __schema__ = "api_user_v1_PhoneNumber"

    phone_id: str
    phone_number: str
    verified: bool


@attrs.define(kw_only=True)
class WebAuthnRegistration:
    """TODO"""

    __schema__ = "api_user_v1_WebAuthnRegistration"

    webauthn_registration_id: str
    domain: str
    user_agent: str
    verified: bool
    authenticator_type: str
    name: str


@attrs.define(kw_only=True)
class OAuthProvider:
    """TODO"""

    __schema__ = "api_user_v1_OAuthProvider"

    provider_type: str
    provider_subject: str
    profile_picture_url: str
    locale: str
    oauth_user_registration_id: str


@attrs.define(kw_only=True)
class TOTP:
    """TODO"""

    __schema__ = "api_user_v1_TOTP"

    totp_id: str
    verified: bool


@attrs.define(kw_only=True)
class CryptoWallet:
    """TODO"""

    __schema__ = "api_user_v1_CryptoWallet"

    crypto_wallet_id: str
    crypto_wallet_address: str
    crypto_wallet_type: str
    verified: bool


@attrs.define(kw_only=True)
class BiometricRegistration:
    """TODO"""

    __schema__ = "api_user_v1_BiometricRegistration"

    biometric_registration_id: str
    verified: bool


@attrs.define(kw_only=True)
class Password:
    """TODO"""

    __schema__ = "api_user_v1_Password"

    password_id: str
    requires_reset: bool


@attrs.define(kw_only=True)
class User:
    """TODO"""

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
    password: Password | None = attrs.field(default=None, repr=False)
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    external_id: str | None = None
    lock_created_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class SearchUsersQuery:
    """TODO"""

    __schema__ = "api_user_v1_SearchUsersQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


@attrs.define(kw_only=True)
class ResultsMetadata:
    """TODO"""

    __schema__ = "api_user_v1_ResultsMetadata"

    total: int
    next_cursor: str | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/users <TODO>`_
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
    """TODO"""

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
    """TODO

    Source: `GET /v1/users/{user_id} <TODO>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

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
    password: Password | None = attrs.field(default=None, repr=False)
    trusted_metadata: dict[str, Any] | None = None
    untrusted_metadata: dict[str, Any] | None = None
    external_id: str | None = None
    lock_created_at: dt.datetime | None = None
    lock_expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /v1/users/{user_id} <TODO>`_
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
    """TODO"""

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
    """TODO

    Source: `DELETE /v1/users/{user_id} <TODO>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "api_user_v1_DeleteResponse"

    request_id: str
    user_id: str
    status_code: int


@attrs.define(kw_only=True)
class SearchRequest:
    """TODO

    Source: `POST /v1/users/search <TODO>`_
    """

    __schema__ = "api_user_v1_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchUsersQuery | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """TODO"""

    __schema__ = "api_user_v1_SearchResponse"

    request_id: str
    results: list[User]
    results_metadata: ResultsMetadata
    status_code: int
