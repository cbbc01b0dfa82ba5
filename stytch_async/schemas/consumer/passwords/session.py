"""Passwords reset with a fresh session."""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "SessionResetRequest",
    "SessionResetResponse",
]


@attrs.define(kw_only=True)
class SessionResetRequest:
    """Set a new password with a session that began a moment ago.

    One of ``session_token`` and ``session_jwt`` is needed. In that session a password, an email magic link or an email
    code must have been proven within the last 5 minutes. The user's other sessions end; this one goes on.

    Args:
        password: The new password; the project's strength policy applies.

    Raises:
        BadRequestError: ``session_too_old_to_reset_password``, ``weak_password``, ``breached_password``,
            ``no_session_arguments``, ``too_many_session_arguments``.
        NotFoundError: ``session_not_found``.

    Source: `POST /v1/passwords/session/reset
    <https://stytch.com/docs/api-reference/consumer/api/passwords/reset-options/password-reset-by-session>`_
    """

    __schema__ = "api_password_v1_passwords_session_ResetRequest"

    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class SessionResetResponse:
    """The user and the session that went on."""

    __schema__ = "api_password_v1_passwords_session_ResetResponse"

    request_id: str
    user_id: str
    user: User
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
