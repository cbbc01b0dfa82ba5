"""Sessions of the B2B API."""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.consumer.sessions import JWK
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Authorization, AuthorizationVerdict, DeviceInfo, SMSLocale

__all__ = [
    "AttestRequest",
    "AttestResponse",
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthorizationCheck",
    "ExchangeAccessTokenRequest",
    "ExchangeAccessTokenResponse",
    "ExchangeRequest",
    "ExchangeResponse",
    "GetJWKSRequest",
    "GetJWKSResponse",
    "GetRequest",
    "GetResponse",
    "MemberOptions",
    "MemberSession",
    "MfaRequired",
    "MigrateRequest",
    "MigrateResponse",
    "PrimaryRequired",
    "RevokeRequest",
    "RevokeResponse",
]


@attrs.define(kw_only=True)
class MemberSession:
    """A member's session, in one organization.

    Attributes:
        authentication_factors: What the member has proven in it.
        roles: Ids of the roles that count in it; those from SSO only beside a login through their connection.
        last_accessed_at: When it was last authenticated with Stytch.

    """

    __schema__ = "api_b2b_session_v1_MemberSession"

    member_session_id: str
    member_id: str
    started_at: dt.datetime
    last_accessed_at: dt.datetime
    expires_at: dt.datetime
    authentication_factors: list[AuthenticationFactor]
    organization_id: str
    roles: list[str]
    organization_slug: str
    custom_claims: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class PrimaryRequired:
    """What a member still has to log in with before anything else.

    Attributes:
        allowed_auth_methods: Any one of these will do. Pass the ``intermediate_session_token`` along.

    """

    __schema__ = "api_b2b_session_v1_PrimaryRequired"

    allowed_auth_methods: list[str]


@attrs.define(kw_only=True)
class AuthorizationCheck:
    """A question to ask of a session: may it do this, in this organization?

    Attributes:
        resource_id: A resource of the RBAC policy, such as ``stytch.member`` or one of the project's own.
        action: One of its actions.

    """

    __schema__ = "api_b2b_session_v1_AuthorizationCheck"

    organization_id: str
    resource_id: str
    action: str


@attrs.define(kw_only=True)
class MemberOptions:
    """What a member can give as a second factor.

    Attributes:
        mfa_phone_number: Empty where the member has none.
        totp_registration_id: Empty where the member has no authenticator app.

    """

    __schema__ = "api_b2b_mfa_v1_MemberOptions"

    mfa_phone_number: str
    totp_registration_id: str


@attrs.define(kw_only=True)
class MfaRequired:
    """That a second factor is missing, and how to give it.

    Attributes:
        member_options: ``None`` for a member who has yet to enrol.
        secondary_auth_initiated: ``sms_otp`` where a code is already on its way to the member's phone, else ``None``.

    """

    __schema__ = "api_b2b_mfa_v1_MfaRequired"

    member_options: MemberOptions | None = None
    secondary_auth_initiated: str | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """List a member's active sessions.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``.

    Source: `GET /v1/b2b/sessions <https://stytch.com/docs/api-reference/b2b/api/sessions/get-session>`_
    """

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The active sessions."""

    __schema__ = "api_b2b_session_v1_GetResponse"

    request_id: str
    member_sessions: list[MemberSession]
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Check a session, and read it.

    Give one of ``session_token`` and ``session_jwt``. A JWT past its five minutes will do as long as its session lives;
    the answer brings a new one.

    Args:
        session_duration_minutes: Make the session last this long from now on, 5 to 527040 minutes; without it the end
            stays as it was.
        authorization_check: Refuse the session unless it belongs to that organization and one of its roles permits
            this.

    Raises:
        NotFoundError: ``session_not_found`` (unknown, expired or revoked).
        BadRequestError: ``invalid_session_token``, ``unable_to_parse_session_jwt``, ``no_session_arguments``,
            ``too_many_session_arguments``, ``session_not_mutable`` (an impersonated session cannot be extended).
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error`` (another
            organization).

    Source: `POST /v1/b2b/sessions/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/sessions/authenticate-session>`_
    """

    __schema__ = "api_b2b_session_v1_AuthenticateRequest"

    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    authorization_check: AuthorizationCheck | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The session, its member and the organization.

    Attributes:
        session_jwt: Freshly signed, good for five minutes.
        verdict: Set where an ``authorization_check`` was asked for.

    """

    __schema__ = "api_b2b_session_v1_AuthenticateResponse"

    request_id: str
    member_session: MemberSession
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    verdict: AuthorizationVerdict | None = None


@attrs.define(kw_only=True)
class RevokeRequest:
    """End one session, or all of a member; tokens and JWTs stop working with Stytch at once.

    A JWT that was issued before still passes a local check until its five minutes are over. Give one of the first four.

    Args:
        member_id: End all sessions of this member.
        authorization: Make the call as this member, who needs the permission to revoke sessions.

    Raises:
        BadRequestError: ``no_session_revoke_arguments``, ``too_many_session_revoke_arguments``.
        NotFoundError: ``session_not_found``, ``member_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/sessions/revoke <https://stytch.com/docs/api-reference/b2b/api/sessions/revoke-session>`_
    """

    __schema__ = "api_b2b_session_v1_RevokeRequest"

    member_session_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    member_id: str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class RevokeResponse:
    """The sessions are over."""

    __schema__ = "api_b2b_session_v1_RevokeResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class ExchangeRequest:
    """TODO

    Source: `POST /v1/b2b/sessions/exchange <TODO>`_
    """

    __schema__ = "api_b2b_session_v1_ExchangeRequest"

    organization_id: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: SMSLocale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExchangeResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_ExchangeResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class ExchangeAccessTokenRequest:
    """TODO

    Source: `POST /v1/b2b/sessions/exchange_access_token <TODO>`_
    """

    __schema__ = "api_b2b_session_v1_ExchangeAccessTokenRequest"

    access_token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExchangeAccessTokenResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_ExchangeAccessTokenResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class AttestRequest:
    """TODO

    Source: `POST /v1/b2b/sessions/attest <TODO>`_
    """

    __schema__ = "api_b2b_session_v1_AttestRequest"

    profile_id: str
    token: str = attrs.field(repr=False)
    organization_id: str | None = None
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AttestResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_AttestResponse"

    request_id: str
    member_id: str
    member_session: MemberSession
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class MigrateRequest:
    """TODO

    Source: `POST /v1/b2b/sessions/migrate <TODO>`_
    """

    __schema__ = "api_b2b_session_v1_MigrateRequest"

    session_token: str = attrs.field(repr=False)
    organization_id: str
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None


@attrs.define(kw_only=True)
class MigrateResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_MigrateResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    member_session: MemberSession | None = None


@attrs.define(kw_only=True)
class GetJWKSRequest:
    """TODO

    Source: `GET /v1/b2b/sessions/jwks/{project_id} <TODO>`_
    """

    project_id: str


@attrs.define(kw_only=True)
class GetJWKSResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_GetJWKSResponse"

    keys: list[JWK]
    request_id: str
    status_code: int
