"""Passwords that are shared across organizations."""

import attrs

from stytch_async.schemas.b2b.discovery import DiscoveredOrganization
from stytch_async.schemas.markers import LinkMinutes
from stytch_async.schemas.shared import Locale

__all__ = [
    "DiscoveryAuthenticateRequest",
    "DiscoveryAuthenticateResponse",
    "DiscoveryEmailResetRequest",
    "DiscoveryEmailResetResponse",
    "DiscoveryEmailResetStartRequest",
    "DiscoveryEmailResetStartResponse",
]


@attrs.define(kw_only=True)
class DiscoveryAuthenticateRequest:
    """Check an email address and a password before an organization is chosen.

    Only for projects whose passwords are shared across organizations. An intermediate session starts, with which the
    person can log in to one of the organizations that the answer lists.

    Raises:
        AuthenticationError: ``unauthorized_credentials`` (wrong password).
        BadRequestError: ``cross_org_passwords_not_enabled``, ``member_reset_password`` (the password is right, and
            known from a breach).
        NotFoundError: ``member_not_found``, ``member_password_not_found``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/b2b/passwords/discovery/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/passwords/discovery-authenticate>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_AuthenticateRequest"

    email_address: str
    password: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class DiscoveryAuthenticateResponse:
    """The organizations that the person can log in to or join.

    Attributes:
        intermediate_session_token: Stands for the login so far, for 10 minutes; pass it to
            ``discovery.intermediate_sessions.exchange`` with the organization that is chosen.

    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_AuthenticateResponse"

    request_id: str
    email_address: str
    intermediate_session_token: str = attrs.field(repr=False)
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int


@attrs.define(kw_only=True)
class DiscoveryEmailResetStartRequest:
    """Email a link that lets someone choose a new password before an organization is chosen.

    Only for projects whose passwords are shared across organizations. The link leads to ``reset_password_redirect_url``
    with a ``token`` added to its query. The mail has a second link, to log in without a password: that one leads to
    ``discovery_redirect_url``.

    Args:
        reset_password_redirect_url: The page that asks for the new password; must be registered. The project's default
            if left out.
        discovery_redirect_url: The page that goes on without a password; must be registered. The project's default if
            left out.
        reset_password_template_id: A template of the project, of the type for password resets; the default one if left
            out.
        reset_password_expiration_minutes: How long the link works, 5 to 10080 minutes (7 days); 30 by default.
        pkce_code_challenge: The SHA-256 of a secret in unpadded base64url (PKCE). ``reset`` then asks for the secret.
        locale: One of `Locale`; English by default.
        verify_email_template_id: A template of the project, for a first password; the default one if left out.

    Raises:
        NotFoundError: ``email_template_not_found``.
        BadRequestError: ``invalid_template_id``, ``cross_org_passwords_not_enabled``,
            ``no_password_reset_redirect_url``, ``no_default_discovery_redirect_url_set``,
            ``invalid_password_reset_redirect_url``, ``invalid_discovery_redirect_url``,
            ``no_match_for_provided_magic_link_url``, ``invalid_pkce_code_challenge``, ``invalid_expiration``,
            ``inactive_email``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/passwords/discovery/email/reset/start
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/discovery-password-reset-by-email-start>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetStartRequest"

    email_address: str
    reset_password_redirect_url: str | None = None
    discovery_redirect_url: str | None = None
    reset_password_template_id: str | None = None
    reset_password_expiration_minutes: LinkMinutes | None = None
    pkce_code_challenge: str | None = None
    locale: Locale | str | None = None
    verify_email_template_id: str | None = None


@attrs.define(kw_only=True)
class DiscoveryEmailResetStartResponse:
    """The link is on its way."""

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetStartResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class DiscoveryEmailResetRequest:
    """Set a new password with the token of an emailed link before an organization is chosen.

    The token is spent. An intermediate session starts, with which the person can log in to one of the organizations
    that the answer lists.

    Args:
        password_reset_token: The ``token`` query parameter of the link.
        password: The new password; the project's strength policy applies.
        pkce_code_verifier: Needed exactly when the link was asked for with a ``pkce_code_challenge``.

    Raises:
        AuthenticationError: ``unable_to_auth_password_reset_token`` (spent or expired).
        BadRequestError: ``cross_org_passwords_not_enabled``, ``weak_password``, ``breached_password``,
            ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``.

    Source: `POST /v1/b2b/passwords/discovery/email/reset
    <https://stytch.com/docs/api-reference/b2b/api/passwords/create-or-reset-options/discovery-password-reset-by-email>`_
    """

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetRequest"

    password_reset_token: str = attrs.field(repr=False)
    password: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class DiscoveryEmailResetResponse:
    """Where the person can go from here; the fields mean what they do in `DiscoveryAuthenticateResponse`."""

    __schema__ = "api_b2b_password_v1_b2b_passwords_discovery_email_ResetResponse"

    request_id: str
    intermediate_session_token: str = attrs.field(repr=False)
    email_address: str
    discovered_organizations: list[DiscoveredOrganization]
    status_code: int
