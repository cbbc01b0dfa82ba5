"""TODO"""

import datetime as dt

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthenticateStartRequest",
    "AuthenticateStartResponse",
    "SIWEParams",
    "SIWEParamsResponse",
]


@attrs.define(kw_only=True)
class SIWEParams:
    """TODO"""

    __schema__ = "api_crypto_wallet_v1_SIWEParams"

    domain: str
    uri: str
    resources: list[str]
    chain_id: str | None = None
    statement: str | None = None
    issued_at: dt.datetime | None = None
    not_before: str | None = None
    message_request_id: str | None = None


@attrs.define(kw_only=True)
class SIWEParamsResponse:
    """TODO"""

    __schema__ = "api_crypto_wallet_v1_SIWEParamsResponse"

    domain: str
    uri: str
    chain_id: str
    resources: list[str]
    status_code: int
    issued_at: dt.datetime | None = None
    message_request_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateStartRequest:
    """TODO

    Source: `POST /v1/crypto_wallets/authenticate/start <TODO>`_
    """

    __schema__ = "api_crypto_wallet_v1_AuthenticateStartRequest"

    crypto_wallet_type: str
    crypto_wallet_address: str
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    siwe_params: SIWEParams | None = None


@attrs.define(kw_only=True)
class AuthenticateStartResponse:
    """TODO"""

    __schema__ = "api_crypto_wallet_v1_AuthenticateStartResponse"

    request_id: str
    user_id: str
    challenge: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/crypto_wallets/authenticate <TODO>`_
    """

    __schema__ = "api_crypto_wallet_v1_AuthenticateRequest"

    crypto_wallet_type: str
    crypto_wallet_address: str
    signature: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_crypto_wallet_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    siwe_params: SIWEParamsResponse | None = None
    user_device: DeviceInfo | None = None
