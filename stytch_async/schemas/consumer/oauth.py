"""TODO"""

import datetime as dt

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = ["AttachRequest", "AttachResponse", "AuthenticateRequest", "AuthenticateResponse", "ProviderValues"]


@attrs.define(kw_only=True)
class ProviderValues:
    """TODO"""

    __schema__ = "api_oauth_v1_ProviderValues"

    access_token: str = attrs.field(repr=False)
    refresh_token: str = attrs.field(repr=False)
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class AttachRequest:
    """TODO

    Source: `POST /v1/oauth/attach <TODO>`_
    """

    __schema__ = "api_oauth_v1_AttachRequest"

    provider: str
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class AttachResponse:
    """TODO"""

    __schema__ = "api_oauth_v1_AttachResponse"

    request_id: str
    oauth_attach_token: str = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/oauth/authenticate <TODO>`_
    """

    __schema__ = "api_oauth_v1_AuthenticateRequest"

    token: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    code_verifier: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_oauth_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    provider_subject: str
    provider_type: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    provider_values: ProviderValues
    user: User
    reset_sessions: bool
    oauth_user_registration_id: str
    status_code: int
    user_session: Session | None = None
    user_device: DeviceInfo | None = None
