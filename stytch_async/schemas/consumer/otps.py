"""TODO"""

from typing import Annotated

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import Between, CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Attributes, DeviceInfo, Locale, Options

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CodeMinutes",
    "EmailLoginOrCreateRequest",
    "EmailLoginOrCreateResponse",
    "EmailSendRequest",
    "EmailSendResponse",
    "SmsLoginOrCreateRequest",
    "SmsLoginOrCreateResponse",
    "SmsSendRequest",
    "SmsSendResponse",
    "WhatsappLoginOrCreateRequest",
    "WhatsappLoginOrCreateResponse",
    "WhatsappSendRequest",
    "WhatsappSendResponse",
]

CodeMinutes = Annotated[int, Between(1, 10)]
"""How long a code can be used: 1 to 10 minutes."""


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/otps/authenticate <TODO>`_
    """

    __schema__ = "api_otp_v1_AuthenticateRequest"

    method_id: str
    code: str = attrs.field(repr=False)
    attributes: Attributes | None = None
    options: Options | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_otp_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    method_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    reset_sessions: bool
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class SmsSendRequest:
    """TODO

    Source: `POST /v1/otps/sms/send <TODO>`_
    """

    __schema__ = "api_otp_v1_otp_sms_SendRequest"

    phone_number: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    locale: Locale | str | None = None
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class SmsSendResponse:
    """TODO"""

    __schema__ = "api_otp_v1_otp_sms_SendResponse"

    request_id: str
    user_id: str
    phone_id: str
    status_code: int


@attrs.define(kw_only=True)
class SmsLoginOrCreateRequest:
    """TODO

    Source: `POST /v1/otps/sms/login_or_create <TODO>`_
    """

    __schema__ = "api_otp_v1_otp_sms_LoginOrCreateRequest"

    phone_number: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    locale: Locale | str | None = None


@attrs.define(kw_only=True)
class SmsLoginOrCreateResponse:
    """TODO"""

    __schema__ = "api_otp_v1_otp_sms_LoginOrCreateResponse"

    request_id: str
    user_id: str
    phone_id: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class WhatsappSendRequest:
    """TODO

    Source: `POST /v1/otps/whatsapp/send <TODO>`_
    """

    __schema__ = "api_otp_v1_otp_whatsapp_SendRequest"

    phone_number: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    locale: Locale | str | None = None
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class WhatsappSendResponse:
    """TODO"""

    __schema__ = "api_otp_v1_otp_whatsapp_SendResponse"

    request_id: str
    user_id: str
    phone_id: str
    status_code: int


@attrs.define(kw_only=True)
class WhatsappLoginOrCreateRequest:
    """TODO

    Source: `POST /v1/otps/whatsapp/login_or_create <TODO>`_
    """

    __schema__ = "api_otp_v1_otp_whatsapp_LoginOrCreateRequest"

    phone_number: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    locale: Locale | str | None = None


@attrs.define(kw_only=True)
class WhatsappLoginOrCreateResponse:
    """TODO"""

    __schema__ = "api_otp_v1_otp_whatsapp_LoginOrCreateResponse"

    request_id: str
    user_id: str
    phone_id: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class EmailSendRequest:
    """TODO

    Source: `POST /v1/otps/email/send <TODO>`_
    """

    __schema__ = "api_otp_v1_otp_email_SendRequest"

    email: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    locale: Locale | str | None = None
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    login_template_id: str | None = None
    signup_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailSendResponse:
    """TODO"""

    __schema__ = "api_otp_v1_otp_email_SendResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailLoginOrCreateRequest:
    """TODO

    Source: `POST /v1/otps/email/login_or_create <TODO>`_
    """

    __schema__ = "api_otp_v1_otp_email_LoginOrCreateRequest"

    email: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    locale: Locale | str | None = None
    login_template_id: str | None = None
    signup_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailLoginOrCreateResponse:
    """TODO"""

    __schema__ = "api_otp_v1_otp_email_LoginOrCreateResponse"

    request_id: str
    user_id: str
    email_id: str
    user_created: bool
    status_code: int
