"""TODO"""

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
    """TODO

    Source: `POST /v1/b2b/magic_links/authenticate <TODO>`_
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
    """TODO"""

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
    """TODO

    Source: `POST /v1/b2b/magic_links/email/login_or_signup <TODO>`_
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
    """TODO"""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_LoginOrSignupResponse"

    request_id: str
    member_id: str
    member_created: bool
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class EmailInviteRequest:
    """TODO

    Source: `POST /v1/b2b/magic_links/email/invite <TODO>`_
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
    """TODO"""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_InviteResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class EmailDiscoverySendRequest:
    """TODO

    Source: `POST /v1/b2b/magic_links/email/discovery/send <TODO>`_
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
    """TODO"""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_email_discovery_SendResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class DiscoveryAuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/magic_links/discovery/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_discovery_AuthenticateRequest"

    discovery_magic_links_token: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class DiscoveryAuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_magic_v1_b2b_magic_links_discovery_AuthenticateResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
