"""SAML responses that SAML Shield does not let through."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Reason

__all__ = ["XML_VALIDATION_SAML_UNKNOWN_ERROR"]

XML_VALIDATION_SAML_UNKNOWN_ERROR: Final = Reason(
    400, "xml_validation_saml_unknown_error", "The SAML response is not to be trusted."
)
