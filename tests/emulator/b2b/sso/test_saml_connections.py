from typing import Any

import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Policy, Project
from stytch_async.emulator.state.rows.connections import EMAIL_NAMEID
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.b2b.sso import (
    ConnectionImplicitRoleAssignment,
    GroupImplicitRoleAssignment,
    SAMLConnection,
)
from tests.emulator.b2b.sso.conftest import MAPPING, Certify, ConnectSAML
from tests.emulator.conftest import Refusal

UNKNOWN = "saml-connection-test-00000000-0000-4000-8000-000000000000"


async def update(b2b: B2BClient, connection: SAMLConnection, **changes: Any) -> SAMLConnection:
    """Change a connection and return it."""
    updated = await b2b.sso.saml.update_connection(
        organization_id=connection.organization_id, connection_id=connection.connection_id, **changes
    )
    assert updated.connection is not None
    return updated.connection


async def test_a_new_connection_is_pending_and_empty(
    b2b: B2BClient, organization: Organization, project: Project
) -> None:
    """It tells what to register at the identity provider, and knows nothing of that yet."""
    created = await b2b.sso.saml.create_connection(
        organization_id=organization.organization_slug, display_name="Okta", identity_provider="okta"
    )

    connection = created.connection
    assert connection is not None
    callback = f"https://test.stytch.com/v1/b2b/sso/callback/{connection.connection_id}"
    certificate = connection.signing_certificates[0]
    assert connection == SAMLConnection(
        organization_id=organization.organization_id,
        connection_id=connection.connection_id,
        status="pending",
        idp_entity_id="",
        display_name="Okta",
        idp_sso_url="",
        acs_url=callback,
        audience_uri=callback,
        signing_certificates=[certificate],
        verification_certificates=[],
        encryption_private_keys=[],
        saml_connection_implicit_role_assignments=[],
        saml_group_implicit_role_assignments=[],
        alternative_audience_uri="",
        identity_provider="okta",
        nameid_format=EMAIL_NAMEID,
        alternative_acs_url="",
        idp_initiated_auth_disabled=False,
        allow_gateway_callback=False,
        attribute_mapping={},
    )
    assert connection.connection_id.startswith("saml-connection-test-")
    assert certificate.issuer == "Stytch"
    assert certificate.created_at == project.now


async def test_what_nobody_names_is_generic(saml: SAMLConnection) -> None:
    """A connection without a product or a name has the plainest ones."""
    assert (saml.identity_provider, saml.display_name) == ("generic", "")


async def test_an_unknown_product_is_refused(
    b2b: B2BClient, organization: Organization, saml: SAMLConnection, refusal: Refusal
) -> None:
    """Neither a new connection nor a known one takes it."""
    made = await refusal(
        b2b.sso.saml.create_connection(organization_id=organization.organization_id, identity_provider="acme")
    )
    changed = await refusal(update(b2b, saml, identity_provider="acme"))

    assert made == changed == (400, "invalid_sso_idp")


async def test_a_connection_becomes_active_by_itself(
    b2b: B2BClient, saml: SAMLConnection, certify: Certify, project: Project
) -> None:
    """Four things are needed, in any order; then the organization shows it, and logs in by it unless told otherwise."""
    needed: dict[str, Any] = {
        "attribute_mapping": MAPPING,
        "x509_certificate": certify(),
        "idp_entity_id": "https://idp.example.com",
        "idp_sso_url": "https://idp.example.com/sso",
    }

    seen = [(await update(b2b, saml, **{name: value})).status for name, value in needed.items()]

    assert seen == ["pending", "pending", "pending", "active"]
    shown = (await b2b.organizations.get(organization_id=saml.organization_id)).organization
    assert [one.connection_id for one in shown.sso_active_connections] == [saml.connection_id]
    assert shown.sso_default_connection_id == saml.connection_id
    assert [event.action for event in project.events.of("saml_connection")] == ["CREATE", *["UPDATE"] * 4]
    assert [event.action for event in project.events.of("organization")] == ["CREATE", "UPDATE"]


async def test_settings_are_kept(b2b: B2BClient, saml: SAMLConnection) -> None:
    """What is given comes back, and what is not given stays."""
    given: dict[str, Any] = {
        "display_name": "Single sign-on",
        "identity_provider": "microsoft-entra",
        "alternative_acs_url": "https://old.example.com/acs",
        "alternative_audience_uri": "urn:old",
        "nameid_format": "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        "idp_initiated_auth_disabled": True,
        "allow_gateway_callback": True,
    }

    await update(b2b, saml, **given)
    again = await update(b2b, saml, idp_entity_id="urn:idp")

    assert {name: getattr(again, name) for name in given} == given


@pytest.mark.parametrize(
    ("changes", "error_type"),
    [
        ({"idp_sso_url": "idp"}, "saml_connection_idp_sso_url_invalid_format"),
        ({"idp_sso_url": "https://[idp"}, "saml_connection_idp_sso_url_invalid_format"),
        ({"idp_sso_url": "http://idp.example.com"}, "saml_connection_idp_sso_url_not_https"),
        ({"idp_entity_id": ""}, "invalid_idp_entity_id"),
        ({"attribute_mapping": {"full_name": "name"}}, "saml_connection_email_mapping_required"),
        ({"attribute_mapping": {"email": "m", "first_name": "f"}}, "saml_connection_name_mapping_required"),
        (
            {"attribute_mapping": {"email": {"a": "b"}, "full_name": "n"}},
            "saml_connection_no_nested_keys_in_attribute_mapping",
        ),
        ({"x509_certificate": "certificate"}, "invalid_x509_certificate"),
        ({"signing_private_key": "key"}, "saml_signing_private_key_format_not_supported"),
        ({"saml_encryption_private_key": "key"}, "saml_signing_private_key_format_not_supported"),
        ({"signing_private_key": "-----BEGIN RSA PRIVATE KEY-----\nx"}, "saml_signing_private_key_invalid"),
        (
            {"saml_connection_implicit_role_assignments": [ConnectionImplicitRoleAssignment(role_id="ghost")]},
            "invalid_rbac_role_id",
        ),
        (
            {"saml_connection_implicit_role_assignments": [ConnectionImplicitRoleAssignment(role_id="stytch_member")]},
            "cannot_assign_default_rbac_role_id",
        ),
        (
            {"saml_group_implicit_role_assignments": [GroupImplicitRoleAssignment(role_id="ghost", group="g")]},
            "invalid_rbac_role_id",
        ),
        (
            {"saml_group_implicit_role_assignments": [GroupImplicitRoleAssignment(role_id="stytch_admin", group="g")]},
            "saml_connection_attribute_mapping_missing_groups_key",
        ),
    ],
)
async def test_what_cannot_work_is_refused(
    b2b: B2BClient, saml: SAMLConnection, refusal: Refusal, changes: dict[str, Any], error_type: str
) -> None:
    """Each setting is looked at, whatever else is given with it."""
    refused = await refusal(update(b2b, saml, **{"display_name": "lost", **changes}))

    assert refused == (400, error_type)


@pytest.mark.parametrize(
    ("changes", "error_type"),
    [
        ({"idp_sso_url": ""}, "saml_connection_idp_sso_url_required"),
        ({"attribute_mapping": {}}, "saml_connection_attribute_mapping_required"),
    ],
)
async def test_an_active_connection_keeps_what_it_needs(
    b2b: B2BClient,
    organization: Organization,
    connect_saml: ConnectSAML,
    refusal: Refusal,
    *,
    changes: dict[str, Any],
    error_type: str,
) -> None:
    """It never falls back to pending; a pending one may still lose everything."""
    active = await connect_saml(organization.organization_id)
    pending = await b2b.sso.saml.create_connection(organization_id=organization.organization_id)
    assert pending.connection is not None

    refused = await refusal(update(b2b, active, **changes))
    emptied = await update(b2b, pending.connection, **changes)

    assert refused == (400, error_type)
    assert emptied.status == "pending"


async def test_roles_come_back(b2b: B2BClient, saml: SAMLConnection, project: Project) -> None:
    """A connection implies roles for everybody and for groups; lists are replaced as a whole."""
    project.settings.policy = Policy({"editor": {"documents": {"read"}}})
    roles = [ConnectionImplicitRoleAssignment(role_id="editor")]
    groups = [GroupImplicitRoleAssignment(role_id="stytch_admin", group="admins")]

    updated = await update(
        b2b,
        saml,
        attribute_mapping={**MAPPING, "groups": "memberOf"},
        saml_connection_implicit_role_assignments=roles,
        saml_group_implicit_role_assignments=groups,
    )
    emptied = await update(b2b, saml, saml_connection_implicit_role_assignments=[])

    assert updated.saml_connection_implicit_role_assignments == roles
    assert updated.saml_group_implicit_role_assignments == groups
    assert emptied.saml_connection_implicit_role_assignments == []
    assert emptied.saml_group_implicit_role_assignments == groups


async def test_roles_for_groups_hold_the_mapping_of_groups(
    b2b: B2BClient, saml: SAMLConnection, refusal: Refusal
) -> None:
    """What names the groups cannot go while a group brings a role."""
    groups = [GroupImplicitRoleAssignment(role_id="stytch_admin", group="admins")]
    mapping = {**MAPPING, "groups": "memberOf"}
    await update(b2b, saml, attribute_mapping=mapping, saml_group_implicit_role_assignments=groups)

    refused = await refusal(update(b2b, saml, attribute_mapping=MAPPING))

    assert refused == (400, "saml_connection_attribute_mapping_missing_groups_key")


async def test_certificates_add_up_to_five(
    b2b: B2BClient, saml: SAMLConnection, certify: Certify, refusal: Refusal
) -> None:
    """Each update adds its certificate, one that is there already excepted; there is room for five."""
    certificates = [certify() for _ in range(5)]
    for certificate in [*certificates, certificates[0]]:
        updated = await update(b2b, saml, x509_certificate=certificate)

    refused = await refusal(update(b2b, saml, x509_certificate=certify()))

    assert [one.certificate for one in updated.verification_certificates] == certificates
    assert updated.verification_certificates[0].certificate_id.startswith("saml-verification-key-test-")
    assert updated.verification_certificates[0].issuer == "CN=idp.example.com"
    assert refused == (400, "too_many_sso_verification_certificates")


async def test_the_last_certificate_of_an_active_connection_stays(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, certify: Certify, refusal: Refusal
) -> None:
    """All others can be deleted, each once."""
    active = await connect_saml(organization.organization_id)
    updated = await update(b2b, active, x509_certificate=certify())
    old, new = [one.certificate_id for one in updated.verification_certificates]
    place = {"organization_id": active.organization_id, "connection_id": active.connection_id}
    delete = b2b.sso.saml.delete_verification_certificate

    deleted = await delete(**place, certificate_id=old)

    assert deleted.certificate_id == old
    assert await refusal(delete(**place, certificate_id=new)) == (400, "cannot_delete_last_sso_verification_key")
    assert await refusal(delete(**place, certificate_id=old)) == (404, "sso_verification_key_not_found")
    left = (await b2b.sso.get_connections(organization_id=active.organization_id)).saml_connections[0]
    assert [one.certificate_id for one in left.verification_certificates] == [new]


async def test_encryption_keys_add_up_to_five(
    b2b: B2BClient, saml: SAMLConnection, private_key: str, refusal: Refusal
) -> None:
    """They come back as they were given, and can be deleted, each once."""
    for _ in range(5):
        updated = await update(b2b, saml, saml_encryption_private_key=private_key)
    place = {"organization_id": saml.organization_id, "connection_id": saml.connection_id}
    delete = b2b.sso.saml.delete_encryption_private_key
    key = updated.encryption_private_keys[0]

    sixth = await refusal(update(b2b, saml, saml_encryption_private_key=private_key))
    deleted = await delete(**place, private_key_id=key.private_key_id)
    again = await refusal(delete(**place, private_key_id=key.private_key_id))

    assert key.private_key == private_key
    assert key.private_key_id.startswith("saml-encryption-key-test-")
    assert sixth == (400, "too_many_encryption_certificates")
    assert deleted.private_key_id == key.private_key_id
    assert again == (404, "sso_encryption_private_key_not_found")


async def test_a_signing_key_gets_a_certificate(b2b: B2BClient, saml: SAMLConnection, private_key: str) -> None:
    """It stands beside the one that the connection began with, and the key itself is shown nowhere."""
    updated = await update(b2b, saml, signing_private_key=private_key)

    assert [one.issuer for one in updated.signing_certificates] == ["Stytch", "Stytch"]
    assert updated.signing_certificates[0] == saml.signing_certificates[0]
    assert private_key not in str(updated)


async def test_another_kind_of_connection_is_not_found(
    b2b: B2BClient, organization: Organization, connect_saml: ConnectSAML, refusal: Refusal
) -> None:
    """Neither an unknown one nor one of another organization or protocol can be changed here."""
    other = (await b2b.organizations.create(organization_name="Other")).organization
    foreign = await connect_saml(other.organization_id)
    made = await b2b.sso.oidc.create_connection(organization_id=organization.organization_id)
    assert made.connection is not None

    refused = [
        await refusal(
            b2b.sso.saml.update_connection(organization_id=organization.organization_id, connection_id=connection_id)
        )
        for connection_id in (UNKNOWN, foreign.connection_id, made.connection.connection_id)
    ]

    assert refused == [(404, "saml_connection_not_found")] * 3
