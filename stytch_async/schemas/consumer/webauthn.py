"""Passkeys and other WebAuthn registrations of the Consumer API."""

from typing import Literal

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User, WebAuthnRegistration
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthenticateStartRequest",
    "AuthenticateStartResponse",
    "AuthenticatorType",
    "ListCredentialsRequest",
    "ListCredentialsResponse",
    "RegisterRequest",
    "RegisterResponse",
    "RegisterStartRequest",
    "RegisterStartResponse",
    "UpdateRequest",
    "UpdateResponse",
    "WebAuthnCredential",
]

AuthenticatorType = Literal["platform", "cross-platform"]
"""Where a passkey lives: in the device itself, or in one that is carried from device to device."""


@attrs.define(kw_only=True)
class WebAuthnCredential:
    """The public half of a registration.

    Attributes:
        type: ``public-key``.
        public_key: In base64.

    """

    __schema__ = "api_webauthn_v1_WebAuthnCredential"

    credential_id: str
    webauthn_registration_id: str
    type: str
    public_key: str


@attrs.define(kw_only=True)
class RegisterStartRequest:
    """Begin to register a passkey or security key for a user.

    The answer's options go to ``navigator.credentials.create()`` in the browser, and what that returns to ``register``.

    Args:
        user_id: Of an active user; or the user's external id.
        domain: The domain that the key is for: the page's ``window.location.hostname``.
        user_agent: Of the browser that the key is registered in.
        authenticator_type: ``platform`` (built into the device) or ``cross-platform`` (a separate key); either by
            default.
        return_passkey_credential_options: Ask for a passkey: a resident key, with user verification preferred.
        override_id: Stands in the options in place of the user's id.
        override_name: Stands in the options in place of the user's name.
        override_display_name: Stands in the options in place of the user's displayed name.
        use_base64_url_encoding: Write binary values in base64url rather than base64; the browser's own functions need
            it.

    Raises:
        BadRequestError: ``invalid_authenticator_type``, ``invalid_webauthn_registration_domain``,
            ``cannot_use_webauthn_with_pending_user``, ``too_many_user_registrations_for_domain``.
        NotFoundError: ``user_not_found``.

    Source: `POST /v1/webauthn/register/start
    <https://stytch.com/docs/api-reference/consumer/api/passkeys-webauthn/register/start>`_
    """

    __schema__ = "api_webauthn_v1_RegisterStartRequest"

    user_id: str
    domain: str
    user_agent: str | None = None
    authenticator_type: AuthenticatorType | str | None = None
    return_passkey_credential_options: bool | None = None
    override_id: str | None = None
    override_name: str | None = None
    override_display_name: str | None = None
    use_base64_url_encoding: bool | None = None


@attrs.define(kw_only=True)
class RegisterStartResponse:
    """What the browser needs.

    Attributes:
        public_key_credential_creation_options: JSON, as text.

    """

    __schema__ = "api_webauthn_v1_RegisterStartResponse"

    request_id: str
    user_id: str
    public_key_credential_creation_options: str
    status_code: int


@attrs.define(kw_only=True)
class RegisterRequest:
    """Complete the registration of a passkey or security key.

    A session starts when ``session_duration_minutes`` is given.

    Args:
        user_id: The user it was begun for; or the user's external id.
        public_key_credential: What ``navigator.credentials.create()`` returned, as JSON text.

    Raises:
        AuthenticationError: ``unable_to_register_webauthn_registration``.
        BadRequestError: ``no_pending_webauthn_registration``, ``duplicate_webauthn_registration``,
            ``too_many_user_registrations_for_domain``; ``invalid_public_key_credential`` or, where one of its members
            cannot be read, ``invalid_public_key_credential_*``.
        NotFoundError: ``user_not_found``.

    Source: `POST /v1/webauthn/register
    <https://stytch.com/docs/api-reference/consumer/api/passkeys-webauthn/register/register>`_
    """

    __schema__ = "api_webauthn_v1_RegisterRequest"

    user_id: str
    public_key_credential: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class RegisterResponse:
    """The new registration, the user and, where it was asked for, the session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.

    """

    __schema__ = "api_webauthn_v1_RegisterResponse"

    request_id: str
    user_id: str
    webauthn_registration_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class AuthenticateStartRequest:
    """Begin to log in with a passkey or security key.

    The answer's options go to ``navigator.credentials.get()`` in the browser, and what that returns to
    ``authenticate``.

    Args:
        domain: The domain that the key is for: the page's ``window.location.hostname``.
        user_id: Of an active user, or the user's external id; without it the passkey tells who its owner is.
        return_passkey_credential_options: Ask for a passkey, with user verification preferred.
        use_base64_url_encoding: Write binary values in base64url rather than base64; the browser's own functions need
            it.

    Raises:
        BadRequestError: ``no_active_webauthn_registrations``, ``invalid_webauthn_registration_domain``.
        NotFoundError: ``user_not_found``.

    Source: `POST /v1/webauthn/authenticate/start
    <https://stytch.com/docs/api-reference/consumer/api/passkeys-webauthn/authenticate/start>`_
    """

    __schema__ = "api_webauthn_v1_AuthenticateStartRequest"

    domain: str
    user_id: str | None = None
    return_passkey_credential_options: bool | None = None
    use_base64_url_encoding: bool | None = None


@attrs.define(kw_only=True)
class AuthenticateStartResponse:
    """What the browser needs.

    Attributes:
        user_id: Empty where none was given.
        public_key_credential_request_options: JSON, as text.

    """

    __schema__ = "api_webauthn_v1_AuthenticateStartResponse"

    request_id: str
    user_id: str
    public_key_credential_request_options: str
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Complete a login with a passkey or security key.

    A session starts when ``session_duration_minutes`` is given.

    Args:
        public_key_credential: What ``navigator.credentials.get()`` returned, as JSON text.

    Raises:
        AuthenticationError: ``unable_to_auth_webauthn_registration`` (the signature does not verify, the page is
            elsewhere, or the key counts backwards, as where there are two of it).
        BadRequestError: ``invalid_public_key_credential`` or, where one of its members cannot be read,
            ``invalid_public_key_credential_*``; ``invalid_webauthn_registration_domain`` (the key is for another one).
        NotFoundError: ``webauthn_registration_not_found``, also where the login was not begun or took too long.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/webauthn/authenticate
    <https://stytch.com/docs/api-reference/consumer/api/passkeys-webauthn/authenticate/authenticate>`_
    """

    __schema__ = "api_webauthn_v1_AuthenticateRequest"

    public_key_credential: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The user and, where it was asked for, the session.

    Attributes:
        webauthn_registration_id: The registration that was used.
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.

    """

    __schema__ = "api_webauthn_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    webauthn_registration_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class UpdateRequest:
    """Rename a passkey or security key.

    Raises:
        BadRequestError: ``empty_webauthn_registration_name``, ``invalid_webauthn_registration_id``.
        NotFoundError: ``webauthn_registration_not_found``.

    Source: `PUT /v1/webauthn/{webauthn_registration_id}
    <https://stytch.com/docs/api-reference/consumer/api/passkeys-webauthn/update>`_
    """

    __schema__ = "api_webauthn_v1_UpdateRequest"

    webauthn_registration_id: str
    name: str


@attrs.define(kw_only=True)
class UpdateResponse:
    """The registration after the change."""

    __schema__ = "api_webauthn_v1_UpdateResponse"

    request_id: str
    status_code: int
    webauthn_registration: WebAuthnRegistration | None = None


@attrs.define(kw_only=True)
class ListCredentialsRequest:
    """List the public keys that a user has registered for a domain.

    Args:
        domain: The domain that the keys are for.

    Raises:
        NotFoundError: ``webauthn_registration_not_found``, ``user_not_found``.

    Source: `GET /v1/webauthn/credentials/{user_id}/{domain}
    <https://stytch.com/docs/api-reference/consumer/api/passkeys-webauthn/list-webauthn-credentials>`_
    """

    user_id: str
    domain: str


@attrs.define(kw_only=True)
class ListCredentialsResponse:
    """The public keys."""

    __schema__ = "api_webauthn_v1_ListCredentialsResponse"

    credentials: list[WebAuthnCredential]
    request_id: str
    status_code: int
