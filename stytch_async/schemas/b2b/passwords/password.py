"""Passwords checked, brought over from another system, and logged in with."""

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
from stytch_async.schemas.markers import CustomClaims, ExternalID, Metadata, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, Locale, LUDSRequirements

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "MigrateRequest",
    "MigrateResponse",
    "StrengthCheckRequest",
    "StrengthCheckResponse",
    "ZxcvbnFeedback",
]


@attrs.define(kw_only=True)
class ZxcvbnFeedback:
    """How a password could be better, under a zxcvbn policy.

    Attributes:
        warning: What is wrong with it, fit for the member's eyes; empty where nothing is.
        suggestions: What would help, fit for the member's eyes.

    """

    __schema__ = "api_b2b_password_v1_ZxcvbnFeedback"

    warning: str
    suggestions: list[str]


@attrs.define(kw_only=True)
class StrengthCheckRequest:
    """Judge a password by the project's policy, and store nothing.

    Args:
        email_address: Has the password looked up among breached ones, too; such a one is not valid.

    Raises:
        BadRequestError: ``invalid_email``.

    Source: `POST /v1/b2b/passwords/strength_check
    <https://stytch.com/docs/api-reference/b2b/api/passwords/strength-check>`_
    """

    __schema__ = "api_b2b_password_v1_StrengthCheckRequest"

    password: str = attrs.field(repr=False)
    email_address: str | None = None


@attrs.define(kw_only=True)
class StrengthCheckResponse:
    """What the policy says of a password.

    Attributes:
        valid_password: Whether it would be accepted.
        score: zxcvbn's, 0 to 4; 3 is enough.
        breached_password: Whether Have I Been Pwned knows it; always false without an ``email_address``, or where the
            project turned the check off.
        strength_policy: ``zxcvbn`` or ``luds``; the feedback of that name is set.
        breach_detection_on_create: Whether a new password is looked up among breached ones.

    """

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
    """Bring a member's password over from another system, as a hash.

    The member's address counts as verified from then on: call this only where the other system has verified it. A
    member is created where none has the address; one who has it must not have a password. Where passwords are shared
    across organizations, call it for each organization. 100 calls a second are allowed.

    Args:
        organization_id: Or its slug or external id.
        hash: As the other system stored it; in base64 for PBKDF2, and for scrypt unless it is in PHC form.
        md_5_config: May be left out where no salt was added.
        argon_2_config: Needed unless ``hash`` is in the encoded form that begins with ``$argon2``.
        sha_1_config: May be left out where no salt was added.
        sha_512_config: May be left out where no salt was added.
        scrypt_config: Needed unless ``hash`` is in PHC form.
        pbkdf_2_config: Always needed for PBKDF2.
        roles: Ids of roles; they replace all that were assigned before.
        preserve_existing_sessions: Keep the SSO sessions of a member who loses a role that the SSO connection also
            grants; by default they end.
        mfa_phone_number: In E.164 form.
        set_phone_number_verified: Say that the member owns the number; false by default.
        external_id: The app's own id, for a member who is created by this call; otherwise ignored.

    Raises:
        BadRequestError: ``password_already_exists``, ``invalid_hash_type``, ``invalid_hash``, ``invalid_*_hash``,
            ``invalid_argon_2_*``, ``invalid_pbkdf_2_*``, ``invalid_phpass_*``, ``invalid_*scrypt_*``,
            ``*_key_length_mismatch``, ``duplicate_member_external_id``, ``duplicate_member_phone_number``,
            ``duplicate_member_phone_number_for_member``, ``retired_member_email``,
            ``desired_email_updating_for_different_member``, ``action_not_allowed_email_domain_is_claimed``.
        NotFoundError: ``organization_not_found``.

    Source: `POST /v1/b2b/passwords/migrate <https://stytch.com/docs/api-reference/b2b/api/passwords/migrate>`_
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
    """The member who has the password now, and the organization.

    Attributes:
        member_created: Whether the member is new.

    """

    __schema__ = "api_b2b_password_v1_MigrateResponse"

    request_id: str
    member_id: str
    member_created: bool
    member: Member
    organization: Organization
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log a member in with an email address and a password.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where a second factor is
    needed, an intermediate session starts in its place, and ``session_duration_minutes`` and ``session_custom_claims``
    are ignored. A valid ``session_token`` or ``session_jwt`` spares the member the second factor.

    A wrong password counts towards the lock that keeps a member out for a while.

    Args:
        organization_id: Or its slug or external id.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.
        intermediate_session_token: A login that is not complete yet; the password is added to it.

    Raises:
        AuthenticationError: ``unauthorized_credentials`` (wrong password).
        BadRequestError: ``member_reset_password`` (the password is right, and known from a breach),
            ``operation_restricted_by_organization_auth_methods``.
        NotFoundError: ``member_not_found``, ``member_password_not_found``, ``organization_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/passwords/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/passwords/authenticate>`_
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
    """A login, complete or not.

    Attributes:
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

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
