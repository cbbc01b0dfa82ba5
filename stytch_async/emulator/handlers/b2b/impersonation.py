"""Impersonation of members by the people who run the app."""

from stytch_async.api.b2b.impersonation import Impersonation
from stytch_async.emulator.refusals.impersonation import MEMBER_IMPERSONATION_NOT_ALLOWED
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.login import full_login
from stytch_async.emulator.rules.impersonation import MINUTES, impersonated
from stytch_async.emulator.rules.proofs import spend
from stytch_async.emulator.rules.sessions import Plan
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import impersonation as schemas

__all__: list[str] = []


@handles(Impersonation.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Start a session as somebody else; neither MFA nor the organization's methods count (behaviour-more G7)."""
    proof = impersonated(project, project.members, request.impersonation_token, MEMBER_IMPERSONATION_NOT_ALLOWED)
    spend(proof)
    login = full_login(project, proof.account, [proof.factor], Plan(None, MINUTES, None))
    return schemas.AuthenticateResponse(organization_id=proof.account.organization_id, **login, **project.envelope())
