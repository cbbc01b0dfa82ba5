"""Logins through an SSO connection."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, SMSLocale

__all__ = ["AuthenticateRequest", "AuthenticateResponse"]


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log a member in with the token that an SSO login ended with.

    The token is spent. Somebody new becomes a member where the organization's ``sso_jit_provisioning`` lets them in.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where a second factor is
    needed, an intermediate session starts in its place, and ``session_duration_minutes`` and ``session_custom_claims``
    are ignored. A valid ``session_token`` or ``session_jwt`` spares the member the second factor.

    Args:
        sso_token: The ``token`` query parameter of the redirect.
        pkce_code_verifier: Needed exactly when the login began with a ``pkce_code_challenge``.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.
        intermediate_session_token: A login that is not complete yet; the SSO login is added to it.

    Raises:
        NotFoundError: ``sso_token_not_found`` (unknown, expired or spent), ``intermediate_session_not_found``.
        BadRequestError: ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``,
            ``invalid_pkce_code_verifier``, ``invalid_connection_for_jit_provisioning``,
            ``action_not_allowed_email_domain_is_claimed``, ``operation_restricted_by_organization_auth_methods``;
            ``duplicate_member_email``, ``retired_member_email``, ``desired_email_updating_for_different_member``
            (another member has, had or is about to have the address that the identity provider tells).

    Source: `POST /v1/b2b/sso/authenticate
    <https://stytch.com/docs/api-reference/b2b/api/sso/shared/complete-sso-authenticate>`_
    """

    __schema__ = "api_sso_v1_AuthenticateRequest"

    sso_token: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: SMSLocale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """A login, complete or not.

    Attributes:
        reset_session: Deprecated.
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. It is good in this organization only. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

    __schema__ = "api_sso_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    organization_id: str
    member: Member
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    reset_session: bool
    organization: Organization
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None
