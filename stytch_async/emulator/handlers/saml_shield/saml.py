"""SAML responses, judged."""

from stytch_async.api.saml_shield.saml import SAML
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.shield import examine
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.saml_shield import saml as schemas

__all__: list[str] = []


@handles(SAML.validate)
def validate(project: Project, request: schemas.ValidateRequest) -> schemas.ValidateResponse:
    """Look for a forger's work in a response."""
    examine(project, request.saml_response)
    return schemas.ValidateResponse(
        request_id=project.ids.anywhere("request-id"),
        status_code=200,
        message="No attack was found in the SAML response.",
    )
