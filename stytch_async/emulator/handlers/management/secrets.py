"""Secrets, with which backends call an environment."""

from stytch_async.api.management.secrets import Secrets
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.workspaces import INVALID_SECRET_ID, SECRET_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.identifiers import check_id
from stytch_async.emulator.rules.management.credentials import issue_secret
from stytch_async.emulator.rules.management.places import find_environment
from stytch_async.emulator.state.rows.access import ProjectSecret
from stytch_async.emulator.state.workspace import Environment, Workspace
from stytch_async.schemas.management import secrets as schemas

__all__: list[str] = []


def _masked(secret: ProjectSecret) -> schemas.MaskedSecret:
    return schemas.MaskedSecret(
        secret_id=secret.id, last_four=secret.value[-4:], created_at=secret.created_at, used_at=secret.used_at
    )


def _find(environment: Environment, secret_id: str) -> ProjectSecret:
    check_id("secret", secret_id, INVALID_SECRET_ID)
    found = environment.secrets.get(secret_id)
    if found is None:
        raise Refusal(SECRET_NOT_FOUND)
    return found


@handles(Secrets.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Issue a secret, and show it this once (behaviour-more W9)."""
    secret = issue_secret(find_environment(workspace, request))
    shown = schemas.Secret(secret_id=secret.id, secret=secret.value, created_at=secret.created_at)
    return schemas.CreateResponse(secret=shown, **workspace.envelope())


@handles(Secrets.get_all)
def get_all(workspace: Workspace, request: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the secrets by their ends."""
    secrets = find_environment(workspace, request).secrets
    return schemas.GetAllResponse(secrets=[_masked(secret) for secret in secrets], **workspace.envelope())


@handles(Secrets.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a secret by its end."""
    secret = _find(find_environment(workspace, request), request.secret_id)
    return schemas.GetResponse(secret=_masked(secret), **workspace.envelope())


@handles(Secrets.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a secret: it opens nothing from now on."""
    environment = find_environment(workspace, request)
    environment.secrets.remove(_find(environment, request.secret_id))
    return schemas.DeleteResponse(**workspace.envelope())
