"""Magic links of the Consumer API."""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import Name, User
from stytch_async.schemas.markers import CustomClaims, LinkMinutes, Metadata, SessionMinutes
from stytch_async.schemas.shared import Attributes, DeviceInfo, Locale, Options

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "CreateRequest",
    "CreateResponse",
    "EmailInviteRequest",
    "EmailInviteResponse",
    "EmailLoginOrCreateRequest",
    "EmailLoginOrCreateResponse",
    "EmailRevokeInviteRequest",
    "EmailRevokeInviteResponse",
    "EmailSendRequest",
    "EmailSendResponse",
]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log in with the token of a magic link.

    The token is spent. If Stytch emailed the link, the address becomes verified; a pending user becomes active. A
    session starts when ``session_duration_minutes`` is given.

    Args:
        token: From the query of the page that the link led to, where ``stytch_token_type`` is ``magic_links``.
        options: Holds the caller's ``attributes`` against those given when the link was asked for.
        code_verifier: Needed exactly when the link was asked for with a ``code_challenge``.

    Raises:
        AuthenticationError: ``unable_to_auth_magic_link`` (used before, or expired), ``attribute_mismatch``.
        NotFoundError: ``magic_link_not_found``.
        BadRequestError: ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``,
            ``invalid_pkce_code_verifier``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/magic_links/authenticate
    <https://stytch.com/docs/api-reference/consumer/api/magic-links/authenticate>`_
    """

    __schema__ = "api_magic_v1_AuthenticateRequest"

    token: str = attrs.field(repr=False)
    attributes: Attributes | None = None
    options: Options | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    code_verifier: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The user and, where it was asked for, the session.

    Attributes:
        method_id: The address that the link went to.
        session_token: Empty without a session, as is ``session_jwt``.
        reset_sessions: For apps with sessions of their own: whether to end all others of this user.
        session: ``None`` where no session was asked for.

    """

    __schema__ = "api_magic_v1_AuthenticateResponse"

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
class CreateRequest:
    """Make a token for a link that the app delivers itself.

    It stands in for an emailed link: ``authenticate`` takes the token. Since nobody knows how it travelled, it verifies
    no address or number. Scanners of mail providers may open a link before its reader does, and so spend the token. The
    feature has to be enabled for the project.

    Args:
        user_id: Or the user's external id.
        expiration_minutes: How long the token works, 5 to 10080 minutes (7 days); 60 by default.

    Raises:
        AuthenticationError: ``enterprise_endpoint`` (not enabled).
        BadRequestError: ``invalid_expiration``.
        NotFoundError: ``user_not_found``.

    Source: `POST /v1/magic_links <https://stytch.com/docs/api-reference/consumer/api/magic-links/embeddable/create>`_
    """

    __schema__ = "api_magic_v1_CreateRequest"

    user_id: str
    expiration_minutes: LinkMinutes | None = None
    attributes: Attributes | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The token to put into a link."""

    __schema__ = "api_magic_v1_CreateResponse"

    request_id: str
    user_id: str
    token: str = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class EmailSendRequest:
    """Email a magic link to a user who exists.

    With a ``user_id``, ``session_token`` or ``session_jwt`` the address is added to that user, and is dropped again
    unless the link is used within 5 minutes.

    The link leads to the given page with ``token`` and ``stytch_token_type=magic_links`` added to its query. At most
    one link a second goes to an address.

    Args:
        email: Where the link goes.
        login_magic_link_url: The page that logs the user in; must be registered. The project's default if left out.
        signup_magic_link_url: The page that welcomes a new or pending user; must be registered. The project's default
            if left out.
        login_expiration_minutes: How long a login link works, 5 to 10080 minutes (7 days); 60 by default.
        signup_expiration_minutes: How long a signup link works, 5 to 10080 minutes (7 days); 10080 by default.
        login_template_id: A template of the project, of the type for logins; the default one if left out.
        signup_template_id: A template of the project, of the type for signups; the default one if left out.
        code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``authenticate`` then asks for the secret.
        user_id: Whom to add the address to; or the user's external id.

    Raises:
        NotFoundError: ``email_not_found`` (no user has it), ``user_not_found``, ``session_not_found``,
            ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``invalid_email``, ``duplicate_email``, ``inactive_email``,
            ``email_verification_required`` (the user's first address is not verified), ``too_many_unverified_factors``,
            ``too_many_user_selection_arguments``, ``invalid_pkce_code_challenge``, ``invalid_expiration``,
            ``invalid_login_magic_link_url``, ``invalid_signup_magic_link_url``,
            ``no_match_for_provided_magic_link_url``, ``no_default_login_redirect_url_set``,
            ``no_default_signup_redirect_url_set``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/magic_links/email/send
    <https://stytch.com/docs/api-reference/consumer/api/magic-links/via-email/send-magic-link>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_SendRequest"

    email: str
    login_template_id: str | None = None
    attributes: Attributes | None = None
    login_magic_link_url: str | None = None
    signup_magic_link_url: str | None = None
    login_expiration_minutes: LinkMinutes | None = None
    signup_expiration_minutes: LinkMinutes | None = None
    code_challenge: str | None = None
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    locale: Locale | str | None = None
    signup_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailSendResponse:
    """To whom the link went."""

    __schema__ = "api_magic_v1_magic_links_email_SendResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailLoginOrCreateRequest:
    """Email a magic link, and create the user if nobody has the address.

    An active user gets a login link, a new or pending one a signup link. The link leads to the given page with
    ``token`` and ``stytch_token_type=magic_links`` added to its query.

    Args:
        email: Where the link goes.
        login_magic_link_url: The page that logs the user in; must be registered. The project's default if left out.
        signup_magic_link_url: The page that welcomes a new or pending user; must be registered. The project's default
            if left out.
        login_expiration_minutes: How long a login link works, 5 to 10080 minutes (7 days); 60 by default.
        signup_expiration_minutes: How long a signup link works, 5 to 10080 minutes (7 days); 10080 by default.
        login_template_id: A template of the project, of the type for logins; the default one if left out.
        signup_template_id: A template of the project, of the type for signups; the default one if left out.
        create_user_as_pending: Keep a new user ``pending`` until the link is used; by default the user is ``active`` at
            once.
        code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``authenticate`` then asks for the secret.

    Raises:
        BadRequestError: ``invalid_template_id``, ``invalid_email``, ``inactive_email``,
            ``invalid_pkce_code_challenge``, ``invalid_expiration``, ``invalid_login_magic_link_url``,
            ``invalid_signup_magic_link_url``, ``no_match_for_provided_magic_link_url``,
            ``no_default_login_redirect_url_set``, ``no_default_signup_redirect_url_set``.
        NotFoundError: ``email_template_not_found``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/magic_links/email/login_or_create
    <https://stytch.com/docs/api-reference/consumer/api/magic-links/via-email/log-in-or-create-user>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_LoginOrCreateRequest"

    email: str
    login_magic_link_url: str | None = None
    signup_magic_link_url: str | None = None
    login_expiration_minutes: LinkMinutes | None = None
    signup_expiration_minutes: LinkMinutes | None = None
    login_template_id: str | None = None
    signup_template_id: str | None = None
    attributes: Attributes | None = None
    create_user_as_pending: bool | None = None
    code_challenge: str | None = None
    locale: Locale | str | None = None


@attrs.define(kw_only=True)
class EmailLoginOrCreateResponse:
    """To whom the link went.

    Attributes:
        user_created: Whether the user is new.

    """

    __schema__ = "api_magic_v1_magic_links_email_LoginOrCreateResponse"

    request_id: str
    user_id: str
    email_id: str
    user_created: bool
    status_code: int


@attrs.define(kw_only=True)
class EmailInviteRequest:
    """Create a user and email an invitation.

    The user stays ``pending`` until the link is used.

    Args:
        email: Where the invitation goes.
        invite_template_id: A template of the project, of the type for invitations; the default one if left out.
        invite_magic_link_url: The page that welcomes the user; must be registered. The project's default if left out.
        invite_expiration_minutes: How long the link works, 5 to 10080 minutes (7 days); 60 by default.

    Raises:
        BadRequestError: ``invalid_template_id``, ``user_already_invited``, ``invalid_email``, ``inactive_email``,
            ``invalid_expiration``, ``invalid_invite_magic_link_url``, ``no_match_for_provided_magic_link_url``,
            ``no_default_invite_redirect_url_set``.
        NotFoundError: ``email_template_not_found``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/magic_links/email/invite
    <https://stytch.com/docs/api-reference/consumer/api/magic-links/via-email/invite>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_InviteRequest"

    email: str
    invite_template_id: str | None = None
    attributes: Attributes | None = None
    name: Name | None = None
    invite_magic_link_url: str | None = None
    invite_expiration_minutes: LinkMinutes | None = None
    locale: Locale | str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class EmailInviteResponse:
    """Who was invited."""

    __schema__ = "api_magic_v1_magic_links_email_InviteResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailRevokeInviteRequest:
    """Take an invitation back that was not used yet; its link stops working.

    Args:
        email: Where the invitation went.

    Raises:
        NotFoundError: ``email_not_found``.

    Source: `POST /v1/magic_links/email/revoke_invite
    <https://stytch.com/docs/api-reference/consumer/api/magic-links/via-email/revoke-pending-invite>`_
    """

    __schema__ = "api_magic_v1_magic_links_email_RevokeInviteRequest"

    email: str


@attrs.define(kw_only=True)
class EmailRevokeInviteResponse:
    """That the invitation is revoked."""

    __schema__ = "api_magic_v1_magic_links_email_RevokeInviteResponse"

    request_id: str
    status_code: int
