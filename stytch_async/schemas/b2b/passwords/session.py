"""Passwords reset with a fresh session."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, Locale

__all__ = ["SessionResetRequest", "SessionResetResponse"]


@attrs.define(kw_only=True)
class SessionResetRequest:
    """Set a new password with a session that began a moment ago.

    One of ``session_token`` and ``session_jwt`` is needed. In that session a factor, whichever it is, must have been
    proven within the last 5 minutes. The member's other sessions end; this one goes on.

    Args:
        organization_id: Or its slug or external id.
        password: The new password; the project's strength policy applies.

    Raises:
        BadRequestError: ``session_too_old_to_reset_password``, ``weak_password``, ``breached_password``,
            ``no_session_arguments``, ``too_many_session_arguments``,
            ``operation_restricted_by_organization_auth_methods``.
        NotFoundError: ``session_not_found``, ``organization_not_found``.

    Source: `POST /v1/b2b/passwords/session/reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/password-reset-by-session>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_session_ResetRequest"

    organization_id: str
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class SessionResetResponse:
    """A login, complete or not; the fields mean what they do in `AuthenticateResponse`."""

    __schema__ = "api_b2b_password_v1_b2b_passwords_session_ResetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    member_device: DeviceInfo | None = None
