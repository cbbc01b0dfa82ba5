"""Passwords reset by emailed link."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, LinkMinutes, SessionMinutes
from stytch_async.schemas.shared import Authorization, DeviceInfo, Locale

__all__ = [
    "EmailRequireResetRequest",
    "EmailRequireResetResponse",
    "EmailResetRequest",
    "EmailResetResponse",
    "EmailResetStartRequest",
    "EmailResetStartResponse",
]


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
        BadRequestError: ``invalid_template_id``, ``no_password_reset_redirect_url``,
            ``no_default_login_redirect_url_set``, ``invalid_password_reset_redirect_url``,
            ``invalid_pkce_code_challenge``, ``inactive_email``, ``invalid_login_redirect_url``,
            ``no_match_for_provided_magic_link_url``, ``invalid_expiration``,
            ``operation_restricted_by_organization_auth_methods``.
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
            ``pkce_did_not_expect_code_verifier``, ``operation_restricted_by_organization_auth_methods``.

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
