"""One-time passcodes of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer.otps import (
    AuthenticateRequest,
    AuthenticateResponse,
    EmailLoginOrCreateRequest,
    EmailLoginOrCreateResponse,
    EmailSendRequest,
    EmailSendResponse,
    SmsLoginOrCreateRequest,
    SmsLoginOrCreateResponse,
    SmsSendRequest,
    SmsSendResponse,
    WhatsappLoginOrCreateRequest,
    WhatsappLoginOrCreateResponse,
    WhatsappSendRequest,
    WhatsappSendResponse,
)

__all__ = ["Email", "OTPs", "Sms", "WhatsApp"]


class Sms(Resource):
    """Send codes by SMS."""

    send: Final = endpoint("POST", "/v1/otps/sms/send", SmsSendRequest, SmsSendResponse, ONCE)
    login_or_create: Final = endpoint(
        "POST", "/v1/otps/sms/login_or_create", SmsLoginOrCreateRequest, SmsLoginOrCreateResponse, ONCE
    )


class WhatsApp(Resource):
    """Send codes by WhatsApp."""

    send: Final = endpoint("POST", "/v1/otps/whatsapp/send", WhatsappSendRequest, WhatsappSendResponse, ONCE)
    login_or_create: Final = endpoint(
        "POST", "/v1/otps/whatsapp/login_or_create", WhatsappLoginOrCreateRequest, WhatsappLoginOrCreateResponse, ONCE
    )


class Email(Resource):
    """Send codes by email."""

    send: Final = endpoint("POST", "/v1/otps/email/send", EmailSendRequest, EmailSendResponse, ONCE)
    login_or_create: Final = endpoint(
        "POST", "/v1/otps/email/login_or_create", EmailLoginOrCreateRequest, EmailLoginOrCreateResponse, ONCE
    )


class OTPs(Resource):
    """Log in with codes that are sent to a phone or an email address."""

    sms: Sms
    whatsapp: WhatsApp
    email: Email

    authenticate: Final = endpoint("POST", "/v1/otps/authenticate", AuthenticateRequest, AuthenticateResponse, ONCE)
