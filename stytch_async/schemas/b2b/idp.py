"""Logins of members to Connected Apps, in the B2B API."""

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.both.connected_app import ConnectedAppPublic
from stytch_async.schemas.both.oauth2 import Prompt, ResponseType

__all__ = [
    "OAuthAuthorizeRequest",
    "OAuthAuthorizeResponse",
    "OAuthAuthorizeStartRequest",
    "OAuthAuthorizeStartResponse",
    "ScopeResult",
]


@attrs.define(kw_only=True)
class ScopeResult:
    """A scope that a Connected App asks for, and whether the member can grant it.

    Attributes:
        is_grantable: Whether the member has the permissions that it stands for.

    """

    __schema__ = "api_b2b_idp_v1_ScopeResult"

    scope: str
    description: str
    is_grantable: bool


@attrs.define(kw_only=True)
class OAuthAuthorizeStartRequest:
    """Check a Connected App's authorization request, and learn what to ask the member.

    Pass on what the app put into its request's query. Nothing is granted yet: ask the member where consent is needed,
    then call ``authorize``.

    Name the member in exactly one way: by ``organization_id`` and ``member_id``, by ``session_token`` or by
    ``session_jwt``. With a session the app can later exchange its access token for one.

    Args:
        client_id: The Connected App.
        redirect_uri: Where the app wants the answer; one of those registered for it.
        response_type: ``code``.
        scopes: What the app asks for.
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        prompt: Only ``consent`` is supported.

    Raises:
        AuthenticationError: ``connected_app_supplied_redirect_url_not_found_in_client``.
        NotFoundError: ``connected_app_not_found``, ``member_not_found``, ``organization_not_found``,
            ``session_not_found``.
        BadRequestError: ``no_oauth_authorize_member_selector``, ``too_many_user_selection_arguments``,
            ``invalid_rbac_scope``, ``connected_app_not_allowed_for_org``.

    Source: `POST /v1/b2b/idp/oauth/authorize/start
    <https://stytch.com/docs/api-reference/b2b/api/connected-apps/consent-management/start-oauth-authorization>`_
    """

    __schema__ = "api_b2b_idp_v1_b2b_idp_oauth_AuthorizeStartRequest"

    client_id: str
    redirect_uri: str
    response_type: ResponseType | str
    scopes: list[str]
    organization_id: str | None = None
    member_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    prompt: Prompt | str | None = None


@attrs.define(kw_only=True)
class OAuthAuthorizeStartResponse:
    """What a consent page shows.

    Attributes:
        consent_required: Whether the member has to be asked.

    """

    __schema__ = "api_b2b_idp_v1_b2b_idp_oauth_AuthorizeStartResponse"

    request_id: str
    member_id: str
    member: Member
    organization: Organization
    client: ConnectedAppPublic
    consent_required: bool
    scope_results: list[ScopeResult]
    status_code: int


@attrs.define(kw_only=True)
class OAuthAuthorizeRequest:
    """Answer a Connected App's authorization request.

    Send the member's browser to the ``redirect_uri`` of the answer, whatever became of the request: that URL tells the
    app, with a code or with an OAuth error.

    Name the member in exactly one way: by ``organization_id`` and ``member_id``, by ``session_token`` or by
    ``session_jwt``. With a session the app can later exchange its access token for one.

    Args:
        consent_granted: Whether the member agreed to the scopes.
        client_id: The Connected App.
        redirect_uri: Where the app wants the answer; one of those registered for it.
        response_type: ``code``.
        scopes: What the app asks for.
        organization_id: Or its slug or external id.
        member_id: Or the member's external id.
        prompt: Only ``consent`` is supported.
        state: The app's own text, which it gets back.
        nonce: The app's own text, which the ID token repeats.
        code_challenge: The app's PKCE challenge; public apps must have sent one.

    Raises:
        AuthenticationError: ``connected_app_supplied_redirect_url_not_found_in_client``.
        NotFoundError: ``connected_app_not_found``, ``member_not_found``, ``organization_not_found``,
            ``session_not_found``.
        BadRequestError: ``no_oauth_authorize_member_selector``, ``too_many_user_selection_arguments``,
            ``invalid_rbac_scope``, ``connected_app_not_allowed_for_org``, ``pkce_required_for_idp_authorization_flow``.

    Source: `POST /v1/b2b/idp/oauth/authorize
    <https://stytch.com/docs/api-reference/b2b/api/connected-apps/consent-management/submit-oauth-authorization>`_
    """

    __schema__ = "api_b2b_idp_v1_b2b_idp_oauth_AuthorizeRequest"

    consent_granted: bool
    scopes: list[str]
    client_id: str
    redirect_uri: str
    response_type: ResponseType | str
    organization_id: str | None = None
    member_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    prompt: Prompt | str | None = None
    state: str | None = None
    nonce: str | None = None
    code_challenge: str | None = None
    resources: list[str] | None = None


@attrs.define(kw_only=True)
class OAuthAuthorizeResponse:
    """Where to send the member's browser.

    Attributes:
        redirect_uri: The app's URL, with the code or an error in its query.
        authorization_code: What the app exchanges for tokens, once; ``None`` where the request failed.

    """

    __schema__ = "api_b2b_idp_v1_b2b_idp_oauth_AuthorizeResponse"

    request_id: str
    redirect_uri: str = attrs.field(repr=False)
    status_code: int
    authorization_code: str | None = attrs.field(default=None, repr=False)
