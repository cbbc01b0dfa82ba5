"""What SAML Shield says of SAML responses."""

from typing import Annotated

import attrs
from cattrs import override

__all__ = ["ValidateRequest", "ValidateResponse"]


@attrs.define(kw_only=True)
class ValidateRequest:
    """Check a SAML response for known attacks and malformed assertions.

    This logs nobody in: it comes before the app's own handling of the response.

    Args:
        saml_response: The response as the identity provider posts it, that is in base64; not the XML itself.

    Raises:
        BadRequestError: ``xml_validation_saml_unknown_error``: SAML Shield found something; the message tells what.

    Source: `POST /v1/saml/validate <https://samlshield.com/docs/api-reference>`_
    """

    saml_response: Annotated[str, override(rename="SAMLResponse")] = attrs.field(repr=False)


@attrs.define(kw_only=True)
class ValidateResponse:
    """Nothing is wrong with the SAML response.

    Attributes:
        message: The same in words.

    """

    request_id: str
    status_code: int
    message: str | None = None
