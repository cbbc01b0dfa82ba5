"""Magic links of the B2B API."""

import attrs

from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, LinkMinutes, Metadata, SessionMinutes
from stytch_async.schemas.shared import Authorization, DeviceInfo, Locale

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "DiscoveryAuthenticateRequest",
    "DiscoveryAuthenticateResponse",
    "EmailDiscoverySendRequest",
    "EmailDiscoverySendResponse",
    "EmailInviteRequest",
    "EmailInviteResponse",
    "EmailLoginOrSignupRequest",
    "EmailLoginOrSignupResponse",
]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log a member in with the token of an emailed link.

    The token is spent, the address becomes verified, and a pending or invited member becomes active.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where a second factor is
    needed, an intermediate session starts in its place, and ``session_duration_minutes`` and ``session_custom_claims``
    are ignored. A valid ``session_token`` or ``session_jwt`` spares the member the second factor.

    Args:
        magic_links_token: The ``token`` query parameter of the link.
        pkce_code_verifier: Needed exactly when the link was asked for with a ``pkce_code_challenge``.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.
        intermediate_session_token: A login that is not complete yet; the link is added to it.

    Raises:
        AuthenticationError: ``unable_to_auth_magic_link`` (spent or expired).
        NotFoundError: ``magic_link_not_found``, ``intermediate_session_not_found``.
        BadRequestError: ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``,
            ``operation_restricted_by_organization_auth_methods``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/magic_links/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/email-magic-links/organization/authenticate-magic-link>`_
    """

    __schema__ = "api_b2b_magic_v1_AuthenticateRequest"

    magic_links_token: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """A login, complete or not.

    Attributes:
        method_id: The address that the link went to, by its id.
        reset_sessions: Deprecated.
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

    __schema__ = "api_b2b_magic_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    method_id: str
    reset_sessions: bool
    organization_id: str
    member: Member
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    organization: Organization
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class EmailLoginOrSignupRequest:
    """Email a link that logs a member in, or signs one up.

    An active member gets the mail for logins; a pending or invited one gets that for signups. So does somebody new, who
    becomes a ``pending`` member until the link is used, where the organization's ``email_jit_provisioning`` lets them
    in.

    Args:
        organization_id: Or its slug or external id.
        login_redirect_url: The page that logs an active member in; must be registered. The project's default if left
            out.
        signup_redirect_url: The page that logs anybody else in; must be registered. The project's default if left out.
        pkce_code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``authenticate`` then asks for the
            secret.
        login_template_id: A template of the project, of the type for logins by magic link; the default one if left out.
        signup_template_id: A template of the project, of the type for signups by magic link; the default one if left
            out.
        login_expiration_minutes: How long a login link works, 5 to 10080 minutes (7 days); 60 by default.
        signup_expiration_minutes: How long a signup link works, 5 to 10080 minutes (7 days); 60 by default.

    Raises:
        NotFoundError: ``organization_not_found``, ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``inactive_email``, ``invalid_email``,
            ``email_jit_provisioning_not_allowed``, ``invalid_email_for_jit_provisioning``,
            ``operation_restricted_by_organization_auth_methods``, ``action_not_allowed_email_domain_is_claimed``,
            ``retired_member_email``, ``desired_email_updating_for_different_member``,
            ``no_default_login_redirect_url_set``, ``no_default_signup_redirect_url_set``,
            ``invalid_login_redirect_url``, ``invalid_signup_redirect_url``, ``no_match_for_provided_magic_link_url``,
            ``invalid_pkce_code_challenge``, ``invalid_expiration``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/magic_links/email/login_or_signup
    <https://stytch.com/docs/api-reference/b2b/api/email-magic-links/overview>`_
    """

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_LoginOrSignupRequest"

    organization_id: str
    email_address: str
    login_redirect_url: str | None = None
    signup_redirect_url: str | None = None
    pkce_code_challenge: str | None = None
    login_template_id: str | None = None
    signup_template_id: str | None = None
    locale: Locale | str | None = None
    login_expiration_minutes: LinkMinutes | None = None
    signup_expiration_minutes: LinkMinutes | None = None


@attrs.define(kw_only=True)
class EmailLoginOrSignupResponse:
    """To whom the link went.

    Attributes:
        member_created: Whether the member is new.

    """

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_LoginOrSignupResponse"

    request_id: str
    member_id: str
    member_created: bool
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class EmailInviteRequest:
    """Invite somebody to an organization by emailed link.

    Somebody new becomes a member who is ``invited`` until the link is used; so does a member who was ``pending``. An
    active member cannot be invited. Deleting the member takes the invitation back.

    Args:
        organization_id: Or its slug or external id.
        invite_redirect_url: The page that logs the new member in; must be registered. The project's default if left
            out.
        invited_by_member_id: Who invites.
        name: The new member's.
        invite_template_id: A template of the project, of the type for invitations; the default one if left out.
        roles: Ids of roles to assign. Everybody has ``stytch_member``; it cannot be assigned.
        invite_expiration_minutes: How long the link works, 5 to 10080 minutes (7 days); 10080 by default.
        authorization: Make the call as this member, who needs the permission to create members.

    Raises:
        NotFoundError: ``organization_not_found``, ``member_not_found`` (who invites), ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``invalid_email_for_invites``, ``duplicate_member_email``,
            ``inactive_email``, ``action_not_allowed_email_domain_is_claimed``, ``retired_member_email``,
            ``desired_email_updating_for_different_member``, ``cannot_assign_default_rbac_role_id``,
            ``no_default_invite_redirect_url_set``, ``invalid_invite_redirect_url``,
            ``no_match_for_provided_magic_link_url``, ``invalid_member_id`` (who invites), ``invalid_expiration``.
        AuthenticationError: ``cannot_update_trusted_metadata`` (as a member).
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/magic_links/email/invite
    <https://stytch.com/docs/api-reference/b2b/api/email-magic-links/organization/send-invite-email>`_
    """

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_InviteRequest"

    organization_id: str
    email_address: str
    invite_redirect_url: str | None = None
    invited_by_member_id: str | None = None
    name: str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    invite_template_id: str | None = None
    locale: Locale | str | None = None
    roles: list[str] | None = None
    invite_expiration_minutes: LinkMinutes | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class EmailInviteResponse:
    """The invited member and the organization."""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_InviteResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class EmailDiscoverySendRequest:
    """Email a link with which somebody finds their organizations.

    Any address will do: whoever has it need not be a member anywhere.

    Args:
        discovery_redirect_url: The page that shows the organizations to choose from; must be registered. The project's
            default if left out.
        pkce_code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``discovery.authenticate`` then asks
            for the secret.
        login_template_id: A template of the project, of the type for logins by magic link; the default one if left out.
        discovery_expiration_minutes: How long the link works, 5 to 10080 minutes (7 days); 60 by default.

    Raises:
        NotFoundError: ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``inactive_email``, ``invalid_email``,
            ``no_default_discovery_redirect_url_set``, ``invalid_discovery_redirect_url``,
            ``no_match_for_provided_magic_link_url``, ``invalid_pkce_code_challenge``, ``invalid_expiration``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/magic_links/email/discovery/send
    <https://stytch.com/docs/api-reference/b2b/api/email-magic-links/discovery/send-discovery-email>`_
    """

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_discovery_SendRequest"

    email_address: str
    discovery_redirect_url: str | None = None
    pkce_code_challenge: str | None = None
    login_template_id: str | None = None
    locale: Locale | str | None = None
    discovery_expiration_minutes: LinkMinutes | None = None


@attrs.define(kw_only=True)
class EmailDiscoverySendResponse:
    """The link is on its way."""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_discovery_SendResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class DiscoveryAuthenticateRequest:
    """Find somebody's organizations with the token of an emailed link.

    The token is spent. An intermediate session starts, for 10 minutes. Its token serves for
    ``discovery.intermediate_sessions.exchange``, to log in to one of the organizations, and for
    ``discovery.organizations.create``, to found another.

    Args:
        discovery_magic_links_token: The ``token`` query parameter of the link.
        pkce_code_verifier: Needed exactly when the link was asked for with a ``pkce_code_challenge``.

    Raises:
        AuthenticationError: ``unable_to_auth_magic_link`` (spent or expired).
        NotFoundError: ``magic_link_not_found``.
        BadRequestError: ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``.

    Source: `POST /v1/b2b/magic_links/discovery/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/email-magic-links/discovery/authenticate-discovery-magic-link>`_
    """

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_discovery_AuthenticateRequest"

    discovery_magic_links_token: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class DiscoveryAuthenticateResponse:
    """Whose link it was, and the organizations to choose from."""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_discovery_AuthenticateResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
