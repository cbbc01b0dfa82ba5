"""Signatures in XML."""

import datetime as dt
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

__all__ = ["PLACEHOLDER", "sign", "signed_part"]

EXCLUSIVE: Final = "http://www.w3.org/2001/10/xml-exc-c14n#"

PLACEHOLDER: Final = '<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#" Id="placeholder"/>'
"""Stands where a signature is to be."""


def sign(document: str, *, private_key: RSAPrivateKey, certificate: str) -> str:
    """Return an element, which has an id, with its signature in the place that is kept for it."""
    from lxml import etree  # noqa: PLC0415 - only single sign-on needs it
    from signxml.signer import XMLSigner  # noqa: PLC0415

    root = etree.fromstring(document)
    signer: Any = XMLSigner(c14n_algorithm=EXCLUSIVE)
    signed = signer.sign(root, key=private_key, cert=certificate, reference_uri=f"#{root.get('ID')}", id_attribute="ID")
    return etree.tostring(signed, encoding="unicode")


def signed_part(document: bytes, *, place: str, certificate: str, now: dt.datetime) -> bytes | None:
    """Return what a signature holds for, and nothing but that; ``None`` for one that is not the certificate's.

    Args:
        document: The XML.
        place: The path to the element that has the signature, with a slash at its end.
        certificate: Whose signature it must be, in PEM form.
        now: When the certificate must be valid.

    """
    from signxml.exceptions import SignXMLException  # noqa: PLC0415 - only single sign-on needs it
    from signxml.verifier import SignatureConfiguration, VerifyResult, XMLVerifier  # noqa: PLC0415

    expected = SignatureConfiguration(location=place, verification_time=now)
    verifier: Any = XMLVerifier()
    try:
        found: VerifyResult = verifier.verify(
            document, x509_cert=certificate, id_attribute="ID", expect_config=expected
        )
    except (SignXMLException, ValueError):
        return None
    return found.signed_data
