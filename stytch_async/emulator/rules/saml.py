"""SAML responses as they are posted: XML in base64 (SAML 2.0 Bindings, 3.5)."""

import base64
from typing import Final

from stytch_async.emulator.refusals.refusal import Reason, Refusal

__all__ = ["ASSERTION", "NAMESPACES", "RESPONSE", "document_of"]

NAMESPACES: Final = {
    "ds": "http://www.w3.org/2000/09/xmldsig#",
    "saml": "urn:oasis:names:tc:SAML:2.0:assertion",
    "samlp": "urn:oasis:names:tc:SAML:2.0:protocol",
}
ASSERTION: Final = f"{{{NAMESPACES['saml']}}}Assertion"
RESPONSE: Final = f"{{{NAMESPACES['samlp']}}}Response"


def document_of(encoded: str, unreadable: Reason) -> bytes:
    """Return the XML of a response, or refuse what is not base64."""
    try:
        return base64.b64decode(encoded, validate=True)
    except ValueError:
        raise Refusal(unreadable) from None
