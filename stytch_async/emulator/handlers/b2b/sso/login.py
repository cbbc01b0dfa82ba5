"""Logins by single sign-on."""

from stytch_async.api.b2b.sso import SSO
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.plans import member_plan
from stytch_async.emulator.rules.b2b.sso.login import log_in_by_sso, sso_token
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import sso as schemas

__all__: list[str] = []


@handles(SSO.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with what the identity provider has vouched for."""
    planned = member_plan(project, request, request.intermediate_session_token)
    token = sso_token(project, request.sso_token, request.pkce_code_verifier)
    login = log_in_by_sso(project, token, planned)
    return schemas.AuthenticateResponse(
        organization_id=login["member"].organization_id, reset_session=False, **login, **project.envelope()
    )
