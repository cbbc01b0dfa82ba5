"""Authenticator apps (TOTP) of the Consumer API."""

from typing import Annotated

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import Between, CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "TOTP",
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "RecoverRequest",
    "RecoverResponse",
    "RecoveryCodesRequest",
    "RecoveryCodesResponse",
]


@attrs.define(kw_only=True)
class TOTP:
    """An authenticator app, with what helps when it is lost.

    Attributes:
        verified: Whether a code of it has been accepted yet.
        recovery_codes: Those that are not used yet.

    """

    __schema__ = "api_totp_v1_TOTP"

    totp_id: str
    verified: bool
    recovery_codes: list[str] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class CreateRequest:
    """Set up an authenticator app for a user.

    The app reads the QR code or takes the secret; ``authenticate`` with its first code completes the setup. A user has
    at most one.

    Args:
        user_id: Of an active user; or the user's external id.
        expiration_minutes: How long the user has for the first code, 5 to 1440 minutes; 1440 (a day) by default.

    Raises:
        BadRequestError: ``active_totp_exists``, ``pending_totp_exists`` (one waits for its first code),
            ``invalid_user_id`` (also of a user who is not active).
        NotFoundError: ``user_not_found``.

    Source: `POST /v1/totps <https://stytch.com/docs/api-reference/consumer/api/totp/create>`_
    """

    __schema__ = "api_totp_v1_CreateRequest"

    user_id: str
    expiration_minutes: Annotated[int, Between(5, 1440)] | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """What the authenticator app and its owner need; the secret is shown only here.

    Attributes:
        secret: 32 characters of base32.
        qr_code: The secret as a picture: a base64 PNG.
        recovery_codes: Ten codes that each work once in place of the app.

    """

    __schema__ = "api_totp_v1_CreateResponse"

    request_id: str
    totp_id: str
    secret: str = attrs.field(repr=False)
    qr_code: str = attrs.field(repr=False)
    recovery_codes: list[str] = attrs.field(repr=False)
    user: User
    user_id: str
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log in with a code of an authenticator app.

    A code is good for its 30 seconds, those before and those after, and only once. The first one completes the setup. A
    session starts when ``session_duration_minutes`` is given.

    Args:
        user_id: Or the user's external id.
        totp_code: Six digits.

    Raises:
        AuthenticationError: ``unable_to_authenticate_totp`` (a wrong code).
        BadRequestError: ``invalid_totp_code``, ``totp_code_already_authenticated``, ``expired_totp`` (the setup took
            too long), ``recovery_code_used_as_totp_code``.
        NotFoundError: ``totps_not_found_for_user``, ``user_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/totps/authenticate <https://stytch.com/docs/api-reference/consumer/api/totp/authenticate>`_
    """

    __schema__ = "api_totp_v1_AuthenticateRequest"

    user_id: str
    totp_code: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The user and, where it was asked for, the session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.

    """

    __schema__ = "api_totp_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    totp_id: str
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class RecoveryCodesRequest:
    """List a user's authenticator apps with their unused recovery codes.

    Args:
        user_id: Or the user's external id.

    Raises:
        NotFoundError: ``totps_not_found_for_user``, ``user_not_found``.

    Source: `POST /v1/totps/recovery_codes
    <https://stytch.com/docs/api-reference/consumer/api/totp/get-recovery-codes>`_
    """

    __schema__ = "api_totp_v1_RecoveryCodesRequest"

    user_id: str


@attrs.define(kw_only=True)
class RecoveryCodesResponse:
    """The authenticator apps."""

    __schema__ = "api_totp_v1_RecoveryCodesResponse"

    request_id: str
    user_id: str
    totps: list[TOTP]
    status_code: int


@attrs.define(kw_only=True)
class RecoverRequest:
    """Log in with a recovery code in place of the authenticator app.

    The code is spent. A session starts when ``session_duration_minutes`` is given.

    Args:
        user_id: Or the user's external id.
        recovery_code: Such as ``ab1c-2def-gh3i``.

    Raises:
        AuthenticationError: ``unable_to_authenticate_recovery_code`` (wrong, or used before).
        BadRequestError: ``invalid_recovery_code``, ``totp_code_used_as_recovery_code``,
            ``no_active_recovery_code_backed_factor`` (the app waits for its first code).
        NotFoundError: ``totps_not_found_for_user``, ``recovery_codes_not_found`` (none is left), ``user_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/totps/recover <https://stytch.com/docs/api-reference/consumer/api/totp/recover>`_
    """

    __schema__ = "api_totp_v1_RecoverRequest"

    user_id: str
    recovery_code: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class RecoverResponse:
    """The user and, where it was asked for, the session.

    Attributes:
        totp_id: The authenticator app that the code stood in for.
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.

    """

    __schema__ = "api_totp_v1_RecoverResponse"

    request_id: str
    totp_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
