"""TODO"""

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
    """TODO"""

    __schema__ = "api_b2b_oauth_v1_ProviderValues"

    scopes: list[str]
    access_token: str | None = attrs.field(default=None, repr=False)
    refresh_token: str | None = attrs.field(default=None, repr=False)
    expires_at: dt.datetime | None = None
    id_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/oauth/authenticate <TODO>`_
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
    """TODO"""

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
    """TODO

    Source: `POST /v1/b2b/oauth/discovery/authenticate <TODO>`_
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
    """TODO"""

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
