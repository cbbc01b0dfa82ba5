"""What a SAML identity provider publishes of itself (SAML 2.0 Metadata)."""

from typing import Final

import attrs

from stytch_async.emulator.refusals.connections import (
    INVALID_SAML_METADATA_URL,
    INVALID_XML_FROM_SAML_METADATA_URL,
    SAML_CONNECTION_METADATA_INVALID_FORMAT,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.b2b.sso.settings import checked_url
from stytch_async.emulator.rules.xml import Element, parse
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.web import Fetch

__all__ = ["Metadata", "read_metadata"]

NAMESPACES: Final = {
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "md": "urn:oasis:names:tc:SAML:2.0:metadata",
}
REDIRECT: Final = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
WIDTH: Final = 64


@attrs.frozen
class Metadata:
    """An identity provider; its certificates are in PEM form."""

    entity_id: str
    sso_url: str
    certificates: list[str]


def read_metadata(project: Project, url: str) -> Metadata:
    """Read the metadata at a URL, or refuse (behaviour-more N11)."""
    checked_url(url, INVALID_SAML_METADATA_URL, INVALID_SAML_METADATA_URL)
    document = project.web.fetch(Fetch(url=url))
    if document is None:
        raise Refusal(INVALID_SAML_METADATA_URL)
    root = parse(document.encode(), INVALID_XML_FROM_SAML_METADATA_URL)
    keys = root.iterfind("md:IDPSSODescriptor/md:KeyDescriptor", NAMESPACES)
    certificates = [_pem(key) for key in keys if key.get("use") != "encryption"]
    services = root.findall("md:IDPSSODescriptor/md:SingleSignOnService", NAMESPACES)
    urls = [service.get("Location", "") for service in services if service.get("Binding") == REDIRECT]
    entity_id = root.get("entityID")
    if not entity_id or not urls or not certificates:
        raise Refusal(SAML_CONNECTION_METADATA_INVALID_FORMAT)
    return Metadata(entity_id, urls[0], certificates)


def _pem(key: Element) -> str:
    """Return the certificate of a key in PEM form."""
    text = "".join(key.findtext("ds:KeyInfo/ds:X509Data/ds:X509Certificate", "", NAMESPACES).split())
    lines = [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    return "\n".join(["-----BEGIN CERTIFICATE-----", *lines, "-----END CERTIFICATE-----", ""])
