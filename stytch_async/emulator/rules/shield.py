"""What SAML Shield looks for in a response (behaviour-more X4).

SAML Shield knows neither the app nor its identity provider. So it cannot tell whose signature is the right one, but it
can tell whether a signature holds for all that an app would read, whichever way the app reads it. Published is that
unsigned and malformed responses are refused; the single checks are inferred from the attacks that are known.
"""

import base64
import binascii
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.saml_shield import XML_VALIDATION_SAML_UNKNOWN_ERROR
from stytch_async.emulator.rules.saml import ASSERTION, NAMESPACES, RESPONSE, document_of
from stytch_async.emulator.rules.signatures import signed_part
from stytch_async.emulator.rules.xml import Element, parse_verbatim
from stytch_async.emulator.state.project import Project

__all__ = ["examine"]

ENCRYPTED: Final = f"{{{NAMESPACES['saml']}}}EncryptedAssertion"
ENVELOPED: Final = "http://www.w3.org/2000/09/xmldsig#enveloped-signature"
EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"
SOUND: Final = ("sha224", "sha256", "sha384", "sha512", "sha3-224", "sha3-256", "sha3-384", "sha3-512")
"""How the names of the algorithms end that nobody can break."""


def examine(project: Project, encoded: str) -> None:
    """Refuse a response that is not one, that is not signed, or that shows a forger's work."""
    document = document_of(encoded, XML_VALIDATION_SAML_UNKNOWN_ERROR)
    root = parse_verbatim(document, XML_VALIDATION_SAML_UNKNOWN_ERROR)
    _check_texts(root)
    assertion = _the_assertion(root)
    signatures = list(root.iter(f"{{{NAMESPACES['ds']}}}Signature"))
    if not signatures:
        raise _refusal("The response is not signed.")
    for signature in signatures:
        _check_place(signature, root, assertion)
        _check_reference(signature)
        _check_algorithms(signature)
        _check_signer(project, document, signature, root)
    if assertion.tag == ENCRYPTED and all(one.getparent() is not root for one in signatures):
        raise _refusal("The encrypted assertion is not signed.")


def _refusal(message: str) -> Refusal:
    return Refusal(XML_VALIDATION_SAML_UNKNOWN_ERROR, message)


def _check_texts(root: Element) -> None:
    """Refuse what canonical XML leaves out, so that it can be put into a signed text to cut it."""
    from lxml import etree  # noqa: PLC0415 - only SAML needs it

    if next(root.iter(etree.Comment, etree.ProcessingInstruction), None) is not None:
        raise _refusal("A comment or processing instruction stands in the response.")


def _the_assertion(root: Element) -> Element:
    """Return the only assertion, or refuse: of two, an app may read the one that is not signed."""
    if root.tag != RESPONSE or sum(1 for _ in root.iter(RESPONSE)) > 1:
        raise _refusal("The document is not one response.")
    names = [element.get("ID") for element in root.iter() if element.get("ID") is not None]
    if len(names) != len(set(names)):
        raise _refusal("Two elements have the same ID.")
    assertions = list(root.iter(ASSERTION, ENCRYPTED))
    if len(assertions) != 1 or assertions[0].getparent() is not root:
        raise _refusal("The response does not hold exactly one assertion.")
    (assertion,) = assertions
    if assertion.tag == ASSERTION and (not assertion.get("ID") or assertion.find("saml:Issuer", NAMESPACES) is None):
        raise _refusal("The assertion lacks its ID or its issuer.")
    return assertion


def _check_place(signature: Element, root: Element, assertion: Element) -> None:
    """Refuse a signature but one of the response and one of the assertion, and one that hides something."""
    parent = signature.getparent()
    if parent is None or parent not in (root, assertion) or len(parent.findall("ds:Signature", NAMESPACES)) != 1:
        raise _refusal("A signature stands where none belongs.")
    if signature.find("ds:Object", NAMESPACES) is not None:
        raise _refusal("A signature holds more than a signature.")


def _check_reference(signature: Element) -> None:
    """Refuse a signature of anything but the element that it stands in, as a whole."""
    parent = signature.getparent()
    references = signature.findall("ds:SignedInfo/ds:Reference", NAMESPACES)
    expected = None if parent is None else f"#{parent.get('ID')}"
    if [reference.get("URI") for reference in references] != [expected]:
        raise _refusal("A signature refers to something else than what it stands in.")
    if signature.find(".//ds:RetrievalMethod", NAMESPACES) is not None:
        raise _refusal("A signature's key is to be fetched from elsewhere.")
    transforms = {one.get("Algorithm", "").removesuffix("WithComments") for one in signature.iter(_ds("Transform"))}
    if not transforms <= {ENVELOPED, EXCLUSIVE}:
        raise _refusal("A signature transforms what it signs.")


def _check_algorithms(signature: Element) -> None:
    """Refuse algorithms that can be broken, and those that need a secret both sides share."""
    named = [one.get("Algorithm", "") for one in signature.iter(_ds("SignatureMethod"), _ds("DigestMethod"))]
    if not all(name.lower().endswith(SOUND) and "hmac" not in name for name in named):
        raise _refusal("A signature is made with a weak algorithm.")


def _check_signer(project: Project, document: bytes, signature: Element, root: Element) -> None:
    """Refuse a signature that does not hold by the certificate that comes with it."""
    text = signature.findtext("ds:KeyInfo/ds:X509Data/ds:X509Certificate", "", NAMESPACES)
    try:
        certificate = x509.load_der_x509_certificate(base64.b64decode(text)).public_bytes(Encoding.PEM).decode()
    except (binascii.Error, ValueError):
        raise _refusal("A signature comes without a certificate.") from None
    place = "./" if signature.getparent() is root else f"./{ASSERTION}/"
    if signed_part(document, place=place, certificate=certificate, now=project.now) is None:
        raise _refusal("A signature does not hold for what it signs.")


def _ds(name: str) -> str:
    return f"{{{NAMESPACES['ds']}}}{name}"
