"""The OAuth2 endpoints of a project: tokens for machines and Connected Apps."""

from typing import Annotated, Any, Literal

import attrs

from stytch_async.schemas.markers import Rest

__all__ = [
    "GrantType",
    "IntrospectRequest",
    "IntrospectResponse",
    "Prompt",
    "ResponseType",
    "RevokeRequest",
    "RevokeResponse",
    "TokenRequest",
    "TokenResponse",
    "TokenTypeHint",
]

GrantType = Literal["client_credentials", "authorization_code", "refresh_token"]
"""What an app shows in exchange for a token."""

TokenTypeHint = Literal["access_token", "refresh_token"]
"""What kind of token is asked about."""

ResponseType = Literal["code"]
"""What the authorization of an app results in."""

Prompt = Literal["consent"]
"""What a person is asked anew when an app is authorized."""


@attrs.define(kw_only=True)
class TokenRequest:
    """Get an access token.

    A machine gets one for its own credentials, a Connected App for an authorization code or a refresh token.

    Args:
        project_id: The project that issues the token.
        grant_type: ``client_credentials``, ``authorization_code`` or ``refresh_token``.
        client_id: The M2M client or Connected App.
        client_secret: Its secret; public Connected Apps have none.
        scope: What the token is to permit, space-separated; all that the client may do, where it is left out.
        code: The authorization code, good once.
        redirect_uri: The one that the authorization began with.
        code_verifier: Needed exactly when the authorization began with a ``code_challenge``.
        refresh_token: The refresh token. To a public app the answer brings the next one, and the old one is spent; any
            other app keeps its own, which lasts three months from its last use.

    Raises:
        AuthenticationError: ``invalid_client``: no such client, or not its secret.
        BadRequestError: ``invalid_request`` (something is missing), ``invalid_scope``, ``invalid_grant``
            (code or refresh token are unknown, expired, revoked, spent or another app's, or the verifier does not fit),
            ``unauthorized_client`` (a machine shows a code, or an app none), ``unsupported_grant_type``.

    Source: `POST /v1/public/{project_id}/oauth2/token
    <https://stytch.com/docs/api-reference/consumer/api/m2m/token/get-access-token>`_
    """

    project_id: str
    grant_type: GrantType | str
    client_id: str
    client_secret: str | None = attrs.field(default=None, repr=False)
    scope: str | None = None
    code: str | None = attrs.field(default=None, repr=False)
    redirect_uri: str | None = None
    code_verifier: str | None = attrs.field(default=None, repr=False)
    refresh_token: str | None = attrs.field(default=None, repr=False)


@attrs.define(kw_only=True)
class TokenResponse:
    """An access token, and what came with it.

    Attributes:
        access_token: A JWT.
        expires_in: How many seconds it is valid: 3600 for machines.
        token_type: ``bearer``.
        scope: What it permits, space-separated.
        refresh_token: Only where ``offline_access`` was granted.
        id_token: Only where ``openid`` was granted.

    """

    access_token: str = attrs.field(repr=False)
    expires_in: int
    token_type: str
    scope: str | None = None
    refresh_token: str | None = attrs.field(default=None, repr=False)
    id_token: str | None = attrs.field(default=None, repr=False)
    request_id: str | None = None
    status_code: int | None = None


@attrs.define(kw_only=True)
class IntrospectRequest:
    """Ask whether a token is active, and what it says.

    Args:
        project_id: The project that issued the token.
        token: The access token or refresh token.
        client_id: The Connected App that it was issued to.
        client_secret: Its secret; public Connected Apps have none.
        token_type_hint: ``access_token`` or ``refresh_token``.

    Raises:
        AuthenticationError: ``invalid_client``: no such client, or not its secret.
        BadRequestError: ``unauthorized_client``: an M2M client.

    Source: `POST /v1/public/{project_id}/oauth2/introspect
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/introspect-token>`_
    """

    project_id: str
    token: str = attrs.field(repr=False)
    client_id: str
    client_secret: str | None = attrs.field(default=None, repr=False)
    token_type_hint: TokenTypeHint | str | None = None


@attrs.define(kw_only=True)
class IntrospectResponse:
    """What Stytch says of a token.

    Attributes:
        active: Whether the token is good; if it is not, nothing else is told.
        claims: What the token says, custom claims included.

    """

    active: bool
    claims: Annotated[dict[str, Any], Rest()]
    request_id: str | None = None
    status_code: int | None = None


@attrs.define(kw_only=True)
class RevokeRequest:
    """Make a Connected App's token useless.

    A token that is unknown, or useless already, is no error.

    Args:
        project_id: The project that issued the token.
        token: The access token or refresh token.
        client_id: The Connected App that it was issued to.
        client_secret: Its secret; public Connected Apps have none.
        token_type_hint: ``access_token`` or ``refresh_token``.

    Raises:
        AuthenticationError: ``invalid_client``: no such client, or not its secret.
        BadRequestError: ``unauthorized_client``: an M2M client.

    Source: `POST /v1/public/{project_id}/oauth2/revoke
    <https://stytch.com/docs/api-reference/consumer/api/connected-apps/revoke-token>`_
    """

    project_id: str
    token: str = attrs.field(repr=False)
    client_id: str
    client_secret: str | None = attrs.field(default=None, repr=False)
    token_type_hint: TokenTypeHint | str | None = None


@attrs.define(kw_only=True)
class RevokeResponse:
    """The token is useless now."""

    request_id: str | None = None
    status_code: int | None = None
