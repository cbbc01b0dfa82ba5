"""Sessions listed, checked and ended, and the keys that sign their JWTs."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions.session import MemberSession
from stytch_async.schemas.consumer.sessions import JWK
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Authorization, AuthorizationVerdict

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthorizationCheck",
    "GetJWKSRequest",
    "GetJWKSResponse",
    "GetRequest",
    "GetResponse",
    "RevokeRequest",
    "RevokeResponse",
]


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
        BadRequestError: ``no_session_revoke_arguments``, ``too_many_session_revoke_arguments``, ``invalid_session_id``.
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
class GetJWKSRequest:
    """Get the public keys that session JWTs are checked with.

    Keys change about twice a year. For a month the old and the new one are both served: pick by ``kid``.

    Args:
        project_id: The project that issued the JWTs.

    Raises:
        NotFoundError: ``project_not_found``.
        BadRequestError: ``invalid_project_id``.

    Source: `GET /v1/b2b/sessions/jwks/{project_id} <https://stytch.com/docs/api-reference/b2b/api/sessions/get-jwks>`_
    """

    project_id: str


@attrs.define(kw_only=True)
class GetJWKSResponse:
    """The key set."""

    __schema__ = "api_b2b_session_v1_GetJWKSResponse"

    keys: list[JWK]
    request_id: str
    status_code: int
