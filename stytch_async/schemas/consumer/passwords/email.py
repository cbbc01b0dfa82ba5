"""Passwords reset by emailed link."""

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, LinkMinutes, SessionMinutes
from stytch_async.schemas.shared import Attributes, DeviceInfo, Locale, Options

__all__ = [
    "EmailResetRequest",
    "EmailResetResponse",
    "EmailResetStartRequest",
    "EmailResetStartResponse",
]


@attrs.define(kw_only=True)
class EmailResetStartRequest:
    """Email a link that lets a user choose a new password.

    Also the way for a user without a password to get one. The link leads to ``reset_password_redirect_url`` with a
    ``token`` and ``stytch_token_type=reset_password`` added to its query. The mail has a second link, to log in without
    a password: that one leads to ``login_redirect_url``, with the type ``login``.

    Args:
        email: An address of the user.
        reset_password_redirect_url: The page that asks for the new password; must be registered. The project's default
            if left out.
        reset_password_expiration_minutes: How long the link works, 5 to 10080 minutes (7 days); 30 by default.
        code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``reset`` then asks for the secret.
        login_redirect_url: The page that logs the user in without a password; must be registered. The project's default
            if left out.
        reset_password_template_id: A template of the project, of the type for password resets; the default one if left
            out.

    Raises:
        NotFoundError: ``email_not_found``, ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``no_password_reset_redirect_url``,
            ``no_default_login_redirect_url_set``, ``invalid_password_reset_redirect_url``,
            ``invalid_pkce_code_challenge``, ``inactive_email``, ``invalid_login_redirect_url``,
            ``no_match_for_provided_magic_link_url``, ``invalid_expiration``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/passwords/email/reset/start
    <https://stytch.com/docs/api-reference/consumer/api/passwords/reset-options/password-reset-by-email-start>`_
    """

    __schema__ = "api_password_v1_passwords_email_ResetStartRequest"

    email: str
    reset_password_redirect_url: str | None = None
    reset_password_expiration_minutes: LinkMinutes | None = None
    code_challenge: str | None = None
    attributes: Attributes | None = None
    login_redirect_url: str | None = None
    locale: Locale | str | None = None
    reset_password_template_id: str | None = None


@attrs.define(kw_only=True)
class EmailResetStartResponse:
    """To whom the link went."""

    __schema__ = "api_password_v1_passwords_email_ResetStartResponse"

    request_id: str
    user_id: str
    email_id: str
    status_code: int


@attrs.define(kw_only=True)
class EmailResetRequest:
    """Set a new password with the token of an emailed link.

    The token is spent, the address becomes verified and every session of the user ends. A new session starts when
    ``session_duration_minutes`` is given.

    Args:
        token: The ``token`` query parameter of the link.
        password: The new password; the project's strength policy applies.
        code_verifier: Needed exactly when the link was asked for with a ``code_challenge``.
        options: Holds the caller's ``attributes`` against those given when the link was asked for.

    Raises:
        AuthenticationError: ``unable_to_auth_password_reset_token`` (spent or expired), ``attribute_mismatch``.
        BadRequestError: ``weak_password``, ``breached_password``, ``pkce_mismatch``, ``pkce_expected_code_verifier``,
            ``pkce_did_not_expect_code_verifier``.

    Source: `POST /v1/passwords/email/reset
    <https://stytch.com/docs/api-reference/consumer/api/passwords/reset-options/password-reset-by-email>`_
    """

    __schema__ = "api_password_v1_passwords_email_ResetRequest"

    token: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    code_verifier: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    attributes: Attributes | None = None
    options: Options | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class EmailResetResponse:
    """The user and, where it was asked for, the new session.

    Attributes:
        session_token: Empty without a session, as is ``session_jwt``.

    """

    __schema__ = "api_password_v1_passwords_email_ResetResponse"

    request_id: str
    user_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    user: User
    status_code: int
    session: Session | None = None
    user_device: DeviceInfo | None = None
