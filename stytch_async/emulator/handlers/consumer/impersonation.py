"""Impersonation of users by the people who run the app."""

from stytch_async.api.consumer.impersonation import Impersonation
from stytch_async.emulator.refusals.impersonation import USER_IMPERSONATION_NOT_ALLOWED
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.impersonation import MINUTES, impersonated
from stytch_async.emulator.rules.sessions import Plan
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import impersonation as schemas

__all__: list[str] = []


@handles(Impersonation.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Start a session as somebody else."""
    proof = impersonated(project, project.users, request.impersonation_token, USER_IMPERSONATION_NOT_ALLOWED)
    return schemas.AuthenticateResponse(**log_in(project, proof, Plan(None, MINUTES, None)), **project.envelope())
