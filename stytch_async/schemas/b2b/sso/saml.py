"""SAML connections."""

import datetime as dt
from typing import Any

import attrs

from stytch_async.schemas.b2b.sso.shared import (
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    SSOIdentityProvider,
)
from stytch_async.schemas.shared import Authorization

__all__ = [
    "EncryptionPrivateKey",
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
    "X509Certificate",
]


@attrs.define(kw_only=True)
class EncryptionPrivateKey:
    """A key with which Stytch reads encrypted assertions."""

    __schema__ = "api_sso_v1_EncryptionPrivateKey"

    private_key_id: str
    private_key: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


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
    saml_connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment]
    saml_group_implicit_role_assignments: list[GroupImplicitRoleAssignment]
    alternative_audience_uri: str
    identity_provider: str
    nameid_format: str
    alternative_acs_url: str
    idp_initiated_auth_disabled: bool
    allow_gateway_callback: bool
    attribute_mapping: dict[str, Any] | None = None


@attrs.define(kw_only=True)
class SAMLCreateConnectionRequest:
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

    Source: `POST /v1/b2b/sso/saml/{organization_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/saml/create-saml-connection>`_
    """

    __schema__ = "api_sso_v1_sso_saml_CreateConnectionRequest"

    organization_id: str
    display_name: str | None = None
    identity_provider: SSOIdentityProvider | str | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SAMLCreateConnectionResponse:
    """The new connection, with what to register at the identity provider."""

    __schema__ = "api_sso_v1_sso_saml_CreateConnectionResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SAMLUpdateConnectionRequest:
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
        nameid_format: A URN; the one that ends in ``nameid-format:emailAddress`` by default.
        alternative_acs_url: Named to the identity provider in place of ``acs_url``, while the connection moves over
            from another system. The app has to pass on to Stytch what arrives there.
        idp_initiated_auth_disabled: Refuse logins that begin at the identity provider; they are allowed by default.
        saml_encryption_private_key: An RSA key in PKCS #1 form, with which Stytch is to read encrypted assertions.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``saml_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``saml_connection_attribute_mapping_required`` (active connections cannot do without it),
            ``saml_connection_email_mapping_required``, ``saml_connection_name_mapping_required``,
            ``saml_connection_no_nested_keys_in_attribute_mapping``,
            ``saml_connection_attribute_mapping_missing_groups_key``, ``saml_connection_idp_sso_url_required`` (active
            ones again), ``saml_connection_idp_sso_url_invalid_format``, ``saml_connection_idp_sso_url_not_https``,
            ``invalid_idp_entity_id``, ``invalid_x509_certificate``, ``too_many_sso_verification_certificates``,
            ``too_many_encryption_certificates``, ``saml_signing_private_key_format_not_supported``,
            ``saml_signing_private_key_invalid``, ``invalid_sso_idp``, ``invalid_rbac_role_id``,
            ``cannot_assign_default_rbac_role_id``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/saml/update-saml-connection>`_
    """

    __schema__ = "api_sso_v1_sso_saml_UpdateConnectionRequest"

    organization_id: str
    connection_id: str
    idp_entity_id: str | None = None
    display_name: str | None = None
    attribute_mapping: dict[str, Any] | None = None
    x509_certificate: str | None = None
    idp_sso_url: str | None = None
    saml_connection_implicit_role_assignments: list[ConnectionImplicitRoleAssignment] | None = None
    saml_group_implicit_role_assignments: list[GroupImplicitRoleAssignment] | None = None
    alternative_audience_uri: str | None = None
    identity_provider: SSOIdentityProvider | str | None = None
    signing_private_key: str | None = attrs.field(default=None, repr=False)
    nameid_format: str | None = None
    alternative_acs_url: str | None = None
    idp_initiated_auth_disabled: bool | None = None
    saml_encryption_private_key: str | None = attrs.field(default=None, repr=False)
    allow_gateway_callback: bool | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SAMLUpdateConnectionResponse:
    """The connection as it is now."""

    __schema__ = "api_sso_v1_sso_saml_UpdateConnectionResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SAMLUpdateByURLRequest:
    """Fill in a SAML connection from the identity provider's own metadata.

    Stytch reads ``idp_sso_url``, ``idp_entity_id`` and ``x509_certificate`` there. The ``attribute_mapping`` has to
    come from ``update_connection``.

    Args:
        organization_id: Or its slug or external id.
        metadata_url: Where the identity provider publishes them.
        authorization: Make the call as this member, who needs the permission to update SSO connections.

    Raises:
        NotFoundError: ``saml_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``invalid_saml_metadata_url`` (nothing can be read there),
            ``invalid_xml_from_saml_metadata_url``, ``saml_connection_metadata_invalid_format``,
            ``saml_connection_idp_sso_url_invalid_format``, ``saml_connection_idp_sso_url_not_https``,
            ``invalid_x509_certificate``, ``too_many_sso_verification_certificates``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `PUT /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url
    <https://stytch.com/docs/api-reference/b2b/api/sso/saml/update-saml-connection-by-metadata-url>`_
    """

    __schema__ = "api_sso_v1_sso_saml_UpdateByURLRequest"

    organization_id: str
    connection_id: str
    metadata_url: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SAMLUpdateByURLResponse:
    """The connection as it is now."""

    __schema__ = "api_sso_v1_sso_saml_UpdateByURLResponse"

    request_id: str
    status_code: int
    connection: SAMLConnection | None = None


@attrs.define(kw_only=True)
class SAMLDeleteVerificationCertificateRequest:
    """Delete a certificate with which Stytch checks the identity provider's assertions.

    That makes room for the next one: a connection has five at most. The last one of an active connection stays.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete SSO connections.

    Raises:
        NotFoundError: ``sso_verification_key_not_found``, ``saml_connection_not_found``, ``organization_not_found``.
        BadRequestError: ``cannot_delete_last_sso_verification_key``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE
    /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/saml/delete-verification-certificate>`_
    """

    organization_id: str
    connection_id: str
    certificate_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SAMLDeleteVerificationCertificateResponse:
    """The certificate is gone."""

    __schema__ = "api_sso_v1_sso_saml_DeleteVerificationCertificateResponse"

    request_id: str
    certificate_id: str
    status_code: int


@attrs.define(kw_only=True)
class SAMLDeleteEncryptionPrivateKeyRequest:
    """Delete a key with which Stytch reads encrypted assertions.

    That makes room for the next one: a connection has five at most.

    Args:
        organization_id: Or its slug or external id.
        authorization: Make the call as this member, who needs the permission to delete SSO connections.

    Raises:
        NotFoundError: ``sso_encryption_private_key_not_found``, ``saml_connection_not_found``,
            ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.

    Source: `DELETE
    /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id}
    <https://stytch.com/docs/api-reference/b2b/api/sso/saml/delete-encryption-private-key>`_
    """

    organization_id: str
    connection_id: str
    private_key_id: str
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SAMLDeleteEncryptionPrivateKeyResponse:
    """The key is gone."""

    __schema__ = "api_sso_v1_sso_saml_DeleteEncryptionPrivateKeyResponse"

    request_id: str
    private_key_id: str
    status_code: int
