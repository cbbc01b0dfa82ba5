"""Passwords reset with the present one."""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "ExistingPasswordResetRequest",
    "ExistingPasswordResetResponse",
]


@attrs.define(kw_only=True)
class ExistingPasswordResetRequest:
    """Set a new password by giving the present one.

    Every session of the user ends. A new one starts when ``session_duration_minutes`` is given.

    Args:
        new_password: The project's strength policy applies.

    Raises:
        BadRequestError: ``password_does_not_match`` (wrong present password), ``weak_password``, ``breached_password``,
            ``cannot_reset_password_with_existing_password``, ``reset_password``, ``no_user_password``.
        NotFoundError: ``email_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/passwords/existing_password/reset
    <https://stytch.com/docs/api-reference/consumer/api/passwords/reset-options/password-reset-by-existing-password>`_
    """

    __schema__ = "api_password_v1_passwords_existing_password_ResetRequest"

    email: str
    existing_password: str = attrs.field(repr=False)
    new_password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExistingPasswordResetResponse:
    """The user and, where it was asked for, the new session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.

    """

    __schema__ = "api_password_v1_passwords_existing_password_ResetResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
