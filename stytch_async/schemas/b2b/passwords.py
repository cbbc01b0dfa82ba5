"""Passwords of the B2B API."""

import attrs

from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
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
    "DiscoveryAuthenticateRequest",
    "DiscoveryAuthenticateResponse",
    "DiscoveryEmailResetRequest",
    "DiscoveryEmailResetResponse",
    "DiscoveryEmailResetStartRequest",
    "DiscoveryEmailResetStartResponse",
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
        BadRequestError: ``password_already_exists``, ``invalid_hash_type``, ``invalid_hash``, ``invalid_bcrypt_hash``
            and its like, ``invalid_email``.
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


@attrs.define(kw_only=True)
class EmailResetStartRequest:
    """Email a link that lets a member choose a new password.

    Also the way for a member without a password to get one. The link leads to ``reset_password_redirect_url`` with a
    ``token`` added to its query. The mail has a second link, to log in without a password: that one leads to
    ``login_redirect_url``.

    Args:
        organization_id: Or its slug or external id.
        reset_password_redirect_url: The page that asks for the new password; must be registered. The project's default
            if left out.
        reset_password_expiration_minutes: How long the link works, 5 to 10080 minutes (7 days); 30 by default.
        code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``reset`` then asks for the secret.
        login_redirect_url: The page that logs the member in without a password; must be registered. The project's
            default if left out.
        reset_password_template_id: A template of the project, of the type for password resets; the default one if left
            out.
        verify_email_template_id: A template of the project, for a first password where passwords are shared across
            organizations; the default one if left out.

    Raises:
        NotFoundError: ``member_not_found``, ``organization_not_found``, ``email_template_not_found``.
        BadRequestError: ``no_password_reset_redirect_url``, ``no_default_login_redirect_url_set``,
            ``invalid_password_reset_redirect_url``, ``invalid_pkce_code_challenge``, ``inactive_email``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/passwords/email/reset/start
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/password-reset-by-email-start>`_
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
    """To whom the link went."""

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_ResetStartResponse"

    request_id: str
    member_id: str
    member_email_id: str
    member: Member
    status_code: int


@attrs.define(kw_only=True)
class EmailResetRequest:
    """Set a new password with the token of an emailed link.

    The token is spent, the address becomes verified and every session of the member ends. Then the member is logged in,
    as ``authenticate`` does it: with a session of 60 minutes by default, or with an intermediate one where a second
    factor is needed.

    Args:
        password_reset_token: The ``token`` query parameter of the link.
        password: The new password; the project's strength policy applies.
        code_verifier: Needed exactly when the link was asked for with a ``code_challenge``.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.
        intermediate_session_token: A login that is not complete yet; the password is added to it.

    Raises:
        AuthenticationError: ``unable_to_auth_password_reset_token`` (spent or expired).
        BadRequestError: ``weak_password``, ``breached_password``, ``pkce_mismatch``, ``pkce_expected_code_verifier``,
            ``pkce_did_not_expect_code_verifier``.

    Source: `POST /v1/b2b/passwords/email/reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/password-reset-by-email>`_
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
    """A login, complete or not; the fields mean what they do in `AuthenticateResponse`."""

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
    """Make a member choose a new password at the next login.

    Only for projects whose passwords are shared across organizations. Where the address has a single active member in
    the project, the password is deleted.

    Args:
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        authorization: Make the call as this member, who needs the permission to delete passwords.

    Raises:
        BadRequestError: ``cross_org_passwords_not_enabled``.
        NotFoundError: ``member_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/passwords/email/require_reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/require-password-reset-by-email>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_RequireResetRequest"

    email_address: str
    organization_id: str | None = None
    member_id: str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class EmailRequireResetResponse:
    """The member, where one was named, and the organization."""

    __schema__ = "api_b2b_password_v1_b2b_passwords_email_RequireResetResponse"

    request_id: str
    status_code: int
    member_id: str | None = None
    member: Member | None = None
    organization: Organization | None = None


@attrs.define(kw_only=True)
class SessionResetRequest:
    """Set a new password with a session that began a moment ago.

    One of ``session_token`` and ``session_jwt`` is needed. In that session a factor, whichever it is, must have been
    proven within the last 5 minutes. The member's other sessions end; this one goes on.

    Args:
        organization_id: Or its slug or external id.
        password: The new password; the project's strength policy applies.

    Raises:
        BadRequestError: ``session_too_old_to_reset_password``, ``weak_password``, ``breached_password``,
            ``no_session_arguments``, ``too_many_session_arguments``.
        NotFoundError: ``session_not_found``, ``organization_not_found``.

    Source: `POST /v1/b2b/passwords/session/reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/password-reset-by-session>`_
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
    """A login, complete or not; the fields mean what they do in `AuthenticateResponse`."""

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
    """Set a new password by giving the present one.

    Every session of the member ends. Then the member is logged in, as ``authenticate`` does it: with a session of 60
    minutes by default, or with an intermediate one where a second factor is needed.

    Args:
        new_password: The project's strength policy applies.
        organization_id: Or its slug or external id.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.

    Raises:
        BadRequestError: ``password_does_not_match`` (wrong present password), ``weak_password``, ``breached_password``,
            ``cannot_reset_password_with_existing_password``, ``member_reset_password``.
        NotFoundError: ``member_not_found``, ``member_password_not_found``, ``organization_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/passwords/existing_password/reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/password-reset-by-existing-password>`_
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
    """A login, complete or not; the fields mean what they do in `AuthenticateResponse`."""

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


@attrs.define(kw_only=True)
class DiscoveryAuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/discovery/authenticate <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_AuthenticateRequest"

    email_address: str
    password: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class DiscoveryAuthenticateResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_AuthenticateResponse"

    request_id: str
    email_address: str
    intermediate_session_token: str = attrs.field(repr=False)
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int


@attrs.define(kw_only=True)
class DiscoveryEmailResetStartRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/discovery/email/reset/start <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetStartRequest"

    email_address: str
    reset_password_redirect_url: str | None = None
    discovery_redirect_url: str | None = None
    reset_password_template_id: str | None = None
    reset_password_expiration_minutes: LinkMinutes | None = None
    pkce_code_challenge: str | None = None
    locale: str | None = None
    verify_email_template_id: str | None = None


@attrs.define(kw_only=True)
class DiscoveryEmailResetStartResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetStartResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class DiscoveryEmailResetRequest:
    """TODO

    Source: `POST /v1/b2b/passwords/discovery/email/reset <TODO>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetRequest"

    password_reset_token: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class DiscoveryEmailResetResponse:
    """TODO"""

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
