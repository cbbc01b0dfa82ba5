"""TODO"""

import attrs

from stytch_async.schemas.consumer.connected_app import ConnectedAppPublic
from stytch_async.schemas.consumer.users import User

__all__ = [
    "OauthAuthorizeRequest",
    "OauthAuthorizeResponse",
    "OauthAuthorizeStartRequest",
    "OauthAuthorizeStartResponse",
    "ScopeResult",
]


@attrs.define(kw_only=True)
class ScopeResult:
    """TODO"""

    __schema__ = "api_idp_v1_ScopeResult"

    scope: str
    description: str
    is_grantable: bool


@attrs.define(kw_only=True)
class OauthAuthorizeStartRequest:
    """TODO

    Source: `POST /v1/idp/oauth/authorize/start <TODO>`_
    """

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeStartRequest"

    client_id: str
    redirect_uri: str
    response_type: str
    scopes: list[str]
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    prompt: str | None = None


@attrs.define(kw_only=True)
class OauthAuthorizeStartResponse:
    """TODO"""

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeStartResponse"

    request_id: str
    user_id: str
    user: User
    client: ConnectedAppPublic
    consent_required: bool
    scope_results: list[ScopeResult]
    status_code: int


@attrs.define(kw_only=True)
class OauthAuthorizeRequest:
    """TODO

    Source: `POST /v1/idp/oauth/authorize <TODO>`_
    """

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeRequest"

    consent_granted: bool
    scopes: list[str]
    client_id: str
    redirect_uri: str
    response_type: str
    user_id: str | None = None
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    prompt: str | None = None
    state: str | None = None
    nonce: str | None = None
    code_challenge: str | None = None
    resources: list[str] | None = None


@attrs.define(kw_only=True)
class OauthAuthorizeResponse:
    """TODO"""

    __schema__ = "api_idp_v1_idp_oauth_AuthorizeResponse"

    request_id: str
    redirect_uri: str
    status_code: int
    authorization_code: str | None = None
