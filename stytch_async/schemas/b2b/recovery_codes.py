"""Recovery codes of the B2B API."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = ["GetRequest", "GetResponse", "RecoverRequest", "RecoverResponse", "RotateRequest", "RotateResponse"]


@attrs.define(kw_only=True)
class RecoverRequest:
    """Complete a login with a recovery code, in place of the authenticator app.

    The code is spent. Give exactly one of ``intermediate_session_token``, ``session_token`` and ``session_jwt``. The
    session lasts 60 minutes from now unless ``session_duration_minutes`` says otherwise.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        intermediate_session_token: A login that lacks a second factor; it is spent.

    Raises:
        AuthenticationError: ``unable_to_authenticate_recovery_code`` (wrong, or used before).
        NotFoundError: ``member_not_found``, ``recovery_codes_not_found``, ``intermediate_session_not_found``,
            ``session_not_found``.
        BadRequestError: ``no_active_recovery_code_backed_factor``, ``invalid_recovery_code``,
            ``totp_code_used_as_recovery_code``, ``no_session_arguments``, ``too_many_session_arguments``,
            ``action_available_only_for_active_members``, ``action_available_only_once_primary_authentication_is_met``,
            ``member_session_member_id_mismatch``, ``operation_restricted_by_organization_mfa_methods`` (apps are not
            allowed, nor what stands in for one).
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/recovery_codes/recover
    <https://stytch.com/docs/api-reference/b2b/api/mfa/recovery-codes/recover>`_
    """

    __schema__ = "api_b2b_recovery_codes_v1_RecoverRequest"

    organization_id: str
    member_id: str
    recovery_code: str = attrs.field(repr=False)
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class RecoverResponse:
    """The member, the organization and the session.

    Attributes:
        recovery_codes_remaining: How many codes the member has left.

    """

    __schema__ = "api_b2b_recovery_codes_v1_RecoverResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    recovery_codes_remaining: int
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """Get the recovery codes that a member has left.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``, ``recovery_codes_not_found``.

    Source: `GET /v1/b2b/recovery_codes/{organization_id}/{member_id}
    <https://stytch.com/docs/api-reference/b2b/api/mfa/recovery-codes/get-recovery-codes>`_
    """

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The recovery codes that are left."""

    __schema__ = "api_b2b_recovery_codes_v1_GetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    recovery_codes: list[str] = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class RotateRequest:
    """Give a member new recovery codes.

    All of the old ones stop working.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``.
        BadRequestError: ``no_active_recovery_code_backed_factor``.

    Source: `POST /v1/b2b/recovery_codes/rotate
    <https://stytch.com/docs/api-reference/b2b/api/mfa/recovery-codes/rotate-recovery-codes>`_
    """

    __schema__ = "api_b2b_recovery_codes_v1_RotateRequest"

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class RotateResponse:
    """The new recovery codes."""

    __schema__ = "api_b2b_recovery_codes_v1_RotateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    recovery_codes: list[str] = attrs.field(repr=False)
    status_code: int
