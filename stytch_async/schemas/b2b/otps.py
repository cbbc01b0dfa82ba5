"""One-time passcodes of the B2B API."""

from typing import Annotated

import attrs

from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.b2b.members import Member, MFAEnrollment
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import Between, CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, Locale

__all__ = [
    "CodeMinutes",
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

CodeMinutes = Annotated[int, Between(2, 15)]
"""How long an emailed code can be used: 2 to 15 minutes."""


@attrs.define(kw_only=True)
class SmsSendRequest:
    """Text a code to a member's phone, as a second factor.

    The code works for 2 minutes; the one sent before it stops working. A login that lacks a second factor sends a code
    by itself where the member has a phone: call this for another code, or later in a session.

    A member who has a second factor already must have given it in the ``intermediate_session_token``, ``session_token``
    or ``session_jwt``. Without one none of the three is needed; one that is given has to be the member's.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        mfa_phone_number: In E.164 form, for a member who has no phone yet; it becomes the member's. Countries other
            than the USA and Canada have to be allowed in the project first.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``, ``member_phone_number_not_found``,
            ``intermediate_session_not_found``, ``session_not_found``.
        BadRequestError: ``duplicate_member_phone_number_for_member`` (the member has another),
            ``duplicate_member_phone_number`` (somebody else has it), ``invalid_phone_number``,
            ``invalid_phone_number_country_code``, ``unsubscribed_phone_number``,
            ``action_available_only_for_active_members``, ``action_available_only_once_primary_authentication_is_met``,
            ``session_enforced_factor_matching_session_required`` (a new number, and the second factor that the member
            has was not given), ``too_many_session_arguments``, ``member_session_member_id_mismatch``,
            ``operation_restricted_by_organization_mfa_methods``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/otps/sms/send <https://stytch.com/docs/api-reference/b2b/api/mfa/otp/send-sms-otp>`_
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
    """To whom the code went."""

    __schema__ = "api_b2b_otp_v1_b2b_otp_sms_SendResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class SmsAuthenticateRequest:
    """Complete a login, or strengthen a session, with a texted code.

    The code is spent and the phone becomes verified. Give exactly one of ``intermediate_session_token``,
    ``session_token`` and ``session_jwt``. The session lasts 60 minutes from now unless ``session_duration_minutes``
    says otherwise.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        code: Six digits. Only the one sent last counts.
        intermediate_session_token: A login that lacks a second factor; it is spent.
        set_mfa_enrollment: ``enroll`` or ``unenroll``: whether later logins shall need a second factor. Where
            ``mfa_policy`` is ``REQUIRED_FOR_ALL``, the member is enrolled whatever this says.
        set_default_mfa: Make text messages the member's default second factor; the first one that a member completes
            becomes that anyway.

    Raises:
        NotFoundError: ``otp_code_not_found`` (a wrong code), ``member_not_found``, ``intermediate_session_not_found``,
            ``session_not_found``.
        AuthenticationError: ``unable_to_auth_otp_code`` (used before, or expired).
        BadRequestError: ``invalid_code`` (not six digits), ``no_session_arguments``, ``too_many_session_arguments``,
            ``action_available_only_for_active_members``, ``action_available_only_once_primary_authentication_is_met``,
            ``member_session_member_id_mismatch``, ``operation_restricted_by_organization_mfa_methods``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/otps/sms/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/mfa/otp/authenticate-sms-otp>`_
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
    set_mfa_enrollment: MFAEnrollment | str | None = None
    set_default_mfa: bool | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class SmsAuthenticateResponse:
    """The member, the organization and the session."""

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
    """Email a code that logs a member in, or signs one up.

    Every code sent to the address before stops working. An active member gets the mail for logins; a pending or invited
    one gets that for signups. So does somebody new, who becomes a ``pending`` member until the code is used, where the
    organization's ``email_jit_provisioning`` lets them in.

    Args:
        organization_id: Or its slug or external id.
        login_template_id: A template of the project, of the type for logins by code; the default one if left out.
        signup_template_id: A template of the project, of the type for signups by code; the default one if left out.
        login_expiration_minutes: How long a login code works, 2 to 15 minutes; 10 by default.
        signup_expiration_minutes: How long a signup code works, 2 to 15 minutes; 10 by default.

    Raises:
        NotFoundError: ``organization_not_found``, ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``inactive_email``, ``invalid_email``,
            ``email_jit_provisioning_not_allowed``, ``invalid_email_for_jit_provisioning``,
            ``operation_restricted_by_organization_auth_methods``, ``action_not_allowed_email_domain_is_claimed``,
            ``retired_member_email``, ``desired_email_updating_for_different_member``, ``invalid_expiration_otp``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/otps/email/login_or_signup
    <https://stytch.com/docs/api-reference/b2b/api/email-otp/overview>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_LoginOrSignupRequest"

    organization_id: str
    email_address: str
    login_template_id: str | None = None
    signup_template_id: str | None = None
    locale: Locale | str | None = None
    login_expiration_minutes: CodeMinutes | None = None
    signup_expiration_minutes: CodeMinutes | None = None


@attrs.define(kw_only=True)
class EmailLoginOrSignupResponse:
    """To whom the code went.

    Attributes:
        member_created: Whether the member is new.

    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_LoginOrSignupResponse"

    request_id: str
    member_id: str
    member_created: bool
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class EmailAuthenticateRequest:
    """Log a member in with an emailed code.

    The code is spent, the address becomes verified, and a pending or invited member becomes active.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where a second factor is
    needed, an intermediate session starts in its place, and ``session_duration_minutes`` and ``session_custom_claims``
    are ignored. A valid ``session_token`` or ``session_jwt`` spares the member the second factor.

    Args:
        organization_id: Or its slug or external id.
        code: Six digits. Only the one sent last counts.
        intermediate_session_token: A login that is not complete yet; the code is added to it.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.

    Raises:
        NotFoundError: ``otp_code_not_found`` (a wrong code), ``member_not_found``, ``organization_not_found``,
            ``intermediate_session_not_found``.
        AuthenticationError: ``unable_to_auth_otp_code`` (used before, or expired).
        BadRequestError: ``invalid_code`` (not six digits), ``operation_restricted_by_organization_auth_methods``,
            ``unable_to_verify_member_email_update`` (a new address, too late).
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/otps/email/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/email-otp/organization/authenticate-otp>`_
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
    """A login, complete or not.

    Attributes:
        method_id: The address that the code went to, by its id.
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

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
    """Email a code with which somebody finds their organizations.

    Any address will do: whoever has it need not be a member anywhere. Every code sent to it before stops working.

    Args:
        login_template_id: A template of the project, of the type for logins by code; the default one if left out.
        discovery_expiration_minutes: How long the code works, 2 to 15 minutes; 10 by default.

    Raises:
        NotFoundError: ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``inactive_email``, ``invalid_email``, ``invalid_expiration_otp``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/otps/email/discovery/send
    <https://stytch.com/docs/api-reference/b2b/api/email-otp/discovery/send-discovery-otp>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_SendRequest"

    email_address: str
    login_template_id: str | None = None
    locale: Locale | str | None = None
    discovery_expiration_minutes: CodeMinutes | None = None


@attrs.define(kw_only=True)
class EmailDiscoverySendResponse:
    """The code is on its way."""

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_SendResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailDiscoveryAuthenticateRequest:
    """Find somebody's organizations with an emailed code.

    The code is spent. An intermediate session starts, for 10 minutes. Its token serves for
    ``discovery.intermediate_sessions.exchange``, to log in to one of the organizations, and for
    ``discovery.organizations.create``, to found another.

    Args:
        code: Six digits. Only the one sent last counts.

    Raises:
        NotFoundError: ``otp_code_not_found`` (a wrong code).
        AuthenticationError: ``unable_to_auth_otp_code`` (used before, or expired).
        BadRequestError: ``invalid_code`` (not six digits).

    Source: `POST /v1/b2b/otps/email/discovery/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/email-otp/discovery/authenticate-discovery-otp>`_
    """

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateRequest"

    email_address: str
    code: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class EmailDiscoveryAuthenticateResponse:
    """Whose code it was, and the organizations to choose from."""

    __schema__ = "api_b2b_otp_v1_b2b_otp_email_discovery_AuthenticateResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
