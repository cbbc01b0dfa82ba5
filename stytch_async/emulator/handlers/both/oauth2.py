"""The OAuth2 endpoints: tokens for machines, and what Stytch says of the tokens of Connected Apps."""

from typing import Final

from stytch_async.api.both.oauth2 import OAuth2
from stytch_async.emulator.refusals.oauth2 import INVALID_SCOPE, UNSUPPORTED_GRANT_TYPE
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.machines import authenticate_machine
from stytch_async.emulator.rules.tokens import registered_claims
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.both import oauth2 as schemas

__all__: list[str] = []

LIFETIME: Final = 3600
BEARER: Final = "bearer"


@handles(OAuth2.token)
def token(project: Project, request: schemas.TokenRequest) -> schemas.TokenResponse:
    """Give a machine an access token."""
    if request.grant_type != "client_credentials":
        raise Refusal(UNSUPPORTED_GRANT_TYPE)
    machine = authenticate_machine(project, request.client_id, request.client_secret)
    scopes = machine.scopes if request.scope is None else request.scope.split()
    if not set(scopes) <= set(machine.scopes):
        raise Refusal(INVALID_SCOPE)
    claims = {**registered_claims(project, machine.id, LIFETIME), "scope": " ".join(scopes)}
    return schemas.TokenResponse(
        access_token=project.keys.sign(claims), expires_in=LIFETIME, token_type=BEARER, **project.envelope()
    )


@handles(OAuth2.introspect)
def introspect(project: Project, request: schemas.IntrospectRequest) -> schemas.IntrospectResponse:
    """Tell what an active token says, and of another one only that it is not."""
    inactive = schemas.IntrospectResponse(active=False, claims={}, **project.envelope())
    if request.token in project.revoked:
        return inactive
    claims = project.keys.read(request.token)
    if (
        claims is None
        or claims.get("client_id") != request.client_id
        or claims.get("exp", 0) <= project.now.timestamp()
    ):
        return inactive
    return schemas.IntrospectResponse(
        active=True, claims={**claims, "token_type": "access_token"}, **project.envelope()
    )


@handles(OAuth2.revoke)
def revoke(project: Project, request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """Make a token useless; an unknown one is not an error."""
    project.revoked.add(request.token)
    return schemas.RevokeResponse(**project.envelope())
