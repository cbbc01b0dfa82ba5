"""Magic links of members."""

from typing import Final

from stytch_async.endpoint import ONCE, Resource, endpoint
from stytch_async.schemas.b2b import magic_links as schemas

__all__ = ["Discovery", "Email", "EmailDiscovery", "MagicLinks"]


class EmailDiscovery(Resource):
    """Send links with which somebody finds their organizations."""

    send: Final = endpoint(
        "POST",
        "/v1/b2b/magic_links/email/discovery/send",
        schemas.EmailDiscoverySendRequest,
        schemas.EmailDiscoverySendResponse,
        ONCE,
    )


class Discovery(Resource):
    """Find somebody's organizations by a link."""

    authenticate: Final = endpoint(
        "POST",
        "/v1/b2b/magic_links/discovery/authenticate",
        schemas.DiscoveryAuthenticateRequest,
        schemas.DiscoveryAuthenticateResponse,
        ONCE,
    )


class Email(Resource):
    """Send magic links by email."""

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
    """Log members in with links that are sent to them."""

    discovery: Discovery
    email: Email

    authenticate: Final = endpoint(
        "POST", "/v1/b2b/magic_links/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
