"""One-time passcodes of members."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import otps as schemas

__all__ = ["Email", "EmailDiscovery", "OTPs", "Sms"]


class EmailDiscovery(Resource):
    """Find somebody's organizations by an emailed code."""

    send: Final = endpoint(
        "POST",
        "/v1/b2b/otps/email/discovery/send",
        schemas.EmailDiscoverySendRequest,
        schemas.EmailDiscoverySendResponse,
        ONCE,
    )
    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/otps/email/discovery/authenticate",
        schemas.EmailDiscoveryAuthenticateRequest,
        schemas.EmailDiscoveryAuthenticateResponse,
        ONCE,
    )


class Email(Resource):
    """Log members in with emailed codes."""

    discovery: EmailDiscovery

    login_or_signup: Final = endpoint(
        "POST",
        "/v1/b2b/otps/email/login_or_signup",
        schemas.EmailLoginOrSignupRequest,
        schemas.EmailLoginOrSignupResponse,
        ONCE,
    )
    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/otps/email/authenticate",
        schemas.EmailAuthenticateRequest,
        schemas.EmailAuthenticateResponse,
        ONCE,
    )


class Sms(Resource):
    """Take texted codes as a second factor."""

    send: Final = endpoint("POST", "/v1/b2b/otps/sms/send", schemas.SmsSendRequest, schemas.SmsSendResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/otps/sms/authenticate", schemas.SmsAuthenticateRequest, schemas.SmsAuthenticateResponse, ONCE
    )


class OTPs(Resource):
    """Log members in with codes that are sent to them."""

    email: Email
    sms: Sms
