"""TODO"""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.factors import AuthenticationFactor
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Attributes, AuthorizationVerdict

__all__ = [
    "JWK",
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthorizationCheck",
    "GetJWKSRequest",
    "GetJWKSResponse",
    "GetRequest",
    "GetResponse",
    "RevokeRequest",
    "RevokeResponse",
    "Session",
]


@attrs.define(kw_only=True)
class Session:
    """TODO"""

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
    """TODO"""

    __schema__ = "api_session_v1_JWK"

    kty: str
    use: str
    key_ops: list[str]
    alg: str
    kid: str
    x5c: list[str]
    x5tS256: str
    n: str
    e: str


@attrs.define(kw_only=True)
class AuthorizationCheck:
    """TODO"""

    __schema__ = "api_session_v1_AuthorizationCheck"

    resource_id: str
    action: str


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /v1/sessions <TODO>`_
    """

    user_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "api_session_v1_GetResponse"

    request_id: str
    sessions: list[Session]
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/sessions/authenticate <TODO>`_
    """

    __schema__ = "api_session_v1_AuthenticateRequest"

    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    authorization_check: AuthorizationCheck | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

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
    """TODO

    Source: `POST /v1/sessions/revoke <TODO>`_
    """

    __schema__ = "api_session_v1_RevokeRequest"

    session_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class RevokeResponse:
    """TODO"""

    __schema__ = "api_session_v1_RevokeResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetJWKSRequest:
    """TODO

    Source: `GET /v1/sessions/jwks/{project_id} <TODO>`_
    """

    project_id: str


@attrs.define(kw_only=True)
class GetJWKSResponse:
    """TODO"""

    __schema__ = "api_session_v1_GetJWKSResponse"

    keys: list[JWK]
    request_id: str
    status_code: int
