"""SAML connections."""

from stytch_async.api.b2b.sso import SAML
from stytch_async.emulator.refusals.connections import SAML_CONNECTION_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.connections import find_connection_as
from stytch_async.emulator.rules.b2b.sso.metadata import read_metadata
from stytch_async.emulator.rules.b2b.sso.saml import (
    change_saml_connection,
    forget_certificate,
    forget_encryption_key,
    new_saml_connection,
    take_on_metadata,
)
from stytch_async.emulator.rules.b2b.sso.settings import sso_organization
from stytch_async.emulator.rules.b2b.sso.views import saml_view
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import SAMLConnection
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b import sso as schemas

__all__: list[str] = []


def _connection(project: Project, organization: Organization, connection_id: str) -> SAMLConnection:
    return find_connection_as(SAMLConnection, project, organization, connection_id, SAML_CONNECTION_NOT_FOUND)


@handles(SAML.create_connection)
def create(project: Project, request: schemas.SAMLCreateConnectionRequest) -> schemas.SAMLCreateConnectionResponse:
    """Begin a connection."""
    organization = sso_organization(project, request, "create")
    connection = new_saml_connection(project, organization, request.display_name, request.identity_provider)
    return schemas.SAMLCreateConnectionResponse(connection=saml_view(project, connection), **project.envelope())


@handles(SAML.update_connection)
def update(project: Project, request: schemas.SAMLUpdateConnectionRequest) -> schemas.SAMLUpdateConnectionResponse:
    """Change a connection."""
    organization = sso_organization(project, request, "update")
    connection = _connection(project, organization, request.connection_id)
    change_saml_connection(project, organization, connection, request)
    return schemas.SAMLUpdateConnectionResponse(connection=saml_view(project, connection), **project.envelope())


@handles(SAML.update_by_url)
def update_by_url(project: Project, request: schemas.SAMLUpdateByURLRequest) -> schemas.SAMLUpdateByURLResponse:
    """Take on what an identity provider publishes of itself."""
    connection = _connection(project, sso_organization(project, request, "update"), request.connection_id)
    found = read_metadata(project, request.metadata_url)
    take_on_metadata(
        project, connection, entity_id=found.entity_id, sso_url=found.sso_url, certificates=found.certificates
    )
    return schemas.SAMLUpdateByURLResponse(connection=saml_view(project, connection), **project.envelope())


@handles(SAML.delete_verification_certificate)
def delete_verification_certificate(
    project: Project, request: schemas.SAMLDeleteVerificationCertificateRequest
) -> schemas.SAMLDeleteVerificationCertificateResponse:
    """Delete a certificate of the identity provider."""
    connection = _connection(project, sso_organization(project, request, "delete"), request.connection_id)
    forget_certificate(project, connection, request.certificate_id)
    return schemas.SAMLDeleteVerificationCertificateResponse(
        certificate_id=request.certificate_id, **project.envelope()
    )


@handles(SAML.delete_encryption_private_key)
def delete_encryption_private_key(
    project: Project, request: schemas.SAMLDeleteEncryptionPrivateKeyRequest
) -> schemas.SAMLDeleteEncryptionPrivateKeyResponse:
    """Delete a key for encrypted assertions."""
    connection = _connection(project, sso_organization(project, request, "delete"), request.connection_id)
    forget_encryption_key(project, connection, request.private_key_id)
    return schemas.SAMLDeleteEncryptionPrivateKeyResponse(private_key_id=request.private_key_id, **project.envelope())
