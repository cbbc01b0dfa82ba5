"""TODO"""

import datetime as dt
import enum
from typing import Any

import attrs

from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sessions import MemberSession, MfaRequired, PrimaryRequired
from stytch_async.schemas.markers import CustomClaims, SessionMinutes
from stytch_async.schemas.shared import Authorization, DeviceInfo, SMSLocale

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
    "SAMLConnectionImplicitRoleAssignment",
    "SAMLGroupImplicitRoleAssignment",
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


@attrs.define(kw_only=True)
class ConnectionImplicitRoleAssignment:
    """TODO"""

    __schema__ = "api_sso_v1_ConnectionImplicitRoleAssignment"

    role_id: str


@attrs.define(kw_only=True)
class GroupImplicitRoleAssignment:
    """TODO"""

    __schema__ = "api_sso_v1_GroupImplicitRoleAssignment"

    role_id: str
    group: str


@attrs.define(kw_only=True)
class Connection:
    """TODO"""

    __schema__ = "api_sso_v1_Connection"

    organization_id: str
    connection_id: str
    external_organization_id: str
    external_connection_id: str
    display_name: str
    status: str
    external_connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment]
    external_group_implicit_role_assignments: list[GroupImplicitRoleAssignment]


class IdentityProvider(enum.StrEnum):
    """TODO"""

    __schema__ = "api_sso_v1_CreateConnectionRequestIdentityProvider"

    CLASSLINK = "classlink"
    CYBERARK = "cyberark"
    DUO = "duo"
    GENERIC = "generic"
    GOOGLE_WORKSPACE = "google-workspace"
    JUMPCLOUD = "jumpcloud"
    KEYCLOAK = "keycloak"
    MINIORANGE = "miniorange"
    MICROSOFT_ENTRA = "microsoft-entra"
    OKTA = "okta"
    ONELOGIN = "onelogin"
    PINGFEDERATE = "pingfederate"
    RIPPLING = "rippling"
    SALESFORCE = "salesforce"
    SHIBBOLETH = "shibboleth"


@attrs.define(kw_only=True)
class EncryptionPrivateKey:
    """TODO"""

    __schema__ = "api_sso_v1_EncryptionPrivateKey"

    private_key_id: str
    private_key: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class OIDCConnection:
    """TODO"""

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
class X509Certificate:
    """TODO"""

    __schema__ = "api_sso_v1_X509Certificate"

    certificate_id: str
    certificate: str
    issuer: str
    created_at: dt.datetime | None = None
    expires_at: dt.datetime | None = None
    updated_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class SAMLConnectionImplicitRoleAssignment:
    """TODO"""

    __schema__ = "api_sso_v1_SAMLConnectionImplicitRoleAssignment"

    role_id: str


@attrs.define(kw_only=True)
class SAMLGroupImplicitRoleAssignment:
    """TODO"""

    __schema__ = "api_sso_v1_SAMLGroupImplicitRoleAssignment"

    role_id: str
    group: str


@attrs.define(kw_only=True)
class SAMLConnection:
    """TODO"""

    __schema__ = "api_sso_v1_SAMLConnection"

    organization_id: str
    connection_id: str
    status: str
    idp_entity_id: str
    display_name: str
    idp_sso_url: str
    acs_url: str
    audience_uri: str
    signing_certificates: list[X509Certificate]
    verification_certificates: list[X509Certificate]
    encryption_private_keys: list[EncryptionPrivateKey]
    saml_connection_implicit_role_assignments: list[SAMLConnectionImplicitRoleAssignment]
    saml_group_implicit_role_assignments: list[SAMLGroupImplicitRoleAssignment]
    alternative_audience_uri: str
    identity_provider: str
    nameid_format: str
    alternative_acs_url: str
    idp_initiated_auth_disabled: bool
    allow_gateway_callback: bool
    attribute_mapping: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class GetConnectionsRequest:
    """TODO

    Source: `GET /v1/b2b/sso/{organization_id} <TODO>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectionsResponse:
    """TODO"""

    __schema__ = "api_sso_v1_GetConnectionsResponse"

    request_id: str
    saml_connections: list[SAMLConnection]
    oidc_connections: list[OIDCConnection]
    external_connections: list[Connection]
    status_code: int


@attrs.define(kw_only=True)
class DeleteConnectionRequest:
    """TODO

    Source: `DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id} <TODO>`_
    """

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_DeleteConnectionResponse"

    request_id: str
    connection_id: str
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """TODO

    Source: `POST /v1/b2b/sso/authenticate <TODO>`_
    """

    __schema__ = "api_sso_v1_AuthenticateRequest"

    sso_token: str = attrs.field(repr=False)
    pkce_code_verifier: str | None = attrs.field(default=None, repr=False)
    session_token: str | None = attrs.field(default=None, repr=False)
    session_jwt: str | None = attrs.field(default=None, repr=False)
    session_duration_minutes: SessionMinutes | None = None
    session_custom_claims: CustomClaims | None = None
    locale: SMSLocale | str | None = None
    intermediate_session_token: str | None = attrs.field(default=None, repr=False)
    telemetry_id: str | None = None


@attrs.define(kw_only=True)
class AuthenticateResponse:
    """TODO"""

    __schema__ = "api_sso_v1_AuthenticateResponse"

    request_id: str
    member_id: str
    organization_id: str
    member: Member
    session_token: str = attrs.field(repr=False)
    session_jwt: str = attrs.field(repr=False)
    reset_session: bool
    organization: Organization
    intermediate_session_token: str = attrs.field(repr=False)
    member_authenticated: bool
    status_code: int
    member_session: MemberSession | None = None
    mfa_required: MfaRequired | None = None
    primary_required: PrimaryRequired | None = None
    member_device: DeviceInfo | None = None


@attrs.define(kw_only=True)
class OidcCreateConnectionRequest:
    """TODO

    Source: `POST /v1/b2b/sso/oidc/{organization_id} <TODO>`_
    """

    __schema__ = "api_sso_v1_sso_oidc_CreateConnectionRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class OidcCreateConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_oidc_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: OIDCConnection | None = None


@attrs.define(kw_only=True)
class OidcUpdateConnectionRequest:
    """TODO

    Source: `PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id} <TODO>`_
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
    identity_provider: IdentityProvider | str | None = None
    custom_scopes: str | None = None
    attribute_mapping: dict[str, Any] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class OidcUpdateConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_oidc_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: OIDCConnection | None = None
    warning: str | None = None


@attrs.define(kw_only=True)
class SamlCreateConnectionRequest:
    """TODO

    Source: `POST /v1/b2b/sso/saml/{organization_id} <TODO>`_
    """

    __schema__ = "api_sso_v1_sso_saml_CreateConnectionRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlCreateConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_saml_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SamlUpdateConnectionRequest:
    """TODO

    Source: `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id} <TODO>`_
    """

    __schema__ = "api_sso_v1_sso_saml_UpdateConnectionRequest"

    organization_id: str
    connection_id: str
    idp_entity_id: str | None = None
    display_name: str | None = None
    attribute_mapping: dict[str, Any] | None = None
    x509_certificate: str | None = None
    idp_sso_url: str | None = None
    saml_connection_implicit_role_assignments: list[SAMLConnectionImplicitRoleAssignment] | None = None
    saml_group_implicit_role_assignments: list[SAMLGroupImplicitRoleAssignment] | None = None
    alternative_audience_uri: str | None = None
    identity_provider: IdentityProvider | str | None = None
    signing_private_key: str | None = attrs.field(default=None, repr=False)
    nameid_format: str | None = None
    alternative_acs_url: str | None = None
    idp_initiated_auth_disabled: bool | None = None
    saml_encryption_private_key: str | None = attrs.field(default=None, repr=False)
    allow_gateway_callback: bool | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlUpdateConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_saml_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SamlUpdateByURLRequest:
    """TODO

    Source: `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url <TODO>`_
    """

    __schema__ = "api_sso_v1_sso_saml_UpdateByURLRequest"

    organization_id: str
    connection_id: str
    metadata_url: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlUpdateByURLResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_saml_UpdateByURLResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SamlDeleteVerificationCertificateRequest:
    """TODO

    Source: `DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id} <TODO>`_
    """

    organization_id: str
    connection_id: str
    certificate_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlDeleteVerificationCertificateResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_saml_DeleteVerificationCertificateResponse"

    request_id: str
    certificate_id: str
    status_code: int


@attrs.define(kw_only=True)
class SamlDeleteEncryptionPrivateKeyRequest:
    """TODO

    Source: `DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id} <TODO>`_
    """

    organization_id: str
    connection_id: str
    private_key_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlDeleteEncryptionPrivateKeyResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_saml_DeleteEncryptionPrivateKeyResponse"

    request_id: str
    private_key_id: str
    status_code: int


@attrs.define(kw_only=True)
class ExternalCreateConnectionRequest:
    """TODO

    Source: `POST /v1/b2b/sso/external/{organization_id} <TODO>`_
    """

    __schema__ = "api_sso_v1_sso_external_CreateConnectionRequest"

    organization_id: str
    external_organization_id: str
    external_connection_id: str
    display_name: str | None = None
    connection_implicit_role_assignments: list[SAMLConnectionImplicitRoleAssignment] | None = None
    group_implicit_role_assignments: list[SAMLGroupImplicitRoleAssignment] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ExternalCreateConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_external_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: Connection | None = None


@attrs.define(kw_only=True)
class ExternalUpdateConnectionRequest:
    """TODO

    Source: `PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id} <TODO>`_
    """

    __schema__ = "api_sso_v1_sso_external_UpdateConnectionRequest"

    organization_id: str
    connection_id: str
    display_name: str | None = None
    external_connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment] | None = None
    external_group_implicit_role_assignments: list[GroupImplicitRoleAssignment] | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class ExternalUpdateConnectionResponse:
    """TODO"""

    __schema__ = "api_sso_v1_sso_external_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: Connection | None = None
