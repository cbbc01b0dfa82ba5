"""Sessions in exchange for another one, or for a token of another system."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions.session import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo, SMSLocale

__all__ = [
    "AttestRequest",
    "AttestResponse",
    "ExchangeAccessTokenRequest",
    "ExchangeAccessTokenResponse",
    "ExchangeRequest",
    "ExchangeResponse",
    "MigrateRequest",
    "MigrateResponse",
]


@attrs.define(kw_only=True)
class ExchangeRequest:
    """Move from a member's session to one in another organization.

    The person must be a member there too, or be invited: the invitation is then accepted. Joining by the domain of an
    address takes ``discovery.intermediate_sessions.exchange`` instead. Give one of ``session_token`` and
    ``session_jwt``.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where the other organization
    asks for more than the first session has proven, an intermediate session starts in its place, and
    ``session_duration_minutes`` and ``session_custom_claims`` are ignored.

    Args:
        organization_id: The organization to go to, or its slug or external id.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.

    Raises:
        BadRequestError: ``insufficient_factors_for_session_exchange``, ``no_session_arguments``,
            ``too_many_session_arguments``, ``invalid_session_token``.
        NotFoundError: ``session_not_found``, ``organization_not_found``, ``member_not_found``.

    Source: `POST /v1/b2b/sessions/exchange <https://stytch.com/docs/api-reference/b2b/api/sessions/exchange-session>`_
    """

    __schema__ = "api_b2b_session_v1_ExchangeRequest"

    organization_id: str
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: SMSLocale | str | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExchangeResponse:
    """A login, complete or not.

    Attributes:
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

    __schema__ = "api_b2b_session_v1_ExchangeResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    member_authenticated: bool
    intermediate_session_token: str = attrs.field(repr=False)
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class ExchangeAccessTokenRequest:
    """Turn a Connected App's access token into a session of its member.

    A token will do only once, within 5 minutes of its issue, and if the scope ``full_access`` was granted, which only
    first-party apps can have. The session lasts 60 minutes unless ``session_duration_minutes`` says otherwise. No
    second factor is asked for.

    Raises:
        AuthenticationError: ``idp_access_token_expired``, ``connected_app_consent_revoked``.
        BadRequestError: ``oauth_access_token_exchange_missing_full_access``,
            ``oauth_access_token_exchange_token_too_old``, ``oauth_access_token_exchange_token_invalid_grant``.
        NotFoundError: ``idp_access_token_not_found`` (unknown, or spent), ``idp_access_token_could_not_be_exchanged``.

    Source: `POST /v1/b2b/sessions/exchange_access_token
    <https://stytch.com/docs/api-reference/b2b/api/sessions/exchange-access-token>`_
    """

    __schema__ = "api_b2b_session_v1_ExchangeAccessTokenRequest"

    access_token: str = attrs.field(repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class ExchangeAccessTokenResponse:
    """The session, its member and the organization."""

    __schema__ = "api_b2b_session_v1_ExchangeAccessTokenResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    member_session: MemberSession | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class AttestRequest:
    """Log in with a token that a trusted identity provider has issued.

    Whose tokens are trusted, and how they are checked, stands in a Trusted Auth Token profile of the project. A session
    starts, for 60 minutes unless ``session_duration_minutes`` says otherwise.

    Args:
        profile_id: The profile of the provider.
        token: The provider's token. It must name the organization where a first login makes a member.
        organization_id: Or its slug or external id. Needed where the token does not name the organization.

    Raises:
        BadRequestError: ``invalid_trusted_auth_token`` (not signed by a key of the profile, or expired),
            ``jwt_invalid_issuer``, ``jwt_invalid_audience``, ``jwt_invalid_claims``,
            ``trusted_token_profile_incorrect_external_id_mapping``, ``action_not_allowed_email_domain_is_claimed``,
            ``retired_member_email``, ``desired_email_updating_for_different_member``,
            ``token_missing_organization_id_claim``, ``invalid_token_organization_id_claim``,
            ``too_many_session_arguments``.
        NotFoundError: ``trusted_token_profile_not_found``, ``member_not_found``, ``organization_not_found``.

    Source: `POST /v1/b2b/sessions/attest <https://stytch.com/docs/api-reference/b2b/api/sessions/attest-session>`_
    """

    __schema__ = "api_b2b_session_v1_AttestRequest"

    profile_id: str
    token: str = attrs.field(repr=False)
    organization_id: str | None = None
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AttestResponse:
    """The session, its member and the organization."""

    __schema__ = "api_b2b_session_v1_AttestResponse"

    request_id: str
    member_id: str
    member_session: MemberSession
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class MigrateRequest:
    """Start a session for someone who is logged in with another system.

    Stytch asks that system's UserInfo endpoint, which the project's settings name, whose token it is. The email address
    in the answer must be that of a member. The session lasts 60 minutes unless ``session_duration_minutes`` says
    otherwise.

    Args:
        session_token: The other system's token, and not one of Stytch's.
        organization_id: Or its slug or external id.

    Raises:
        BadRequestError: ``migrate_from_external_email_does_not_exist`` (no member has the address),
            ``migrate_from_external_missing_userinfo`` (the answer has no address),
            ``migrate_from_external_unexpected_response``.
        NotFoundError: ``organization_not_found``.

    Source: `POST /v1/b2b/sessions/migrate <https://stytch.com/docs/api-reference/b2b/api/sessions/migrate-session>`_
    """

    __schema__ = "api_b2b_session_v1_MigrateRequest"

    session_token: str = attrs.field(repr=False)
    organization_id: str
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None


@attrs.define(kw_only=True)
class MigrateResponse:
    """The session, its member and the organization."""

    __schema__ = "api_b2b_session_v1_MigrateResponse"

    request_id: str
    member_id: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    member: Member
    organization: Organization
    status_code: int
    member_session: MemberSession | None = None
