"""OAuth logins of the Consumer API."""

import datetime as dt

import attrs

from stytch_async.schemas.consumer.sessions import Session
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import DeviceInfo

__all__ = ["AttachRequest", "AttachResponse", "AuthenticateRequest", "AuthenticateResponse", "ProviderValues"]


@attrs.define(kw_only=True)
class ProviderValues:
    """What the identity provider handed out, for calls to its own API.

    Attributes:
        refresh_token: Empty where the provider gives none.
        id_token: A JWT about the user; empty where the provider is not OpenID Connect.
        scopes: What the provider granted.
        expires_at: When the access token expires.

    """

    __schema__ = "api_oauth_v1_ProviderValues"

    access_token: str = attrs.field(repr=False)
    refresh_token: str = attrs.field(repr=False)
    id_token: str = attrs.field(repr=False)
    scopes: list[str]
    expires_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class AttachRequest:
    """Tie the next OAuth login to a user who exists.

    Needed only where Stytch cannot tell by a verified address that both are the same person. The token goes into the
    URL that starts the login, as ``oauth_attach_token``.

    Give exactly one of ``user_id``, ``session_token`` and ``session_jwt``.

    Args:
        provider: The name of the identity provider, such as ``google``; the token works with it only.
        user_id: Or the user's external id.

    Raises:
        BadRequestError: ``invalid_oauth_provider``, ``no_user_selection_arguments``,
            ``too_many_user_selection_arguments``.
        NotFoundError: ``user_not_found``, ``session_not_found``.

    Source: `POST /v1/oauth/attach <https://stytch.com/docs/api-reference/consumer/api/oauth/attach>`_
    """

    __schema__ = "api_oauth_v1_AttachRequest"

    provider: str
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class AttachResponse:
    """The token for the start URL; it works once."""

    __schema__ = "api_oauth_v1_AttachResponse"

    request_id: str
    oauth_attach_token: str = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log in with the token that an OAuth login came back with.

    The token is spent. The provider's own tokens are returned in any case; a session at Stytch starts when
    ``session_duration_minutes`` is given.

    Args:
        token: From the query of the redirect page, where ``stytch_token_type`` is ``oauth``.
        session_token: Ignored where the session belongs to another user, as is ``session_jwt``.
        code_verifier: Needed exactly when the login was started with a ``code_challenge``.

    Raises:
        BadRequestError: ``oauth_token_not_found`` (unknown, expired or used before), ``pkce_mismatch``,
            ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``, ``invalid_pkce_code_verifier``,
            ``invalid_oauth_attach_token`` (the account belongs to another user), ``too_many_session_arguments``.
        RateLimitError: ``user_lock_limit_reached``.

    Source: `POST /v1/oauth/authenticate <https://stytch.com/docs/api-reference/consumer/api/oauth/authenticate>`_
    """

    __schema__ = "api_oauth_v1_AuthenticateRequest"

    token: str = attrs.field(repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_custom_claims: CustomClaims | None = None
    code_verifier: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """The user, the provider's tokens and, where it was asked for, the session.

    Attributes:
        provider_subject: The user's id at the provider.
        provider_type: The provider's name, such as ``Google``.
        session_token: Empty without a session, as is ``session_jwt``.
        reset_sessions: For apps with sessions of their own: whether to end all others of this user.
        user_session: The session; every other product calls it ``session``.

    """

    __schema__ = "api_oauth_v1_AuthenticateResponse"

    request_id: str
    user_id: str
    provider_subject: str
    provider_type: str
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    provider_values: ProviderValues
    user: User
    reset_sessions: bool
    oauth_user_registration_id: str
    status_code: int
    user_session: Session | None = None
    user_device: DeviceInfo | None = None
