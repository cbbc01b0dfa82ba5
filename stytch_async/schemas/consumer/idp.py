"""Logins to Connected Apps in the Consumer API."""

import attrs

from stytch_async.schemas.both.connected_app import ConnectedAppPublic
from stytch_async.schemas.both.oauth2 import Prompt, ResponseType
from stytch_async.schemas.consumer.users import User

__all__ = [
    "OAuthAuthorizeRequest",
    "OAuthAuthorizeResponse",
    "OAuthAuthorizeStartRequest",
    "OAuthAuthorizeStartResponse",
    "ScopeResult",
]


@attrs.define(kw_only=True)
class ScopeResult:
    """Whether a scope can be granted.

    Attributes:
        description: From the access policy, for a consent page to show.
        is_grantable: Whether the user holds the permissions that the scope hands on.

    """

    __schema__ = "api_idp_v1_ScopeResult"

    scope: str
    description: str
    is_grantable: bool


@attrs.define(kw_only=True)
class OAuthAuthorizeStartRequest:
    """Check a Connected App's authorization request, before the user is asked.

    The arguments come from the query of the request. The answer tells what to show on a consent page; ``authorize``
    completes the login.

    Give exactly one of ``user_id``, ``session_token`` and ``session_jwt``. Only with a session can the app exchange its
    access token for a session later.

    Args:
        client_id: The Connected App that asks.
        redirect_uri: Where the app wants the user back; must be registered with it.
        response_type: Always ``code``.
        scopes: What the app asks for.
        user_id: Or the user's external id.
        prompt: ``consent`` asks the user even where consent was given before.

    Raises:
        AuthenticationError: ``connected_app_supplied_redirect_url_not_found_in_client``.
        BadRequestError: ``no_oauth_authorize_user_selector``, ``too_many_user_selection_arguments``,
            ``invalid_rbac_scope``.
        NotFoundError: ``connected_app_not_found``, ``user_not_found``, ``session_not_found``.

    Source: `POST /v1/idp/oauth/authorize/start
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/consent-management/start-oauth-authorization>`_
    """

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeStartRequest"

    client_id: str
    redirect_uri: str
    response_type: ResponseType | str
    scopes: list[str]
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    prompt: Prompt | str | None = None


@attrs.define(kw_only=True)
class OAuthAuthorizeStartResponse:
    """What to show on a consent page.

    Attributes:
        consent_required: Whether the user has to be asked at all.

    """

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeStartResponse"

    request_id: str
    user_id: str
    user: User
    client: ConnectedAppPublic
    consent_required: bool
    scope_results: list[ScopeResult]
    status_code: int


@attrs.define(kw_only=True)
class OAuthAuthorizeRequest:
    """Complete a Connected App's authorization request.

    Send the user to the answer's ``redirect_uri`` in any case: it carries either a code, which the app exchanges for
    its tokens, or an OAuth error.

    Give exactly one of ``user_id``, ``session_token`` and ``session_jwt``. Only with a session can the app exchange its
    access token for a session later.

    Args:
        consent_granted: What the user said.
        scopes: What the user grants.
        client_id: The Connected App that asks.
        redirect_uri: Where the app wants the user back; must be registered with it.
        response_type: Always ``code``.
        user_id: Or the user's external id.
        prompt: ``consent`` asks the user even where consent was given before.
        state: From the request; returned to the app as it is.
        nonce: From the request; returned in the id token as it is.
        code_challenge: From the request (PKCE); apps without a secret have to send one.
        resources: From the request: which servers the tokens are meant for.

    Raises:
        AuthenticationError: ``connected_app_supplied_redirect_url_not_found_in_client``.
        BadRequestError: ``no_oauth_authorize_user_selector``, ``too_many_user_selection_arguments``,
            ``invalid_rbac_scope``, ``pkce_required_for_idp_authorization_flow``.
        NotFoundError: ``connected_app_not_found``, ``user_not_found``, ``session_not_found``.

    Source: `POST /v1/idp/oauth/authorize
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/consent-management/submit-oauth-authorization>`_
    """

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeRequest"

    consent_granted: bool
    scopes: list[str]
    client_id: str
    redirect_uri: str
    response_type: ResponseType | str
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    prompt: Prompt | str | None = None
    state: str | None = None
    nonce: str | None = None
    code_challenge: str | None = None
    resources: list[str] | None = None


@attrs.define(kw_only=True)
class OAuthAuthorizeResponse:
    """Where to send the user.

    Attributes:
        redirect_uri: The app's page, with the code or an error in its query.
        authorization_code: ``None`` where the redirect carries an error.

    """

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeResponse"

    request_id: str
    redirect_uri: str = attrs.field(repr=False)
    status_code: int
    authorization_code: str | None = attrs.field(default=None, repr=False)
