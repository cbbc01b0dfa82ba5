"""Magic links of Consumer users."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, Resource, endpoint
from stytch_async.schemas.consumer import magic_links as schemas

__all__ = ["Email", "MagicLinks"]


class Email(Resource):
    """Send magic links by email."""

    send: Final = endpoint(
        "POST", "/v1/magic_links/email/send", schemas.EmailSendRequest, schemas.EmailSendResponse, ONCE
    )
    login_or_create: Final = endpoint(
        "POST",
        "/v1/magic_links/email/login_or_create",
        schemas.EmailLoginOrCreateRequest,
        schemas.EmailLoginOrCreateResponse,
        ONCE,
    )
    invite: Final = endpoint(
        "POST", "/v1/magic_links/email/invite", schemas.EmailInviteRequest, schemas.EmailInviteResponse, ONCE
    )
    revoke_invite: Final = endpoint(
        "POST",
        "/v1/magic_links/email/revoke_invite",
        schemas.EmailRevokeInviteRequest,
        schemas.EmailRevokeInviteResponse,
        IDEMPOTENT,
    )


class MagicLinks(Resource):
    """Log in with links that carry a token."""

    email: Email

    authenticate: Final = endpoint(
        "POST", "/v1/magic_links/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )
    create: Final = endpoint("POST", "/v1/magic_links", schemas.CreateRequest, schemas.CreateResponse, ONCE)
