"""One-time passcodes of Consumer users."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.consumer import otps as schemas

__all__ = ["Email", "OTPs", "Sms", "WhatsApp"]


class Sms(Resource):
    """Send codes by SMS."""

    send: Final = endpoint("POST", "/v1/otps/sms/send", schemas.SmsSendRequest, schemas.SmsSendResponse, ONCE)
    login_or_create: Final = endpoint(
        "POST", "/v1/otps/sms/login_or_create", schemas.SmsLoginOrCreateRequest, schemas.SmsLoginOrCreateResponse, ONCE
    )


class WhatsApp(Resource):
    """Send codes by WhatsApp."""

    send: Final = endpoint(
        "POST", "/v1/otps/whatsapp/send", schemas.WhatsappSendRequest, schemas.WhatsappSendResponse, ONCE
    )
    login_or_create: Final = endpoint(
        "POST",
        "/v1/otps/whatsapp/login_or_create",
        schemas.WhatsappLoginOrCreateRequest,
        schemas.WhatsappLoginOrCreateResponse,
        ONCE,
    )


class Email(Resource):
    """Send codes by email."""

    send: Final = endpoint("POST", "/v1/otps/email/send", schemas.EmailSendRequest, schemas.EmailSendResponse, ONCE)
    login_or_create: Final = endpoint(
        "POST",
        "/v1/otps/email/login_or_create",
        schemas.EmailLoginOrCreateRequest,
        schemas.EmailLoginOrCreateResponse,
        ONCE,
    )


class OTPs(Resource):
    """Log in with codes that are sent to a phone or an email address."""

    sms: Sms
    whatsapp: WhatsApp
    email: Email

    authenticate: Final = endpoint(
        "POST", "/v1/otps/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
