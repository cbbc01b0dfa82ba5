import pytest

from stytch_async.clients import B2BClient
from stytch_async.emulator import Project
from stytch_async.schemas.b2b.sso import SAMLConnection
from tests.emulator.b2b.sso.conftest import MAPPING, Certify
from tests.emulator.conftest import Refusal

URL = "https://idp.example.com/metadata"
REDIRECT = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"


def metadata(certificate: str, *, sso_url: str = "https://idp.example.com/sso") -> str:
    """Write what an identity provider publishes of itself."""
    body = "".join(certificate.splitlines()[1:-1])
    return f"""<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"
    entityID="urn:idp">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="encryption"/>
    <md:KeyDescriptor use="signing">
      <ds:KeyInfo><ds:X509Data><ds:X509Certificate>{body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>
    </md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:other" Location="https://idp.example.com/other"/>
    <md:SingleSignOnService Binding="{REDIRECT}" Location="{sso_url}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>"""


async def read(b2b: B2BClient, connection: SAMLConnection, url: str = URL) -> SAMLConnection:
    """Fill a connection in from a URL and return it."""
    updated = await b2b.sso.saml.update_by_url(
        organization_id=connection.organization_id, connection_id=connection.connection_id, metadata_url=url
    )
    assert updated.connection is not None
    return updated.connection


async def test_metadata_fill_in_all_but_the_mapping(
    b2b: B2BClient, saml: SAMLConnection, project: Project, certify: Certify
) -> None:
    """Name, URL and certificate are read; the connection is active once the mapping is there as well."""
    certificate = certify()
    project.web.publish(URL, metadata(certificate))

    await read(b2b, saml)
    connection = await read(b2b, saml)
    updated = await b2b.sso.saml.update_connection(
        organization_id=saml.organization_id, connection_id=saml.connection_id, attribute_mapping=MAPPING
    )

    assert (connection.idp_entity_id, connection.idp_sso_url) == ("urn:idp", "https://idp.example.com/sso")
    assert [one.certificate for one in connection.verification_certificates] == [certificate]
    assert connection.status == "pending"
    assert updated.connection is not None
    assert updated.connection.status == "active"


@pytest.mark.parametrize(
    ("document", "error_type"),
    [
        (None, "invalid_saml_metadata_url"),
        ("not XML", "invalid_xml_from_saml_metadata_url"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "invalid_xml_from_saml_metadata_url"),
        ("<x/>", "saml_connection_metadata_invalid_format"),
        (metadata("-\nbroken\n-"), "invalid_x509_certificate"),
    ],
)
async def test_a_document_that_is_no_use_is_refused(
    b2b: B2BClient, saml: SAMLConnection, project: Project, refusal: Refusal, *, document: str | None, error_type: str
) -> None:
    """What cannot be reached, read or used changes nothing."""
    if document is not None:
        project.web.publish(URL, document)

    refused = await refusal(read(b2b, saml))

    assert refused == (400, error_type)


async def test_a_url_without_tls_is_refused(
    b2b: B2BClient, saml: SAMLConnection, project: Project, refusal: Refusal, certify: Certify
) -> None:
    """Neither the document's nor the one in the document will do."""
    project.web.publish(URL, metadata(certify(), sso_url="http://idp.example.com/sso"))

    outside = await refusal(read(b2b, saml, "http://idp.example.com/metadata"))
    inside = await refusal(read(b2b, saml))

    assert outside == (400, "invalid_saml_metadata_url")
    assert inside == (400, "saml_connection_idp_sso_url_not_https")


async def test_an_unknown_connection_is_not_found(b2b: B2BClient, saml: SAMLConnection, refusal: Refusal) -> None:
    """There must be a connection to fill in."""
    call = b2b.sso.saml.update_by_url(organization_id=saml.organization_id, connection_id="x", metadata_url=URL)

    assert await refusal(call) == (404, "saml_connection_not_found")
