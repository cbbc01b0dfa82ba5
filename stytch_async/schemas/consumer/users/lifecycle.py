"""Users created, read, changed and deleted."""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.consumer.users.user import (
    TOTP,
    BiometricRegistration,
    CryptoWallet,
    Email,
    Name,
    OAuthProvider,
    Password,
    PhoneNumber,
    User,
    WebAuthnRegistration,
)
from stytch_async.schemas.markers import ExternalID, Metadata
from stytch_async.schemas.shared import Attributes

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DeleteExternalIdRequest",
    "DeleteExternalIdResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetRequest",
    "GetResponse",
    "UpdateRequest",
    "UpdateResponse",
]


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
            ``duplicate_phone_number``, ``duplicate_user_external_id``, ``invalid_email``, ``invalid_phone_number``,
            ``invalid_user_id`` (the external id).

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
class DeleteExternalIdRequest:
    """Take the app's own id from a user.

    Args:
        user_id: Or that external id.

    Raises:
        NotFoundError: ``user_not_found``.

    Source: `DELETE /v1/users/{user_id}/external_id
    <https://stytch.com/docs/api-reference/consumer/api/users/delete/delete-user-external-id>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class DeleteExternalIdResponse:
    """The user, without the id."""

    __schema__ = "api_user_v1_DeleteExternalIdResponse"

    request_id: str
    user_id: str
    user: User
    status_code: int
