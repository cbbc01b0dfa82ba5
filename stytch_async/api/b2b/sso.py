"""Single sign-on of members, with their organization's identity provider."""

from collections.abc import Iterable
from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.errors import InvalidRequestError
from stytch_async.pkce import PKCE, challenge_of
from stytch_async.schemas.b2b import sso as schemas
from stytch_async.starts import StartResource

__all__ = ["OIDC", "SAML", "SSO", "External"]


class External(Resource):
    """Share the SSO connection of another organization."""

    create_connection: Final = endpoint(
        "POST",
        "/v1/b2b/sso/external/{organization_id}",
        schemas.ExternalCreateConnectionRequest,
        schemas.ExternalCreateConnectionResponse,
        ONCE,
    )
    update_connection: Final = endpoint(
        "PUT",
        "/v1/b2b/sso/external/{organization_id}/connections/{connection_id}",
        schemas.ExternalUpdateConnectionRequest,
        schemas.ExternalUpdateConnectionResponse,
        IDEMPOTENT,
    )


class OIDC(Resource):
    """Set up OpenID Connect connections."""

    create_connection: Final = endpoint(
        "POST",
        "/v1/b2b/sso/oidc/{organization_id}",
        schemas.OIDCCreateConnectionRequest,
        schemas.OIDCCreateConnectionResponse,
        ONCE,
    )
    update_connection: Final = endpoint(
        "PUT",
        "/v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}",
        schemas.OIDCUpdateConnectionRequest,
        schemas.OIDCUpdateConnectionResponse,
        IDEMPOTENT,
    )


class SAML(Resource):
    """Set up SAML connections."""

    create_connection: Final = endpoint(
        "POST",
        "/v1/b2b/sso/saml/{organization_id}",
        schemas.SAMLCreateConnectionRequest,
        schemas.SAMLCreateConnectionResponse,
        ONCE,
    )
    # An update adds its certificate and its private keys to those there are, and a connection has room for a few only.
    update_connection: Final = endpoint(
        "PUT",
        "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}",
        schemas.SAMLUpdateConnectionRequest,
        schemas.SAMLUpdateConnectionResponse,
        ONCE,
    )
    update_by_url: Final = endpoint(
        "PUT",
        "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url",
        schemas.SAMLUpdateByURLRequest,
        schemas.SAMLUpdateByURLResponse,
        ONCE,
    )
    delete_verification_certificate: Final = endpoint(
        "DELETE",
        "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}",
        schemas.SAMLDeleteVerificationCertificateRequest,
        schemas.SAMLDeleteVerificationCertificateResponse,
        IDEMPOTENT,
    )
    delete_encryption_private_key: Final = endpoint(
        "DELETE",
        "/v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}",
        schemas.SAMLDeleteEncryptionPrivateKeyRequest,
        schemas.SAMLDeleteEncryptionPrivateKeyResponse,
        IDEMPOTENT,
    )


class SSO(StartResource):
    """Log members in through their organization's identity provider."""

    external: External
    oidc: OIDC
    saml: SAML

    get_connections: Final = endpoint(
        "GET", "/v1/b2b/sso/{organization_id}", schemas.GetConnectionsRequest, schemas.GetConnectionsResponse, SAFE
    )
    delete_connection: Final = endpoint(
        "DELETE",
        "/v1/b2b/sso/{organization_id}/connections/{connection_id}",
        schemas.DeleteConnectionRequest,
        schemas.DeleteConnectionResponse,
        IDEMPOTENT,
    )
    authenticate: Final = endpoint(
        "POST", "/v1/b2b/sso/authenticate", schemas.AuthenticateRequest, schemas.AuthenticateResponse, ONCE
    )

    def start_url(
        self,
        *,
        connection_id: str | None = None,
        organization_id: str | None = None,
        login_redirect_url: str | None = None,
        signup_redirect_url: str | None = None,
        custom_scopes: Iterable[str] = (),
        pkce: PKCE | None = None,
    ) -> str:
        """Return the URL to send a browser to for a login with an organization's identity provider; nothing is sent.

        Args:
            connection_id: The connection; or give the organization, whose default connection is used then.
            organization_id: The organization, by id or external id.
            login_redirect_url: Where members come back to; the project's default if left out.
            signup_redirect_url: Where new members come back to; the project's default if left out.
            custom_scopes: For OIDC connections: scopes to ask for besides those of the connection.
            pkce: Kept until the browser is back; `authenticate` takes its verifier as ``pkce_code_verifier``.

        Raises:
            ConfigurationError: The client has no public token.
            InvalidRequestError: The connection is not named, or in both ways.

        Source: `GET /v1/public/sso/start <https://stytch.com/docs/api-reference/b2b/api/sso/start>`_
        """
        if (connection_id is None) is (organization_id is None):
            raise InvalidRequestError("connection_id", "or organization_id must be given, and not both")
        return self._start_url(
            "/v1/public/sso/start",
            {
                "connection_id": connection_id,
                "organization_id": organization_id,
                "login_redirect_url": login_redirect_url,
                "signup_redirect_url": signup_redirect_url,
                "pkce_code_challenge": challenge_of(pkce),
            },
            custom_scopes=custom_scopes,
        )
