"""OpenID Connect connections."""

from typing import Any

import attrs

from stytch_async.schemas.b2b.sso.shared import SSOIdentityProvider
from stytch_async.schemas.shared import Authorization

__all__ = [
    "OIDCConnection",
    "OIDCCreateConnectionRequest",
    "OIDCCreateConnectionResponse",
    "OIDCUpdateConnectionRequest",
    "OIDCUpdateConnectionResponse",
]


@attrs.define(kw_only=True)
class OIDCConnection:
    """A connection to an identity provider that speaks OpenID Connect.

    Attributes:
        status: ``pending`` until all is set that a login needs, then ``active``.
        redirect_url: Where the identity provider has to send people back to; register it there.
        custom_scopes: What Stytch asks for, space-separated, in place of ``openid email profile``.
        attribute_mapping: What the identity provider's claims are called in the member's ``trusted_metadata``.

    """

    __schema__ = "api_sso_v1_OIDCConnection"

    organization_id: str
    connection_id: str
    status: str
    display_name: str
    redirect_url: str
    client_id: str
    client_secret: str = attrs.field(repr=False)
    issuer: str
    authorization_url: str
    token_url: str
    userinfo_url: str
    jwks_url: str
    identity_provider: str
    custom_scopes: str
    attribute_mapping: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class OIDCCreateConnectionRequest:
    """Begin an OpenID Connect connection for an organization.

    It is ``pending`` until ``update_connection`` has told what a login needs.

    Args:
        organization_id: Or its slug or external id.
        display_name: For people to read.
        identity_provider: Which product it is; Stytch then allows for its ways.
        authorization: Make the call as this member, who needs the permission to create SSO connections.

    Raises:
        NotFoundError: ``organization_not_found``.
        BadRequestError: ``invalid_sso_idp``, ``too_many_sso_connections``,
            ``too_many_sso_connections_for_billing_tier``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/sso/oidc/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/oidc/create-oidc-connection>`_
    """

    __schema__ = "api_sso_v1_sso_oidc_CreateConnectionRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: SSOIdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class OIDCCreateConnectionResponse:
    """The new connection."""

    __schema__ = "api_sso_v1_sso_oidc_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: OIDCConnection | None = None


@attrs.define(kw_only=True)
class OIDCUpdateConnectionRequest:
    """Change an OpenID Connect connection.

    It becomes active once it has ``issuer``, ``client_id``, ``client_secret`` and the four URLs. When ``issuer``
    changes, Stytch reads the URLs from the identity provider's ``/.well-known/openid-configuration``; those given here
    come first. If it cannot read them the change is made all the same, with a ``warning``.

    Args:
        organization_id: Or its slug or external id.
        display_name: For people to read.
        client_id: Stytch's, as registered with the identity provider.
        client_secret: The one that goes with ``client_id``.
        issuer: The identity provider's ``https://`` URL, upper and lower case as it writes it.
        identity_provider: Which product it is; Stytch then allows for its ways.
        custom_scopes: What to ask for, space-separated and URL-encoded (``%20``), in place of ``openid email profile``.
        attribute_mapping: What the identity provider's claims are to be called in the member's ``trusted_metadata``.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``oidc_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``oidc_connection_issuer_url_invalid_format``,
            ``oidc_connection_authorization_url_invalid_format``, ``oidc_connection_token_url_invalid_format``,
            ``oidc_connection_userinfo_url_invalid_format``, ``oidc_connection_jwks_url_invalid_format``;
            ``oidc_connection_issuer_required``, ``oidc_connection_client_id_required``,
            ``oidc_connection_client_secret_required``, ``oidc_connection_authorization_url_required``,
            ``oidc_connection_token_url_required``, ``oidc_connection_jwks_url_required`` (active connections cannot do
            without them); ``invalid_sso_idp``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/oidc/update-oidc-connection>`_
    """

    __schema__ = "api_sso_v1_sso_oidc_UpdateConnectionRequest"

    organization_id: str
    connection_id: str
    display_name: str | None = None
    client_id: str | None = None
    client_secret: str | None = attrs.field(default=None, repr=False)
    issuer: str | None = None
    authorization_url: str | None = None
    token_url: str | None = None
    userinfo_url: str | None = None
    jwks_url: str | None = None
    identity_provider: SSOIdentityProvider | str | None = None
    custom_scopes: str | None = None
    attribute_mapping: dict[str, Any] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class OIDCUpdateConnectionResponse:
    """The connection as it is now.

    Attributes:
        warning: Why the URLs of a new ``issuer`` could not be read; else ``None``.

    """

    __schema__ = "api_sso_v1_sso_oidc_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: OIDCConnection | None = None
    warning: str | None = None
