"""TODO"""

import attrs

from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, LinkMinutes, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, Locale

__all__ = [
    "EmailAuthenticateRequest",
    "EmailAuthenticateResponse",
    "EmailDiscoveryAuthenticateRequest",
    "EmailDiscoveryAuthenticateResponse",
    "EmailDiscoverySendRequest",
    "EmailDiscoverySendResponse",
    "EmailLoginOrSignupRequest",
    "EmailLoginOrSignupResponse",
    "SmsAuthenticateRequest",
    "SmsAuthenticateResponse",
    "SmsSendRequest",
    "SmsSendResponse",
]


@attrs.define(kw_only=True)
class SmsSendRequest:
    """TODO

    Source: `POST /v1/b2b/otps/sms/send <TODO>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_sms_SendRequest"

    organization_id: str
    member_id: str
    mfa_phone_number: str | None = None
    locale: Locale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class SmsSendResponse:
    """TODO"""

    __schema__ = "api_b2b_otp_v1_b2b_otp_sms_SendResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class SmsAuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/otps/sms/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_sms_AuthenticateRequest"

    organization_id: str
    member_id: str
    code: str = attrs.field(repr=False)
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    set_mfa_enrollment: str | None = None
    set_default_mfa: bool | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class SmsAuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_otp_v1_b2b_otp_sms_AuthenticateResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class EmailLoginOrSignupRequest:
    """TODO

    Source: `POST /v1/b2b/otps/email/login_or_signup <TODO>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_LoginOrSignupRequest"

    organization_id: str
    email_address: str
    login_template_id: str | None = None
    signup_template_id: str | None = None
    locale: Locale | str | None = None
    login_expiration_minutes: LinkMinutes | None = None
    signup_expiration_minutes: LinkMinutes | None = None


@attrs.define(kw_only=True)
class EmailLoginOrSignupResponse:
    """TODO"""

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_LoginOrSignupResponse"

    request_id: str
    member_id: str
    member_created: bool
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class EmailAuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/otps/email/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_AuthenticateRequest"

    organization_id: str
    email_address: str
    code: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class EmailAuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_AuthenticateResponse"

    request_id: str
    member_id: str
    method_id: str
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
class EmailDiscoverySendRequest:
    """TODO

    Source: `POST /v1/b2b/otps/email/discovery/send <TODO>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_SendRequest"

    email_address: str
    login_template_id: str | None = None
    locale: Locale | str | None = None
    discovery_expiration_minutes: LinkMinutes | None = None


@attrs.define(kw_only=True)
class EmailDiscoverySendResponse:
    """TODO"""

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_SendResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailDiscoveryAuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/otps/email/discovery/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateRequest"

    email_address: str
    code: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class EmailDiscoveryAuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
