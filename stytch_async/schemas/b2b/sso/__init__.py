"""Single sign-on of the B2B API."""

from stytch_async.schemas.b2b.sso.connections import (
    DeleteConnectionRequest,
    DeleteConnectionResponse,
    GetConnectionsRequest,
    GetConnectionsResponse,
)
from stytch_async.schemas.b2b.sso.external import (
    Connection,
    ExternalCreateConnectionRequest,
    ExternalCreateConnectionResponse,
    ExternalUpdateConnectionRequest,
    ExternalUpdateConnectionResponse,
)
from stytch_async.schemas.b2b.sso.login import AuthenticateRequest, AuthenticateResponse
from stytch_async.schemas.b2b.sso.oidc import (
    OIDCConnection,
    OidcCreateConnectionRequest,
    OidcCreateConnectionResponse,
    OidcUpdateConnectionRequest,
    OidcUpdateConnectionResponse,
)
from stytch_async.schemas.b2b.sso.saml import (
    EncryptionPrivateKey,
    SAMLConnection,
    SamlCreateConnectionRequest,
    SamlCreateConnectionResponse,
    SamlDeleteEncryptionPrivateKeyRequest,
    SamlDeleteEncryptionPrivateKeyResponse,
    SamlDeleteVerificationCertificateRequest,
    SamlDeleteVerificationCertificateResponse,
    SamlUpdateByURLRequest,
    SamlUpdateByURLResponse,
    SamlUpdateConnectionRequest,
    SamlUpdateConnectionResponse,
    X509Certificate,
)
from stytch_async.schemas.b2b.sso.shared import (
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    IdentityProvider,
)

__all__ = [
    "AuthenticateRequest",
    "AuthenticateResponse",
    "Connection",
    "ConnectionImplicitRoleAssignment",
    "DeleteConnectionRequest",
    "DeleteConnectionResponse",
    "EncryptionPrivateKey",
    "ExternalCreateConnectionRequest",
    "ExternalCreateConnectionResponse",
    "ExternalUpdateConnectionRequest",
    "ExternalUpdateConnectionResponse",
    "GetConnectionsRequest",
    "GetConnectionsResponse",
    "GroupImplicitRoleAssignment",
    "IdentityProvider",
    "OIDCConnection",
    "OidcCreateConnectionRequest",
    "OidcCreateConnectionResponse",
    "OidcUpdateConnectionRequest",
    "OidcUpdateConnectionResponse",
    "SAMLConnection",
    "SamlCreateConnectionRequest",
    "SamlCreateConnectionResponse",
    "SamlDeleteEncryptionPrivateKeyRequest",
    "SamlDeleteEncryptionPrivateKeyResponse",
    "SamlDeleteVerificationCertificateRequest",
    "SamlDeleteVerificationCertificateResponse",
    "SamlUpdateByURLRequest",
    "SamlUpdateByURLResponse",
    "SamlUpdateConnectionRequest",
    "SamlUpdateConnectionResponse",
    "X509Certificate",
]
