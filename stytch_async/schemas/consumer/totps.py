"""TODO"""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "RecoverRequest",
    "RecoverResponse",
    "RecoveryCodesRequest",
    "RecoveryCodesResponse",
    "TOTP",
]


@attrs.define(kw_only=True)
class TOTP:
    """TODO"""

    __schema__ = "api_totp_v1_TOTP"

    totp_id: str
    verified: bool
    recovery_codes: list[str] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /v1/totps <TODO>`_
    """

    __schema__ = "api_totp_v1_CreateRequest"

    user_id: str
    expiration_minutes: int | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "api_totp_v1_CreateResponse"

    request_id: str
    totp_id: str
    secret: str = attrs.field(repr=False)
    qr_code: str
    recovery_codes: list[str] = attrs.field(repr=False)
    user: User
    user_id: str
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/totps/authenticate <TODO>`_
    """

    __schema__ = "api_totp_v1_AuthenticateRequest"

    user_id: str
    totp_code: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_totp_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    totp_id: str
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class RecoveryCodesRequest:
    """TODO

    Source: `POST /v1/totps/recovery_codes <TODO>`_
    """

    __schema__ = "api_totp_v1_RecoveryCodesRequest"

    user_id: str


@attrs.define(kw_only=True)
class RecoveryCodesResponse:
    """TODO"""

    __schema__ = "api_totp_v1_RecoveryCodesResponse"

    request_id: str
    user_id: str
    totps: list[TOTP]
    status_code: int


@attrs.define(kw_only=True)
class RecoverRequest:
    """TODO

    Source: `POST /v1/totps/recover <TODO>`_
    """

    __schema__ = "api_totp_v1_RecoverRequest"

    user_id: str
    recovery_code: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class RecoverResponse:
    """TODO"""

    __schema__ = "api_totp_v1_RecoverResponse"

    request_id: str
    totp_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
