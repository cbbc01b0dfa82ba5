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
    OIDCCreateConnectionRequest,
    OIDCCreateConnectionResponse,
    OIDCUpdateConnectionRequest,
    OIDCUpdateConnectionResponse,
)
from stytch_async.schemas.b2b.sso.saml import (
    EncryptionPrivateKey,
    SAMLConnection,
    SAMLCreateConnectionRequest,
    SAMLCreateConnectionResponse,
    SAMLDeleteEncryptionPrivateKeyRequest,
    SAMLDeleteEncryptionPrivateKeyResponse,
    SAMLDeleteVerificationCertificateRequest,
    SAMLDeleteVerificationCertificateResponse,
    SAMLUpdateByURLRequest,
    SAMLUpdateByURLResponse,
    SAMLUpdateConnectionRequest,
    SAMLUpdateConnectionResponse,
    X509Certificate,
)
from stytch_async.schemas.b2b.sso.shared import (
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    SSOIdentityProvider,
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
    "OIDCConnection",
    "OIDCCreateConnectionRequest",
    "OIDCCreateConnectionResponse",
    "OIDCUpdateConnectionRequest",
    "OIDCUpdateConnectionResponse",
    "SAMLConnection",
    "SAMLCreateConnectionRequest",
    "SAMLCreateConnectionResponse",
    "SAMLDeleteEncryptionPrivateKeyRequest",
    "SAMLDeleteEncryptionPrivateKeyResponse",
    "SAMLDeleteVerificationCertificateRequest",
    "SAMLDeleteVerificationCertificateResponse",
    "SAMLUpdateByURLRequest",
    "SAMLUpdateByURLResponse",
    "SAMLUpdateConnectionRequest",
    "SAMLUpdateConnectionResponse",
    "SSOIdentityProvider",
    "X509Certificate",
]
