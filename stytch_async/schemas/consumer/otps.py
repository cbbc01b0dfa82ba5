"""One-time passcodes of the Consumer API."""

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
    """Log in with a code that was sent.

    The code is spent, the address or number becomes verified and a pending user becomes active. A session starts when
    ``session_duration_minutes`` is given.

    Args:
        method_id: The ``email_id`` or ``phone_id`` that the code was sent to.
        code: Six digits. Only the one sent last counts.
        options: Holds the caller's ``attributes`` against those given when the code was asked for.

    Raises:
        NotFoundError: ``otp_code_not_found`` (a wrong code).
        AuthenticationError: ``unable_to_auth_otp_code`` (used before, or expired), ``attribute_mismatch``.
        BadRequestError: ``invalid_code`` (not six digits), ``invalid_method_id``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/otps/authenticate <https://stytch.com/docs/api-reference/consumer/api/otp/authenticate>`_
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
    """The user and, where it was asked for, the session.

    Attributes:
        method_id: The address or number that is verified now.
        session_token: Empty without a session, as is ``session_jwt``.
        reset_sessions: For apps with sessions of their own: whether to end all others of this user.
        session: ``None`` where no session was asked for.

    """

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
    """Text a code to a user's phone.

    The code sent before it stops working. With a ``user_id``, ``session_token`` or ``session_jwt`` the number is added
    to that user, and is dropped again unless the code is used within 5 minutes.

    Args:
        phone_number: In E.164 form. Countries other than the USA and Canada have to be allowed in the project first.
            Nothing is sent to ``+10000000000``.
        expiration_minutes: How long the code works, 1 to 10 minutes; 2 by default.
        user_id: Whom to add the number to; or the user's external id.

    Raises:
        NotFoundError: ``phone_number_not_found`` (no user has it), ``user_not_found``, ``session_not_found``.
        BadRequestError: ``invalid_phone_number``, ``invalid_phone_number_country_code``, ``duplicate_phone_number``,
            ``too_many_unverified_factors``, ``too_many_user_selection_arguments``, ``unsubscribed_phone_number``,
            ``invalid_expiration_otp``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/otps/sms/send <https://stytch.com/docs/api-reference/consumer/api/otp/via-sms/send>`_
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
    """To whom the code went.

    Attributes:
        phone_id: The ``method_id`` that ``authenticate`` takes.

    """

    __schema__ = "api_otp_v1_otp_sms_SendResponse"

    request_id: str
    user_id: str
    phone_id: str
    status_code: int


@attrs.define(kw_only=True)
class SmsLoginOrCreateRequest:
    """Text a code to a phone, and create the user if nobody has the number.

    Args:
        phone_number: In E.164 form. Countries other than the USA and Canada have to be allowed in the project first.
            Nothing is sent to ``+10000000000``.
        expiration_minutes: How long the code works, 1 to 10 minutes; 2 by default.
        create_user_as_pending: Keep a new user ``pending`` until the code is used; by default the user is ``active`` at
            once.

    Raises:
        BadRequestError: ``invalid_phone_number``, ``invalid_phone_number_country_code``, ``unsubscribed_phone_number``,
            ``invalid_expiration_otp``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/otps/sms/login_or_create
    <https://stytch.com/docs/api-reference/consumer/api/otp/via-sms/login-or-create-user>`_
    """

    __schema__ = "api_otp_v1_otp_sms_LoginOrCreateRequest"

    phone_number: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    locale: Locale | str | None = None


@attrs.define(kw_only=True)
class SmsLoginOrCreateResponse:
    """To whom the code went.

    Attributes:
        phone_id: The ``method_id`` that ``authenticate`` takes.
        user_created: Whether the user is new.

    """

    __schema__ = "api_otp_v1_otp_sms_LoginOrCreateResponse"

    request_id: str
    user_id: str
    phone_id: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class WhatsappSendRequest:
    """Send a code to a user by WhatsApp.

    The code sent before it stops working. With a ``user_id``, ``session_token`` or ``session_jwt`` the number is added
    to that user, and is dropped again unless the code is used within 5 minutes.

    Args:
        phone_number: In E.164 form. Nothing is sent to ``+10000000000``.
        expiration_minutes: How long the code works, 1 to 10 minutes; 2 by default.
        user_id: Whom to add the number to; or the user's external id.

    Raises:
        NotFoundError: ``phone_number_not_found`` (no user has it), ``user_not_found``, ``session_not_found``.
        BadRequestError: ``invalid_phone_number``, ``invalid_phone_number_country_code``, ``duplicate_phone_number``,
            ``too_many_unverified_factors``, ``too_many_user_selection_arguments``, ``invalid_expiration_otp``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/otps/whatsapp/send <https://stytch.com/docs/api-reference/consumer/api/otp/via-whatsapp/send>`_
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
    """To whom the code went.

    Attributes:
        phone_id: The ``method_id`` that ``authenticate`` takes.

    """

    __schema__ = "api_otp_v1_otp_whatsapp_SendResponse"

    request_id: str
    user_id: str
    phone_id: str
    status_code: int


@attrs.define(kw_only=True)
class WhatsappLoginOrCreateRequest:
    """Send a code by WhatsApp, and create the user if nobody has the number.

    Args:
        phone_number: In E.164 form. Nothing is sent to ``+10000000000``.
        expiration_minutes: How long the code works, 1 to 10 minutes; 2 by default.
        create_user_as_pending: Keep a new user ``pending`` until the code is used; by default the user is ``active`` at
            once.

    Raises:
        BadRequestError: ``invalid_phone_number``, ``invalid_phone_number_country_code``, ``invalid_expiration_otp``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/otps/whatsapp/login_or_create
    <https://stytch.com/docs/api-reference/consumer/api/otp/via-whatsapp/login-or-create-user>`_
    """

    __schema__ = "api_otp_v1_otp_whatsapp_LoginOrCreateRequest"

    phone_number: str
    expiration_minutes: CodeMinutes | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    locale: Locale | str | None = None


@attrs.define(kw_only=True)
class WhatsappLoginOrCreateResponse:
    """To whom the code went.

    Attributes:
        phone_id: The ``method_id`` that ``authenticate`` takes.
        user_created: Whether the user is new.

    """

    __schema__ = "api_otp_v1_otp_whatsapp_LoginOrCreateResponse"

    request_id: str
    user_id: str
    phone_id: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class EmailSendRequest:
    """Email a code to a user.

    The code sent before it stops working. With a ``user_id``, ``session_token`` or ``session_jwt`` the address is added
    to that user, and is dropped again unless the code is used within 5 minutes.

    Args:
        email: Nothing is sent to ``sandbox@stytch.com``.
        expiration_minutes: How long the code works, 1 to 10 minutes; 2 by default.
        user_id: Whom to add the address to; or the user's external id.
        login_template_id: A template of the project, for users who have logged in before; the default one if left out.
        signup_template_id: A template of the project, for users who have not; the default one if left out.

    Raises:
        NotFoundError: ``email_not_found`` (no user has it), ``user_not_found``, ``session_not_found``,
            ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``invalid_email``, ``duplicate_email``, ``inactive_email``,
            ``too_many_unverified_factors``, ``too_many_user_selection_arguments``, ``invalid_expiration_otp``,
            ``email_verification_required`` (the user's first address is not proven).
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/otps/email/send <https://stytch.com/docs/api-reference/consumer/api/otp/via-email/send>`_
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
    """To whom the code went.

    Attributes:
        email_id: The ``method_id`` that ``authenticate`` takes.

    """

    __schema__ = "api_otp_v1_otp_email_SendResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailLoginOrCreateRequest:
    """Email a code, and create the user if nobody has the address.

    Args:
        email: Nothing is sent to ``sandbox@stytch.com``.
        expiration_minutes: How long the code works, 1 to 10 minutes; 2 by default.
        create_user_as_pending: Keep a new user ``pending`` until the code is used; by default the user is ``active`` at
            once.
        login_template_id: A template of the project, for users who have logged in before; the default one if left out.
        signup_template_id: A template of the project, for users who have not; the default one if left out.

    Raises:
        BadRequestError: ``invalid_email``, ``inactive_email``, ``invalid_template_id``, ``invalid_expiration_otp``.
        NotFoundError: ``email_template_not_found``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/otps/email/login_or_create
    <https://stytch.com/docs/api-reference/consumer/api/otp/via-email/login-or-create-user>`_
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
    """To whom the code went.

    Attributes:
        email_id: The ``method_id`` that ``authenticate`` takes.
        user_created: Whether the user is new.

    """

    __schema__ = "api_otp_v1_otp_email_LoginOrCreateResponse"

    request_id: str
    user_id: str
    email_id: str
    user_created: bool
    status_code: int
