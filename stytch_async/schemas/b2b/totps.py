"""Authenticator apps (TOTP) of the B2B API."""

from typing import Annotated

import attrs

from stytch_async.schemas.b2b.members import Member, MFAEnrollment
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.markers import Between, CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "MigrateRequest",
    "MigrateResponse",
]


@attrs.define(kw_only=True)
class CreateRequest:
    """Register an authenticator app for a member.

    Show the member the ``qr_code`` or the ``secret``, and the recovery codes. The registration counts once a code of
    the app has been authenticated.

    A member who has a second factor already must have given it in the ``intermediate_session_token``, ``session_token``
    or ``session_jwt``. Without one none of the three is needed; one that is given has to be the member's.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        expiration_minutes: How long the first code may take, 5 to 1440 minutes (one day); 60 by default.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``, ``intermediate_session_not_found``,
            ``session_not_found``.
        BadRequestError: ``active_totp_exists``, ``pending_totp_exists``, ``action_available_only_for_active_members``,
            ``action_available_only_once_primary_authentication_is_met``,
            ``session_enforced_factor_matching_session_required`` (the second factor that the member has was not given),
            ``too_many_session_arguments``, ``member_session_member_id_mismatch``,
            ``operation_restricted_by_organization_mfa_methods``.

    Source: `POST /v1/b2b/totp <https://stytch.com/docs/api-reference/b2b/api/mfa/totp/create-totp>`_
    """

    __schema__ = "api_b2b_totp_v1_CreateRequest"

    organization_id: str
    member_id: str
    expiration_minutes: Annotated[int, Between(5, 1440)] | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class CreateResponse:
    """What the member's app needs.

    Attributes:
        secret: 32 characters of base32, to type in.
        qr_code: A PNG image in base64, to scan; it holds the secret.
        recovery_codes: Ten codes, each good once in place of the app's.

    """

    __schema__ = "api_b2b_totp_v1_CreateResponse"

    request_id: str
    member_id: str
    totp_registration_id: str
    secret: str = attrs.field(repr=False)
    qr_code: str = attrs.field(repr=False)
    recovery_codes: list[str] = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Complete a login, or strengthen a session, with a code of an authenticator app.

    The first code that is right completes the app's registration. Give exactly one of ``intermediate_session_token``,
    ``session_token`` and ``session_jwt``. The session lasts 60 minutes from now unless ``session_duration_minutes``
    says otherwise.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        code: Six digits. The app's clock may be 30 seconds off.
        intermediate_session_token: A login that lacks a second factor; it is spent.
        set_mfa_enrollment: ``enroll`` or ``unenroll``: whether later logins shall need a second factor. Where
            ``mfa_policy`` is ``REQUIRED_FOR_ALL``, the member is enrolled whatever this says.
        set_default_mfa: Make the app the member's default second factor; the first one that a member completes becomes
            that anyway.

    Raises:
        AuthenticationError: ``unable_to_authenticate_totp`` (a wrong code).
        NotFoundError: ``totp_not_found``, ``member_not_found``, ``intermediate_session_not_found``,
            ``session_not_found``.
        BadRequestError: ``invalid_totp_code`` (not six digits), ``totp_code_already_authenticated``, ``expired_totp``,
            ``recovery_code_used_as_totp_code``, ``no_session_arguments``, ``too_many_session_arguments``,
            ``action_available_only_for_active_members``, ``action_available_only_once_primary_authentication_is_met``,
            ``member_session_member_id_mismatch``, ``operation_restricted_by_organization_mfa_methods``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/totp/authenticate <https://stytch.com/docs/api-reference/b2b/api/mfa/totp/authenticate-totp>`_
    """

    __schema__ = "api_b2b_totp_v1_AuthenticateRequest"

    organization_id: str
    member_id: str
    code: str = attrs.field(repr=False)
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    set_mfa_enrollment: MFAEnrollment | str | None = None
    set_default_mfa: bool | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The member, the organization and the session."""

    __schema__ = "api_b2b_totp_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class MigrateRequest:
    """Bring a member's authenticator app over from another system.

    The app goes on working.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        secret: What the app and the other system share.
        recovery_codes: Those of the other system; new ones are made for an empty list.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``.
        BadRequestError: ``active_totp_exists``, ``recovery_codes_already_exist`` (those of an app that waits for its
            first code), ``action_available_only_for_active_members``.

    Source: `POST /v1/b2b/totp/migrate <https://stytch.com/docs/api-reference/b2b/api/mfa/totp/migrate-totp>`_
    """

    __schema__ = "api_b2b_totp_v1_MigrateRequest"

    organization_id: str
    member_id: str
    secret: str = attrs.field(repr=False)
    recovery_codes: list[str] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class MigrateResponse:
    """The registration and its recovery codes."""

    __schema__ = "api_b2b_totp_v1_MigrateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    totp_registration_id: str
    recovery_codes: list[str] = attrs.field(repr=False)
    status_code: int
