"""Public tokens, by which frontends name an environment."""

from stytch_async.api.management.public_tokens import PublicTokens
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import PUBLIC_TOKEN_NOT_FOUND
from stytch_async.emulator.refusals.workspaces import UNABLE_TO_DELETE_LAST_PUBLIC_TOKEN
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.credentials import issue_public_token
from stytch_async.emulator.rules.management.places import find_environment
from stytch_async.emulator.state.rows.access import PublicToken
from stytch_async.emulator.state.workspace import Environment, Workspace
from stytch_async.schemas.management import public_tokens as schemas

__all__: list[str] = []


def _view(token: PublicToken) -> schemas.PublicToken:
    return schemas.PublicToken(public_token=token.value, created_at=token.created_at)


def _find(environment: Environment, value: str) -> PublicToken:
    found = environment.public_tokens.get(value)
    if found is None:
        raise Refusal(PUBLIC_TOKEN_NOT_FOUND)
    return found


@handles(PublicTokens.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Issue a public token."""
    token = issue_public_token(find_environment(workspace, request))
    return schemas.CreateResponse(public_token=_view(token), **workspace.envelope())


@handles(PublicTokens.get_all)
def get_all(workspace: Workspace, request: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the public tokens."""
    tokens = find_environment(workspace, request).public_tokens
    return schemas.GetAllResponse(public_tokens=[_view(token) for token in tokens], **workspace.envelope())


@handles(PublicTokens.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a public token and its age."""
    token = _find(find_environment(workspace, request), request.public_token)
    return schemas.GetResponse(public_token=_view(token), **workspace.envelope())


@handles(PublicTokens.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a public token; the last one stays (behaviour-more W10)."""
    environment = find_environment(workspace, request)
    token, tokens = _find(environment, request.public_token), environment.public_tokens
    if len(tokens) == 1:
        raise Refusal(UNABLE_TO_DELETE_LAST_PUBLIC_TOKEN)
    tokens.remove(token)
    return schemas.DeleteResponse(**workspace.envelope())
