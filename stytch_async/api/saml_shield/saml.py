"""SAML responses, judged by SAML Shield."""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.saml_shield import saml as schemas

__all__ = ["SAML"]


class SAML(Resource):
    """Have SAML responses checked before the app trusts them."""

    validate: Final = endpoint(
        "POST", "/v1/saml/validate", schemas.ValidateRequest, schemas.ValidateResponse, SAFE, dialect="form"
    )
