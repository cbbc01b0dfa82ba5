"""OAuth logins of the B2B API."""

import datetime as dt

import attrs

from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, SMSLocale

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "DiscoveryAuthenticateRequest",
    "DiscoveryAuthenticateResponse",
    "ProviderValues",
]


@attrs.define(kw_only=True)
class ProviderValues:
    """What the provider issued.

    Attributes:
        scopes: What the access token permits.
        access_token: Opens the provider's own API. Google One Tap brings neither this nor a refresh token.
        id_token: From Microsoft only.

    """

    __schema__ = "api_b2b_oauth_v1_ProviderValues"

    scopes: list[str]
    access_token: str | None = attrs.field(default=None, repr=False)
    refresh_token: str | None = attrs.field(default=None, repr=False)
    expires_at: dt.datetime | None = None
    id_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log a member in with the token that an OAuth login ended with.

    The token is spent, and a pending or invited member becomes active.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where a second factor is
    needed, an intermediate session starts in its place, and ``session_duration_minutes`` and ``session_custom_claims``
    are ignored. A valid ``session_token`` or ``session_jwt`` spares the member the second factor.

    GitHub, HubSpot and Slack do not vouch for the address, nor does Google for accounts outside of its Workspace.
    Another way to log in is then required first; pass the ``intermediate_session_token`` along.

    Args:
        oauth_token: The ``token`` query parameter of the redirect.
        pkce_code_verifier: Needed exactly when the login began with a ``pkce_code_challenge``.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.
        intermediate_session_token: A login that is not complete yet; the OAuth login is added to it.

    Raises:
        BadRequestError: ``oauth_token_not_found`` (unknown, expired or spent), ``pkce_mismatch``,
            ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``, ``invalid_pkce_code_verifier``,
            ``email_jit_provisioning_not_allowed``, ``invalid_email_for_jit_provisioning``,
            ``oauth_tenant_jit_provisioning_not_allowed``, ``invalid_oauth_tenant_for_jit_provisioning``,
            ``operation_restricted_by_organization_auth_methods``, ``action_not_allowed_email_domain_is_claimed``,
            ``duplicate_member_email``, ``retired_member_email``, ``desired_email_updating_for_different_member``.
        RateLimitError: ``user_lock_limit_reached``.
        NotFoundError: ``intermediate_session_not_found``.

    Source: `POST /v1/b2b/oauth/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/oauth/organization/authenticate>`_
    """

    __schema__ = "api_b2b_oauth_v1_AuthenticateRequest"

    oauth_token: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)
    locale: SMSLocale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """A login, complete or not, and what the provider told.

    Attributes:
        provider_subject: The provider's id of the member.
        provider_type: Which provider it was, such as ``Google``.
        reset_sessions: Deprecated.
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

    __schema__ = "api_b2b_oauth_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    provider_subject: str
    provider_type: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization_id: str
    organization: Organization
    reset_sessions: bool
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    provider_values: ProviderValues | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class DiscoveryAuthenticateRequest:
    """Find somebody's organizations with the token that an OAuth login ended with.

    The token is spent. An intermediate session starts, for 10 minutes. Its token serves for
    ``discovery.intermediate_sessions.exchange``, to log in to one of the organizations, and for
    ``discovery.organizations.create``, to found another.

    Args:
        discovery_oauth_token: The ``token`` query parameter of the redirect.
        pkce_code_verifier: Needed exactly when the login began with a ``pkce_code_challenge``.

    Raises:
        BadRequestError: ``oauth_token_not_found`` (unknown, expired or spent), ``pkce_mismatch``,
            ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``, ``invalid_pkce_code_verifier``.

    Source: `POST /v1/b2b/oauth/discovery/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/oauth/discovery/authenticate>`_
    """

    __schema__ = "api_b2b_oauth_v1_b2b_oauth_discovery_AuthenticateRequest"

    discovery_oauth_token: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class DiscoveryAuthenticateResponse:
    """Who logged in, and the organizations to choose from.

    Attributes:
        provider_type: Which provider it was, such as ``Google``.
        provider_tenant_id: The tenant, where the provider named just one; better use ``provider_tenant_ids``.
        provider_tenant_ids: Every GitHub organization, HubSpot hub or Slack workspace that the provider named.
        full_name: Empty where the provider does not tell it.

    """

    __schema__ = "api_b2b_oauth_v1_b2b_oauth_discovery_AuthenticateResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    provider_type: str
    provider_tenant_id: str
    provider_tenant_ids: list[str]
    full_name: str
    status_code: int
