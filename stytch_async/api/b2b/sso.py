"""Single sign-on of members, with their organization's identity provider."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.b2b import sso as schemas

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


class SSO(Resource):
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
