"""TODO"""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Authorization, AuthorizationVerdict

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthorizationCheck",
    "GetRequest",
    "GetResponse",
    "MemberOptions",
    "MemberSession",
    "MfaRequired",
    "PrimaryRequired",
    "RevokeRequest",
    "RevokeResponse",
]


@attrs.define(kw_only=True)
class MemberSession:
    """TODO"""

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
    """TODO"""

    __schema__ = "api_b2b_session_v1_PrimaryRequired"

    allowed_auth_methods: list[str]


@attrs.define(kw_only=True)
class AuthorizationCheck:
    """TODO"""

    __schema__ = "api_b2b_session_v1_AuthorizationCheck"

    organization_id: str
    resource_id: str
    action: str


@attrs.define(kw_only=True)
class MemberOptions:
    """TODO"""

    __schema__ = "api_b2b_mfa_v1_MemberOptions"

    mfa_phone_number: str
    totp_registration_id: str


@attrs.define(kw_only=True)
class MfaRequired:
    """TODO"""

    __schema__ = "api_b2b_mfa_v1_MfaRequired"

    member_options: MemberOptions | None = None
    secondary_auth_initiated: str | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /v1/b2b/sessions <TODO>`_
    """

    organization_id: str
    member_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_GetResponse"

    request_id: str
    member_sessions: list[MemberSession]
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/sessions/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_session_v1_AuthenticateRequest"

    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    authorization_check: AuthorizationCheck | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

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
    """TODO

    Source: `POST /v1/b2b/sessions/revoke <TODO>`_
    """

    __schema__ = "api_b2b_session_v1_RevokeRequest"

    member_session_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    member_id: str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class RevokeResponse:
    """TODO"""

    __schema__ = "api_b2b_session_v1_RevokeResponse"

    request_id: str
    status_code: int
