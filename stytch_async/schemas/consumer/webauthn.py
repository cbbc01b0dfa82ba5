"""TODO"""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User, WebAuthnRegistration
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "AuthenticateStartRequest",
    "AuthenticateStartResponse",
    "ListCredentialsRequest",
    "ListCredentialsResponse",
    "RegisterRequest",
    "RegisterResponse",
    "RegisterStartRequest",
    "RegisterStartResponse",
    "UpdateRequest",
    "UpdateResponse",
    "WebAuthnCredential",
]


@attrs.define(kw_only=True)
class WebAuthnCredential:
    """TODO"""

    __schema__ = "api_webauthn_v1_WebAuthnCredential"

    credential_id: str
    webauthn_registration_id: str
    type: str
    public_key: str


@attrs.define(kw_only=True)
class RegisterStartRequest:
    """TODO

    Source: `POST /v1/webauthn/register/start <TODO>`_
    """

    __schema__ = "api_webauthn_v1_RegisterStartRequest"

    user_id: str
    domain: str
    user_agent: str | None = None
    authenticator_type: str | None = None
    return_passkey_credential_options: bool | None = None
    override_id: str | None = None
    override_name: str | None = None
    override_display_name: str | None = None
    use_base64_url_encoding: bool | None = None


@attrs.define(kw_only=True)
class RegisterStartResponse:
    """TODO"""

    __schema__ = "api_webauthn_v1_RegisterStartResponse"

    request_id: str
    user_id: str
    public_key_credential_creation_options: str
    status_code: int


@attrs.define(kw_only=True)
class RegisterRequest:
    """TODO

    Source: `POST /v1/webauthn/register <TODO>`_
    """

    __schema__ = "api_webauthn_v1_RegisterRequest"

    user_id: str
    public_key_credential: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class RegisterResponse:
    """TODO"""

    __schema__ = "api_webauthn_v1_RegisterResponse"

    request_id: str
    user_id: str
    webauthn_registration_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class AuthenticateStartRequest:
    """TODO

    Source: `POST /v1/webauthn/authenticate/start <TODO>`_
    """

    __schema__ = "api_webauthn_v1_AuthenticateStartRequest"

    domain: str
    user_id: str | None = None
    return_passkey_credential_options: bool | None = None
    use_base64_url_encoding: bool | None = None


@attrs.define(kw_only=True)
class AuthenticateStartResponse:
    """TODO"""

    __schema__ = "api_webauthn_v1_AuthenticateStartResponse"

    request_id: str
    user_id: str
    public_key_credential_request_options: str
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/webauthn/authenticate <TODO>`_
    """

    __schema__ = "api_webauthn_v1_AuthenticateRequest"

    public_key_credential: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_webauthn_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    webauthn_registration_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /v1/webauthn/{webauthn_registration_id} <TODO>`_
    """

    __schema__ = "api_webauthn_v1_UpdateRequest"

    webauthn_registration_id: str
    name: str


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "api_webauthn_v1_UpdateResponse"

    request_id: str
    status_code: int
    webauthn_registration: WebAuthnRegistration | None = None


@attrs.define(kw_only=True)
class ListCredentialsRequest:
    """TODO

    Source: `GET /v1/webauthn/credentials/{user_id}/{domain} <TODO>`_
    """

    user_id: str
    domain: str


@attrs.define(kw_only=True)
class ListCredentialsResponse:
    """TODO"""

    __schema__ = "api_webauthn_v1_ListCredentialsResponse"

    credentials: list[WebAuthnCredential]
    request_id: str
    status_code: int
