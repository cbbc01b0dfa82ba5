"""TODO"""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import magic_links as schemas


class EmailDiscovery(Resource):
    """TODO"""

    send: Final = endpoint(
        "POST",
        "/v1/b2b/magic_links/email/discovery/send",
        schemas.EmailDiscoverySendRequest,
        schemas.EmailDiscoverySendResponse,
        ONCE,
    )


class Discovery(Resource):
    """TODO"""

    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/magic_links/discovery/authenticate",
        schemas.DiscoveryAuthenticateRequest,
        schemas.DiscoveryAuthenticateResponse,
        ONCE,
    )


class Email(Resource):
    """TODO"""

    discovery: EmailDiscovery

    login_or_signup: Final = endpoint(
        "POST",
        "/v1/b2b/magic_links/email/login_or_signup",
        schemas.EmailLoginOrSignupRequest,
        schemas.EmailLoginOrSignupResponse,
        ONCE,
    )
    invite: Final = endpoint(
        "POST", "/v1/b2b/magic_links/email/invite", schemas.EmailInviteRequest, schemas.EmailInviteResponse, ONCE
    )


class MagicLinks(Resource):
    """TODO"""

    discovery: Discovery
    email: Email

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/magic_links/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
