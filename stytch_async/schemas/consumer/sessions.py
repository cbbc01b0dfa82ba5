"""Sessions of the Consumer API."""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Attributes, AuthorizationVerdict, DeviceInfo

__all__ = [
    "JWK",
    "AttestRequest",
    "AttestResponse",
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthorizationCheck",
    "ExchangeAccessTokenRequest",
    "ExchangeAccessTokenResponse",
    "GetJWKSRequest",
    "GetJWKSResponse",
    "GetRequest",
    "GetResponse",
    "MigrateRequest",
    "MigrateResponse",
    "RevokeRequest",
    "RevokeResponse",
    "Session",
]


@attrs.define(kw_only=True)
class Session:
    """A user's session.

    Attributes:
        authentication_factors: What the user has proven in it.
        roles: Ids of the roles that count in it.
        last_accessed_at: When it was last authenticated with Stytch.
        attributes: What was given when it started.

    """

    __schema__ = "api_session_v1_Session"

    session_id: str
    user_id: str
    authentication_factors: list[AuthenticationFactor]
    roles: list[str]
    started_at: dt.datetime | None = None
    last_accessed_at: dt.datetime | None = None
    expires_at: dt.datetime | None = None
    attributes: Attributes | None = None
    custom_claims: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class JWK:
    """A public key that session JWTs are signed with (RFC 7517).

    Attributes:
        kid: Names the key in the header of a JWT.
        x5tS256: Spelt so by the API, where the RFC has ``x5t#S256``.

    """

    __schema__ = "api_session_v1_JWK"

    kty: str
    use: str
    key_ops: list[str]
    alg: str
    kid: str
    x5c: list[str]
    x5tS256: str  # noqa: N815 - as the API spells it
    n: str
    e: str


@attrs.define(kw_only=True)
class AuthorizationCheck:
    """A question to ask of a session: may it do this?

    Attributes:
        resource_id: A resource of the project's RBAC policy.
        action: One of its actions.

    """

    __schema__ = "api_session_v1_AuthorizationCheck"

    resource_id: str
    action: str


@attrs.define(kw_only=True)
class GetRequest:
    """List a user's active sessions.

    Args:
        user_id: Or the user's external id.

    Raises:
        NotFoundError: ``user_not_found``.

    Source: `GET /v1/sessions <https://stytch.com/docs/api-reference/consumer/api/sessions/get-sessions>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """The active sessions."""

    __schema__ = "api_session_v1_GetResponse"

    request_id: str
    sessions: list[Session]
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Check a session, and read it.

    Give one of ``session_token`` and ``session_jwt``. A JWT past its five minutes will do as long as its session lives;
    the answer brings a new one.

    Args:
        session_duration_minutes: Make the session last this long from now on, 5 to 527040 minutes; without it the end
            stays as it was.
        authorization_check: Refuse the session unless one of its roles permits this.

    Raises:
        NotFoundError: ``session_not_found`` (unknown, expired or revoked).
        BadRequestError: ``invalid_session_token``, ``unable_to_parse_session_jwt``, ``no_session_arguments``,
            ``too_many_session_arguments``, ``session_not_mutable`` (an impersonated session cannot be extended).
        PermissionDeniedError: ``consumer_session_authorization_error``.

    Source: `POST /v1/sessions/authenticate
    <https://stytch.com/docs/api-reference/consumer/api/sessions/authenticate-session>`_
    """

    __schema__ = "api_session_v1_AuthenticateRequest"

    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    authorization_check: AuthorizationCheck | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The session and its user.

    Attributes:
        session_jwt: Freshly signed, good for five minutes.
        verdict: Set where an ``authorization_check`` was asked for.

    """

    __schema__ = "api_session_v1_AuthenticateResponse"

    request_id: str
    session: Session
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    verdict: AuthorizationVerdict | None = None


@attrs.define(kw_only=True)
class RevokeRequest:
    """End a session; its token and JWTs stop working with Stytch at once.

    A JWT that was issued before still passes a local check until its five minutes are over. Give one of the three.

    Raises:
        BadRequestError: ``no_session_revoke_arguments``, ``too_many_session_revoke_arguments``, ``invalid_session_id``.
        NotFoundError: ``session_not_found``.

    Source: `POST /v1/sessions/revoke <https://stytch.com/docs/api-reference/consumer/api/sessions/revoke-session>`_
    """

    __schema__ = "api_session_v1_RevokeRequest"

    session_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class RevokeResponse:
    """The session is over."""

    __schema__ = "api_session_v1_RevokeResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class MigrateRequest:
    """Start a session for someone who is logged in with another system.

    Stytch asks that system's UserInfo endpoint, which the project's settings name, whose token it is. The email address
    in the answer must be that of a user. A session starts when ``session_duration_minutes`` is given.

    Args:
        session_token: The other system's token, and not one of Stytch's.

    Raises:
        BadRequestError: ``migrate_from_external_email_does_not_exist`` (no user has the address),
            ``migrate_from_external_missing_userinfo`` (the answer has no address),
            ``migrate_from_external_unexpected_response``.

    Source: `POST /v1/sessions/migrate <https://stytch.com/docs/api-reference/consumer/api/sessions/migrate-session>`_
    """

    __schema__ = "api_session_v1_MigrateRequest"

    session_token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class MigrateResponse:
    """The user and, where it was asked for, the session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.
        session: ``None`` where no session was asked for.

    """

    __schema__ = "api_session_v1_MigrateResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class ExchangeAccessTokenRequest:
    """Turn a Connected App's access token into a session of its user.

    A token will do only once, within 5 minutes of its issue, and if the scope ``full_access`` was granted, which only
    first-party apps can have. A session starts when ``session_duration_minutes`` is given.

    Raises:
        AuthenticationError: ``idp_access_token_expired``, ``connected_app_consent_revoked``.
        BadRequestError: ``oauth_access_token_exchange_missing_full_access``,
            ``oauth_access_token_exchange_token_too_old``, ``oauth_access_token_exchange_token_invalid_grant``.
        NotFoundError: ``idp_access_token_not_found`` (unknown, or spent), ``idp_access_token_could_not_be_exchanged``.

    Source: `POST /v1/sessions/exchange_access_token
    <https://stytch.com/docs/api-reference/consumer/api/sessions/exchange-access-token>`_
    """

    __schema__ = "api_session_v1_ExchangeAccessTokenRequest"

    access_token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExchangeAccessTokenResponse:
    """The user and, where it was asked for, the session; the fields mean what they do in `MigrateResponse`."""

    __schema__ = "api_session_v1_ExchangeAccessTokenResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class GetJWKSRequest:
    """Get the public keys that session JWTs are checked with.

    Keys change about twice a year. For a month the old and the new one are both served: pick by ``kid``.

    Args:
        project_id: The project that issued the JWTs.

    Raises:
        NotFoundError: ``project_not_found``.
        BadRequestError: ``invalid_project_id``.

    Source: `GET /v1/sessions/jwks/{project_id} <https://stytch.com/docs/api-reference/consumer/api/sessions/get-jwks>`_
    """

    project_id: str


@attrs.define(kw_only=True)
class GetJWKSResponse:
    """The key set."""

    __schema__ = "api_session_v1_GetJWKSResponse"

    keys: list[JWK]
    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class AttestRequest:
    """Log in with a token that a trusted identity provider has issued.

    Whose tokens are trusted, and how they are checked, stands in a Trusted Auth Token profile of the project. A session
    starts when ``session_duration_minutes`` is given.

    Args:
        profile_id: The profile of the provider.
        token: The provider's token.

    Raises:
        BadRequestError: ``invalid_trusted_auth_token`` (not signed by a key of the profile, or expired),
            ``jwt_invalid_issuer``, ``jwt_invalid_audience``, ``jwt_invalid_claims``,
            ``trusted_token_profile_incorrect_external_id_mapping``, ``too_many_session_arguments``.
        NotFoundError: ``trusted_token_profile_not_found``, ``user_not_found``.

    Source: `POST /v1/sessions/attest <https://stytch.com/docs/api-reference/consumer/api/sessions/attest-session>`_
    """

    __schema__ = "api_session_v1_AttestRequest"

    profile_id: str
    token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AttestResponse:
    """The user and, where it was asked for, the session; the fields mean what they do in `MigrateResponse`."""

    __schema__ = "api_session_v1_AttestResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
