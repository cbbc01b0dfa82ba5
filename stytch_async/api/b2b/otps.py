"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import otps as schemas


class EmailDiscovery(Resource):
    """TODO"""

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
    """TODO"""

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
    """TODO"""

    send: Final = endpoint("POST", "/v1/b2b/otps/sms/send", schemas.SmsSendRequest, schemas.SmsSendResponse, ONCE)
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/otps/sms/authenticate", schemas.SmsAuthenticateRequest, schemas.SmsAuthenticateResponse, ONCE
    )


class Otps(Resource):
    """TODO"""

    email: Email
    sms: Sms
