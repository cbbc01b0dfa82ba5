"""Passwords reset with the present one."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, Locale

__all__ = ["ExistingPasswordResetRequest", "ExistingPasswordResetResponse"]


@attrs.define(kw_only=True)
class ExistingPasswordResetRequest:
    """Set a new password by giving the present one.

    Every session of the member ends. Then the member is logged in, as ``authenticate`` does it: with a session of 60
    minutes by default, or with an intermediate one where a second factor is needed.

    Args:
        new_password: The project's strength policy applies.
        organization_id: Or its slug or external id.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.

    Raises:
        BadRequestError: ``password_does_not_match`` (wrong present password), ``weak_password``, ``breached_password``,
            ``cannot_reset_password_with_existing_password``, ``member_reset_password``,
            ``operation_restricted_by_organization_auth_methods``.
        NotFoundError: ``member_not_found``, ``member_password_not_found``, ``organization_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/passwords/existing_password/reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/password-reset-by-existing-password>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_existing_password_ResetRequest"

    email_address: str
    existing_password: str = attrs.field(repr=False)
    new_password: str = attrs.field(repr=False)
    organization_id: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExistingPasswordResetResponse:
    """A login, complete or not; the fields mean what they do in `AuthenticateResponse`."""

    __schema__ = "api_b2b_password_v1_b2b_passwords_existing_password_ResetResponse"

    request_id: str
    member_id: str
    member: Member
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    organization: Organization
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None
