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
    """A role for everybody who logs in through the connection."""

    __schema__ = "api_sso_v1_ConnectionImplicitRoleAssignment"

    role_id: str


@attrs.define(kw_only=True)
class GroupImplicitRoleAssignment:
    """A role for whoever logs in through the connection and is in a group of the identity provider.

    Attributes:
        group: The group, as the identity provider names it.

    """

    __schema__ = "api_sso_v1_GroupImplicitRoleAssignment"

    role_id: str
    group: str


@attrs.define(kw_only=True)
class Connection:
    """An organization's use of an SSO connection that belongs to another organization.

    Attributes:
        external_organization_id: The other organization.
        external_connection_id: The other organization's connection.
        status: Always ``active``.

    """

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
    """The product with which an organization's people log in."""

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
    """A key with which Stytch reads encrypted assertions."""

    __schema__ = "api_sso_v1_EncryptionPrivateKey"

    private_key_id: str
    private_key: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


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
class X509Certificate:
    """A certificate of a SAML connection.

    Attributes:
        certificate: In PEM form.
        issuer: ``Stytch`` for a signing certificate.

    """

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
    """A connection to an identity provider that speaks SAML.

    Attributes:
        status: ``pending`` until all is set that a login needs, then ``active``.
        idp_entity_id: The identity provider's name of itself.
        idp_sso_url: Where people are sent to log in.
        acs_url: Where the identity provider has to send people back to (Assertion Consumer Service); register it there.
        audience_uri: Whom its assertions have to be meant for; register it there.
        signing_certificates: With these it can check what Stytch sends; register them there.
        verification_certificates: With these Stytch checks its assertions.
        alternative_audience_uri: Accepted beside ``audience_uri``, while a connection moves over from another system.
        alternative_acs_url: Named to the identity provider in place of ``acs_url``, while a connection moves over from
            another system.
        idp_initiated_auth_disabled: Refuse logins that begin at the identity provider.
        attribute_mapping: What the identity provider calls the things that Stytch wants to know of a member.

    """

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
    """List the SSO connections of an organization.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to get SSO connections.

    Raises:
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `GET /v1/b2b/sso/{organization_id} <https://stytch.com/docs/b2b/api/get-sso-connections>`_
    """

    organization_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class GetConnectionsResponse:
    """The connections, by their kind."""

    __schema__ = "api_sso_v1_GetConnectionsResponse"

    request_id: str
    saml_connections: list[SAMLConnection]
    oidc_connections: list[OIDCConnection]
    external_connections: list[Connection]
    status_code: int


@attrs.define(kw_only=True)
class DeleteConnectionRequest:
    """Delete an SSO connection, of whichever kind.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete SSO connections.

    Raises:
        NotFoundError: ``sso_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``cannot_delete_default_sso_connection`` (there are others).
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/b2b/api/delete-sso-connection>`_
    """

    organization_id: str
    connection_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class DeleteConnectionResponse:
    """The connection is gone."""

    __schema__ = "api_sso_v1_DeleteConnectionResponse"

    request_id: str
    connection_id: str
    status_code: int


@attrs.define(kw_only=True)
class AuthenticateRequest:
    """Log a member in with the token that an SSO login ended with.

    The token is spent. Somebody new becomes a member where the organization's ``sso_jit_provisioning`` lets them in.

    A session starts, for 60 minutes unless ``session_duration_minutes`` says otherwise. Where a second factor is
    needed, an intermediate session starts in its place, and ``session_duration_minutes`` and ``session_custom_claims``
    are ignored. A valid ``session_token`` or ``session_jwt`` spares the member the second factor.

    Args:
        sso_token: The ``token`` query parameter of the redirect.
        pkce_code_verifier: Needed exactly when the login began with a ``pkce_code_challenge``.
        locale: The language of the code that is texted where a second factor is needed and the member has a phone.
        intermediate_session_token: A login that is not complete yet; the SSO login is added to it.

    Raises:
        NotFoundError: ``sso_token_not_found`` (unknown, expired or spent), ``intermediate_session_not_found``.
        BadRequestError: ``pkce_mismatch``, ``pkce_expected_code_verifier``, ``pkce_did_not_expect_code_verifier``,
            ``invalid_connection_for_jit_provisioning``, ``operation_restricted_by_organization_auth_methods``.

    Source: `POST /v1/b2b/sso/authenticate <https://stytch.com/docs/b2b/api/sso-authenticate>`_
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
    """A login, complete or not.

    Attributes:
        reset_session: Deprecated.
        member_authenticated: Whether the login is complete. If not, the session's fields are empty or ``None``.
        intermediate_session_token: Stands for a login that is not complete, for 10 minutes; pass it to the endpoint
            that takes the missing factor. It is good in this organization only. Empty for a complete one.
        mfa_required: Set where a second factor is missing.
        primary_required: Set where the organization wants another way to log in first.

    """

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

    Source: `POST /v1/b2b/sso/oidc/{organization_id} <https://stytch.com/docs/b2b/api/create-oidc-connection>`_
    """

    __schema__ = "api_sso_v1_sso_oidc_CreateConnectionRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class OidcCreateConnectionResponse:
    """The new connection."""

    __schema__ = "api_sso_v1_sso_oidc_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: OIDCConnection | None = None


@attrs.define(kw_only=True)
class OidcUpdateConnectionRequest:
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
        BadRequestError: ``invalid_issuer``, ``oidc_connection_issuer_url_invalid_format``,
            ``oidc_connection_authorization_url_invalid_format`` and its like, ``invalid_sso_idp``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/b2b/api/update-oidc-connection>`_
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
    """The connection as it is now.

    Attributes:
        warning: Why the URLs of a new ``issuer`` could not be read; else ``None``.

    """

    __schema__ = "api_sso_v1_sso_oidc_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: OIDCConnection | None = None
    warning: str | None = None


@attrs.define(kw_only=True)
class SamlCreateConnectionRequest:
    """Begin a SAML connection for an organization.

    It is ``pending`` until ``update_connection`` or ``update_by_url`` has told what a login needs.

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

    Source: `POST /v1/b2b/sso/saml/{organization_id} <https://stytch.com/docs/b2b/api/create-saml-connection>`_
    """

    __schema__ = "api_sso_v1_sso_saml_CreateConnectionRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: IdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlCreateConnectionResponse:
    """The new connection, with what to register at the identity provider."""

    __schema__ = "api_sso_v1_sso_saml_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SamlUpdateConnectionRequest:
    """Change a SAML connection.

    It becomes active once it has ``idp_sso_url``, ``idp_entity_id``, ``x509_certificate`` and ``attribute_mapping``.

    Args:
        organization_id: Or its slug or external id.
        idp_entity_id: The identity provider's name of itself.
        display_name: For people to read.
        attribute_mapping: What the identity provider calls the things that Stytch wants to know of a member. It needs
            ``email``, and ``full_name`` or ``first_name`` and ``last_name``; ``groups``, where a group brings a role.
        x509_certificate: With it Stytch checks the identity provider's assertions; in PEM form. A connection has five
            at most.
        idp_sso_url: Where people are sent to log in.
        alternative_audience_uri: Accepted beside ``audience_uri``, while the connection moves over from another system.
        identity_provider: Which product it is; Stytch then allows for its ways.
        signing_private_key: An RSA key in PKCS #1 form, with which Stytch is to sign what it sends; its certificate
            comes back among the ``signing_certificates``.
        nameid_format: ``urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress`` by default.
        alternative_acs_url: Named to the identity provider in place of ``acs_url``, while the connection moves over
            from another system. The app has to pass on to Stytch what arrives there.
        idp_initiated_auth_disabled: Refuse logins that begin at the identity provider; they are allowed by default.
        saml_encryption_private_key: An RSA key in PKCS #1 form, with which Stytch is to read encrypted assertions.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``saml_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``saml_connection_email_mapping_required``, ``saml_connection_name_mapping_required``,
            ``saml_connection_attribute_mapping_missing_groups_key``, ``saml_connection_idp_sso_url_not_https``,
            ``invalid_idp_entity_id``, ``invalid_x509_certificate``, ``too_many_sso_verification_certificates``,
            ``too_many_encryption_certificates``, ``saml_signing_private_key_format_not_supported``,
            ``invalid_sso_idp``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/b2b/api/update-saml-connection>`_
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
    """The connection as it is now."""

    __schema__ = "api_sso_v1_sso_saml_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SamlUpdateByURLRequest:
    """Fill in a SAML connection from the identity provider's own metadata.

    Stytch reads ``idp_sso_url``, ``idp_entity_id`` and ``x509_certificate`` there. The ``attribute_mapping`` has to
    come from ``update_connection``.

    Args:
        organization_id: Or its slug or external id.
        metadata_url: Where the identity provider publishes them.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``saml_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``invalid_saml_metadata_url``, ``saml_connection_metadata_invalid_format``,
            ``too_many_sso_verification_certificates``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url
    <https://stytch.com/docs/b2b/api/update-saml-connection-url>`_
    """

    __schema__ = "api_sso_v1_sso_saml_UpdateByURLRequest"

    organization_id: str
    connection_id: str
    metadata_url: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlUpdateByURLResponse:
    """The connection as it is now."""

    __schema__ = "api_sso_v1_sso_saml_UpdateByURLResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SamlDeleteVerificationCertificateRequest:
    """Delete a certificate with which Stytch checks the identity provider's assertions.

    That makes room for the next one: a connection has five at most. The last one of an active connection stays.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``sso_verification_key_not_found``, ``saml_connection_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}
    <https://stytch.com/docs/b2b/api/delete-verification-certificate>`_
    """

    organization_id: str
    connection_id: str
    certificate_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlDeleteVerificationCertificateResponse:
    """The certificate is gone."""

    __schema__ = "api_sso_v1_sso_saml_DeleteVerificationCertificateResponse"

    request_id: str
    certificate_id: str
    status_code: int


@attrs.define(kw_only=True)
class SamlDeleteEncryptionPrivateKeyRequest:
    """Delete a key with which Stytch reads encrypted assertions.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``sso_encryption_private_key_not_found``, ``saml_connection_not_found``,
            ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}
    <https://stytch.com/docs/b2b/api/delete-encryption-private-key>`_
    """

    organization_id: str
    connection_id: str
    private_key_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SamlDeleteEncryptionPrivateKeyResponse:
    """The key is gone."""

    __schema__ = "api_sso_v1_sso_saml_DeleteEncryptionPrivateKeyResponse"

    request_id: str
    private_key_id: str
    status_code: int


@attrs.define(kw_only=True)
class ExternalCreateConnectionRequest:
    """Let an organization's members log in through another organization's SSO connection.

    The connection is active at once.

    Args:
        organization_id: The organization that gets the connection; or its slug or external id.
        external_organization_id: The other organization.
        external_connection_id: The other organization's connection; it must be active.
        display_name: For people to read.
        connection_implicit_role_assignments: Not with an OpenID Connect connection.
        group_implicit_role_assignments: Not with an OpenID Connect connection; a SAML one needs ``groups`` in its
            ``attribute_mapping``.
        authorization: Make the call as this member, who needs the permission to create SSO connections.

    Raises:
        NotFoundError: ``external_connection_id_not_found``, ``organization_not_found``.
        BadRequestError: ``duplicate_external_sso_connection``, ``external_connection_not_active``,
            ``external_organization_id_same_as_organization_id``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `POST /v1/b2b/sso/external/{organization_id} <https://stytch.com/docs/b2b/api/create-external-connection>`_
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
    """The new connection."""

    __schema__ = "api_sso_v1_sso_external_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: Connection | None = None


@attrs.define(kw_only=True)
class ExternalUpdateConnectionRequest:
    """Change the name or the roles of an external connection.

    Args:
        organization_id: Or its slug or external id.
        display_name: For people to read.
        external_connection_implicit_role_assignments: Not with an OpenID Connect connection.
        external_group_implicit_role_assignments: Not with an OpenID Connect connection; a SAML one needs ``groups`` in
            its ``attribute_mapping``.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``sso_connection_not_found``, ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/external/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/b2b/api/update-external-connection>`_
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
    """The connection as it is now."""

    __schema__ = "api_sso_v1_sso_external_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: Connection | None = None
