"""SAML Shield, served."""

import pytest

from stytch_async import SAMLShieldClient
from stytch_async.emulator import Project
from stytch_async.errors import BadRequestError
from stytch_async.transports.memory import InMemoryTransport

ACS_URL = "https://app.example.com/acs"


async def test_an_app_asks_before_it_trusts(base_url: str, project: Project) -> None:
    """A response passes, and one that was put around it does not."""
    world = InMemoryTransport(project)
    good = world.saml_response("ada@example.com", acs_url=ACS_URL)
    forged = world.saml_response("ada@example.com", acs_url=ACS_URL, attack="wrapping")

    async with SAMLShieldClient("public-token-of-saml-shield", base_url=base_url) as shield:
        verdict = await shield.saml.validate(saml_response=good)
        with pytest.raises(BadRequestError) as refused:
            await shield.saml.validate(saml_response=forged)

    assert verdict.status_code == 200
    assert refused.value.error_type == "xml_validation_saml_unknown_error"
