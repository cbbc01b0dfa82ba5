"""SSO connections as the API shows them."""

from typing import Final

from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import (
    Certificate,
    Connection,
    ExternalConnection,
    OIDCConnection,
    SAMLConnection,
)
from stytch_async.schemas.b2b import sso as schemas

__all__ = ["callback_url", "external_view", "oidc_view", "saml_view"]

CALLBACK: Final = "/v1/b2b/sso/callback/"


def callback_url(project: Project, connection: Connection) -> str:
    """Return where an identity provider sends people back to."""
    return f"{project.base_url}{CALLBACK}{connection.id}"


def saml_view(project: Project, connection: SAMLConnection) -> schemas.SAMLConnection:
    """Show a SAML connection."""
    return schemas.SAMLConnection(
        organization_id=connection.organization_id,
        connection_id=connection.id,
        status=connection.status,
        idp_entity_id=connection.idp_entity_id,
        display_name=connection.display_name,
        idp_sso_url=connection.idp_sso_url,
        acs_url=callback_url(project, connection),
        audience_uri=callback_url(project, connection),
        signing_certificates=[_certificate_view(key.certificate) for key in connection.signing_keys],
        verification_certificates=[_certificate_view(one) for one in connection.verification_certificates],
        encryption_private_keys=[
            schemas.EncryptionPrivateKey(private_key_id=key.id, private_key=key.private_key, created_at=key.created_at)
            for key in connection.encryption_keys
        ],
        saml_connection_implicit_role_assignments=_roles(connection),
        saml_group_implicit_role_assignments=_group_roles(connection),
        alternative_audience_uri=connection.alternative_audience_uri,
        identity_provider=connection.identity_provider,
        nameid_format=connection.nameid_format,
        alternative_acs_url=connection.alternative_acs_url,
        idp_initiated_auth_disabled=connection.idp_initiated_auth_disabled,
        allow_gateway_callback=connection.allow_gateway_callback,
        attribute_mapping=dict(connection.attribute_mapping),
    )


def _certificate_view(certificate: Certificate) -> schemas.X509Certificate:
    return schemas.X509Certificate(
        certificate_id=certificate.id,
        certificate=certificate.pem,
        issuer=certificate.issuer,
        created_at=certificate.created_at,
        expires_at=certificate.expires_at,
        updated_at=certificate.created_at,
    )


def _roles(connection: Connection) -> list[schemas.ConnectionImplicitRoleAssignment]:
    return [schemas.ConnectionImplicitRoleAssignment(role_id=role_id) for role_id in connection.roles]


def _group_roles(connection: Connection) -> list[schemas.GroupImplicitRoleAssignment]:
    return [schemas.GroupImplicitRoleAssignment(role_id=one.role_id, group=one.group) for one in connection.group_roles]


def oidc_view(project: Project, connection: OIDCConnection) -> schemas.OIDCConnection:
    """Show an OpenID Connect connection."""
    return schemas.OIDCConnection(
        organization_id=connection.organization_id,
        connection_id=connection.id,
        status=connection.status,
        display_name=connection.display_name,
        redirect_url=callback_url(project, connection),
        client_id=connection.client_id,
        client_secret=connection.client_secret,
        issuer=connection.issuer,
        authorization_url=connection.authorization_url,
        token_url=connection.token_url,
        userinfo_url=connection.userinfo_url,
        jwks_url=connection.jwks_url,
        identity_provider=connection.identity_provider,
        custom_scopes=connection.custom_scopes,
        attribute_mapping=dict(connection.attribute_mapping),
    )


def external_view(connection: ExternalConnection) -> schemas.Connection:
    """Show the use of another organization's connection."""
    return schemas.Connection(
        organization_id=connection.organization_id,
        connection_id=connection.id,
        external_organization_id=connection.shared.organization_id,
        external_connection_id=connection.shared.id,
        display_name=connection.display_name,
        status=connection.status,
        external_connection_implicit_role_assignments=_roles(connection),
        external_group_implicit_role_assignments=_group_roles(connection),
    )
