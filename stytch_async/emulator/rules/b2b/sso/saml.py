"""SAML connections: how they are made and changed."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs

from stytch_async.emulator.refusals.connections import (
    CANNOT_DELETE_LAST_SSO_VERIFICATION_KEY,
    INVALID_IDP_ENTITY_ID,
    SAML_CONNECTION_ATTRIBUTE_MAPPING_REQUIRED,
    SAML_CONNECTION_EMAIL_MAPPING_REQUIRED,
    SAML_CONNECTION_IDP_SSO_URL_INVALID_FORMAT,
    SAML_CONNECTION_IDP_SSO_URL_NOT_HTTPS,
    SAML_CONNECTION_IDP_SSO_URL_REQUIRED,
    SAML_CONNECTION_NAME_MAPPING_REQUIRED,
    SAML_CONNECTION_NO_NESTED_KEYS_IN_ATTRIBUTE_MAPPING,
    SSO_ENCRYPTION_PRIVATE_KEY_NOT_FOUND,
    SSO_VERIFICATION_KEY_NOT_FOUND,
    TOO_MANY_ENCRYPTION_CERTIFICATES,
    TOO_MANY_SSO_VERIFICATION_CERTIFICATES,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.sso.changes import record_connection
from stytch_async.emulator.rules.b2b.sso.settings import (
    check_groups,
    checked_provider,
    checked_url,
    read_groups,
    read_roles,
)
from stytch_async.emulator.rules.certificates import certificate_of, new_signing_key, own_key, read_private_key
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connections import Certificate, EncryptionKey, SAMLConnection
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b.sso import SAMLUpdateConnectionRequest

__all__ = [
    "change_saml_connection",
    "forget_certificate",
    "forget_encryption_key",
    "new_saml_connection",
    "take_on_metadata",
]

MOST_KEYS: Final = 5
"""How many verification certificates a connection may have, and how many encryption keys (behaviour 23)."""

PLAIN: Final = (
    "allow_gateway_callback",
    "alternative_acs_url",
    "alternative_audience_uri",
    "display_name",
    "idp_entity_id",
    "idp_initiated_auth_disabled",
    "nameid_format",
)
"""The settings that are taken on as they are given."""


def new_saml_connection(
    project: Project, organization: Organization, display_name: str | None, identity_provider: str | None
) -> SAMLConnection:
    """Begin a connection, or refuse."""
    connection = SAMLConnection(
        id=project.ids.new("saml-connection"),
        organization_id=organization.id,
        display_name=display_name or "",
        identity_provider=checked_provider(identity_provider or "generic"),
        signing_keys=[new_signing_key(project, own_key())],
    )
    record_connection(project, connection, "CREATE")
    return connection


def change_saml_connection(
    project: Project, organization: Organization, connection: SAMLConnection, arguments: SAMLUpdateConnectionRequest
) -> None:
    """Change what the arguments name, or refuse and change nothing."""
    changes = {name: given for name in PLAIN if (given := getattr(arguments, name)) is not None}
    if arguments.idp_sso_url is not None:
        changes["idp_sso_url"] = arguments.idp_sso_url and _checked_sso_url(arguments.idp_sso_url)
    if arguments.identity_provider is not None:
        changes["identity_provider"] = checked_provider(arguments.identity_provider)
    if arguments.attribute_mapping is not None:
        changes["attribute_mapping"] = _checked_mapping(arguments.attribute_mapping)
    if arguments.saml_connection_implicit_role_assignments is not None:
        changes["roles"] = read_roles(project, organization, arguments.saml_connection_implicit_role_assignments)
    if arguments.saml_group_implicit_role_assignments is not None:
        changes["group_roles"] = read_groups(project, organization, arguments.saml_group_implicit_role_assignments)
    changes |= _changed_keys(project, connection, arguments)
    _check(connection, changes)
    _change(project, connection, changes)


def _changed_keys(
    project: Project, connection: SAMLConnection, arguments: SAMLUpdateConnectionRequest
) -> dict[str, Any]:
    """Return keys and certificates with those that are given, or refuse (behaviour-more N5, N9)."""
    changes: dict[str, Any] = {}
    if arguments.x509_certificate is not None:
        added = [certificate_of(project, arguments.x509_certificate)]
        changes["verification_certificates"] = _with_certificates(connection, added)
    if arguments.signing_private_key is not None:
        added_key = new_signing_key(project, read_private_key(arguments.signing_private_key))
        changes["signing_keys"] = [*connection.signing_keys, added_key]
    if arguments.saml_encryption_private_key is not None:
        changes["encryption_keys"] = _with_encryption_key(project, connection, arguments.saml_encryption_private_key)
    return changes


def take_on_metadata(
    project: Project, connection: SAMLConnection, *, entity_id: str, sso_url: str, certificates: Sequence[str]
) -> None:
    """Take on what an identity provider says of itself, or refuse and change nothing (behaviour-more N11)."""
    added = [certificate_of(project, pem) for pem in certificates]
    changes = {
        "idp_entity_id": entity_id,
        "idp_sso_url": _checked_sso_url(sso_url),
        "verification_certificates": _with_certificates(connection, added),
    }
    _change(project, connection, changes)


def _check(connection: SAMLConnection, changes: Mapping[str, Any]) -> None:
    """Refuse changes after which a connection would work worse than before."""
    result = attrs.evolve(connection, **changes)
    if changes.get("idp_entity_id") == "":
        raise Refusal(INVALID_IDP_ENTITY_ID)
    if connection.is_active and not result.idp_sso_url:
        raise Refusal(SAML_CONNECTION_IDP_SSO_URL_REQUIRED)
    if connection.is_active and not result.attribute_mapping:
        raise Refusal(SAML_CONNECTION_ATTRIBUTE_MAPPING_REQUIRED)
    check_groups(result.group_roles, result.attribute_mapping)


def _change(project: Project, connection: SAMLConnection, changes: Mapping[str, Any]) -> None:
    for name, value in changes.items():
        setattr(connection, name, value)
    record_connection(project, connection)


def _checked_sso_url(url: str) -> str:
    return checked_url(url, SAML_CONNECTION_IDP_SSO_URL_INVALID_FORMAT, SAML_CONNECTION_IDP_SSO_URL_NOT_HTTPS)


def _checked_mapping(mapping: Mapping[str, Any]) -> dict[str, str]:
    """Return an attribute mapping, or refuse one that does not lead to a member (behaviour 23, behaviour-more N10).

    An empty one is what a connection begins with.
    """
    if not all(isinstance(name, str) for name in mapping.values()):
        raise Refusal(SAML_CONNECTION_NO_NESTED_KEYS_IN_ATTRIBUTE_MAPPING)
    if mapping and "email" not in mapping:
        raise Refusal(SAML_CONNECTION_EMAIL_MAPPING_REQUIRED)
    if mapping and "full_name" not in mapping and not {"first_name", "last_name"} <= mapping.keys():
        raise Refusal(SAML_CONNECTION_NAME_MAPPING_REQUIRED)
    return dict(mapping)


def _with_certificates(connection: SAMLConnection, added: Sequence[Certificate]) -> list[Certificate]:
    """Return the certificates with others, or refuse too many; one that is there already is not added (inferred)."""
    certificates = {one.pem: one for one in connection.verification_certificates}
    for one in added:
        certificates.setdefault(one.pem, one)
    if len(certificates) > MOST_KEYS:
        raise Refusal(TOO_MANY_SSO_VERIFICATION_CERTIFICATES)
    return list(certificates.values())


def _with_encryption_key(project: Project, connection: SAMLConnection, pem: str) -> list[EncryptionKey]:
    read_private_key(pem)
    if len(connection.encryption_keys) >= MOST_KEYS:
        raise Refusal(TOO_MANY_ENCRYPTION_CERTIFICATES)
    key = EncryptionKey(id=project.ids.new("saml-encryption-key"), private_key=pem, created_at=project.now)
    return [*connection.encryption_keys, key]


def forget_certificate(project: Project, connection: SAMLConnection, certificate_id: str) -> None:
    """Delete a verification certificate, or refuse the last one of an active connection (behaviour-more N6)."""
    left = [one for one in connection.verification_certificates if one.id != certificate_id]
    if len(left) == len(connection.verification_certificates):
        raise Refusal(SSO_VERIFICATION_KEY_NOT_FOUND)
    if connection.is_active and not left:
        raise Refusal(CANNOT_DELETE_LAST_SSO_VERIFICATION_KEY)
    connection.verification_certificates = left
    record_connection(project, connection)


def forget_encryption_key(project: Project, connection: SAMLConnection, key_id: str) -> None:
    """Delete a key for encrypted assertions, or refuse one that is not there."""
    left = [one for one in connection.encryption_keys if one.id != key_id]
    if len(left) == len(connection.encryption_keys):
        raise Refusal(SSO_ENCRYPTION_PRIVATE_KEY_NOT_FOUND)
    connection.encryption_keys = left
    record_connection(project, connection)
