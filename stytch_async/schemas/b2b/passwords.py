"""TODO"""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.hashes import (
    Argon2Config,
    HashType,
    MD5Config,
    PBKDF2Config,
    ScryptConfig,
    SHA1Config,
    SHA512Config,
)
from stytch_async.schemas.markers import CustomClaims, ExternalID, LinkMinutes, Metadata, SessionMinutes
from stytch_async.schemas.shared import Authorization, DeviceInfo, Locale, LUDSRequirements

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "EmailRequireResetRequest",
    "EmailRequireResetResponse",
    "EmailResetRequest",
    "EmailResetResponse",
    "EmailResetStartRequest",
    "EmailResetStartResponse",
    "ExistingPasswordResetRequest",
    "ExistingPasswordResetResponse",
    "MigrateRequest",
    "MigrateResponse",
    "SessionResetRequest",
    "SessionResetResponse",
    "StrengthCheckRequest",
    "StrengthCheckResponse",
    "ZxcvbnFeedback",
]


@attrs.define(kw_only=True)
class ZxcvbnFeedback:
    """TODO"""

    __schema__ = "api_b2b_password_v1_ZxcvbnFeedback"

    warning: str
    suggestions: list[str]


@attrs.define(kw_only=True)
class StrengthCheckRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/strength_check <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_StrengthCheckRequest"

    password: str = attrs.field(repr=False)
    email_address: str | None = None


@attrs.define(kw_only=True)
class StrengthCheckResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_StrengthCheckResponse"

    request_id: str
    valid_password: bool
    score: int
    breached_password: bool
    strength_policy: str
    breach_detection_on_create: bool
    status_code: int
    luds_feedback: LUDSRequirements | None = None
    zxcvbn_feedback: ZxcvbnFeedback | None = None


@attrs.define(kw_only=True)
class MigrateRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/migrate <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_MigrateRequest"

    email_address: str
    hash: str = attrs.field(repr=False)
    hash_type: HashType | str
    organization_id: str
    md_5_config: MD5Config | None = None
    argon_2_config: Argon2Config | None = None
    sha_1_config: SHA1Config | None = None
    sha_512_config: SHA512Config | None = None
    scrypt_config: ScryptConfig | None = None
    pbkdf_2_config: PBKDF2Config | None = None
    name: str | None = None
    trusted_metadata: Metadata | None = None
    untrusted_metadata: Metadata | None = None
    roles: list[str] | None = None
    preserve_existing_sessions: bool | None = None
    mfa_phone_number: str | None = None
    set_phone_number_verified: bool | None = None
    external_id: ExternalID | None = None


@attrs.define(kw_only=True)
class MigrateResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_MigrateResponse"

    request_id: str
    member_id: str
    member_created: bool
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_AuthenticateRequest"

    organization_id: str
    email_address: str
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_AuthenticateResponse"

    request_id: str
    member_id: str
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
class EmailResetStartRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/email/reset/start <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_ResetStartRequest"

    organization_id: str
    email_address: str
    reset_password_redirect_url: str | None = None
    reset_password_expiration_minutes: LinkMinutes | None = None
    code_challenge: str | None = None
    login_redirect_url: str | None = None
    locale: Locale | str | None = None
    reset_password_template_id: str | None = None
    verify_email_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailResetStartResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_ResetStartResponse"

    request_id: str
    member_id: str
    member_email_id: str
    member: Member
    status_code: int


@attrs.define(kw_only=True)
class EmailResetRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/email/reset <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_ResetRequest"

    password_reset_token: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    code_verifier: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class EmailResetResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_ResetResponse"

    request_id: str
    member_id: str
    member_email_id: str
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
class EmailRequireResetRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/email/require_reset <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_RequireResetRequest"

    email_address: str
    organization_id: str | None = None
    member_id: str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class EmailRequireResetResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_RequireResetResponse"

    request_id: str
    status_code: int
    member_id: str | None = None
    member: Member | None = None
    organization: Organization | None = None


@attrs.define(kw_only=True)
class SessionResetRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/session/reset <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_session_ResetRequest"

    organization_id: str
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class SessionResetResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_session_ResetResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class ExistingPasswordResetRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/existing_password/reset <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_existing_password_ResetRequest"

    email_address: str
    existing_password: str = attrs.field(repr=False)
    new_password: str = attrs.field(repr=False)
    organization_id: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    locale: Locale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExistingPasswordResetResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_existing_password_ResetResponse"

    request_id: str
    member_id: str
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
