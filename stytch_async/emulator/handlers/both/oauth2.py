"""The OAuth2 endpoints: tokens for machines and Connected Apps."""

from typing import Final

from stytch_async.api.both.oauth2 import OAuth2
from stytch_async.emulator.refusals.oauth2 import INVALID_SCOPE, UNSUPPORTED_GRANT_TYPE
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.idp.clients import authenticate_app, authenticate_machine
from stytch_async.emulator.rules.idp.tokens import BEARER, by_code, by_refresh_token, introspected, revoke_token
from stytch_async.emulator.rules.machines import machine_fields
from stytch_async.emulator.rules.tokens import registered_claims, with_template
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.both import oauth2 as schemas

__all__: list[str] = []

LIFETIME: Final = 3600


@handles(OAuth2.token)
def token(project: Project, request: schemas.TokenRequest) -> schemas.TokenResponse:
    """Give a machine a token for its secret, and an app for a code or a refresh token."""
    if request.grant_type == "client_credentials":
        return _machine_token(project, request)
    if request.grant_type == "authorization_code":
        return schemas.TokenResponse(**by_code(project, request), **project.envelope())
    if request.grant_type == "refresh_token":
        return schemas.TokenResponse(**by_refresh_token(project, request), **project.envelope())
    raise Refusal(UNSUPPORTED_GRANT_TYPE)


def _machine_token(project: Project, request: schemas.TokenRequest) -> schemas.TokenResponse:
    machine = authenticate_machine(project, request.client_id, request.client_secret)
    scopes = machine.scopes if request.scope is None else request.scope.split()
    if not set(scopes) <= set(machine.scopes):
        raise Refusal(INVALID_SCOPE)
    own = {**registered_claims(project, machine.id, LIFETIME), "scope": " ".join(scopes)}
    claims = with_template(project, "M2M", own, lambda: {"client": machine_fields(machine)})
    return schemas.TokenResponse(
        access_token=project.keys.sign(claims), expires_in=LIFETIME, token_type=BEARER, **project.envelope()
    )


@handles(OAuth2.introspect)
def introspect(project: Project, request: schemas.IntrospectRequest) -> schemas.IntrospectResponse:
    """Tell an app what its token says, and of any other text only that it is not active."""
    app = authenticate_app(project, request.client_id, request.client_secret)
    claims = introspected(project, app, request.token)
    return schemas.IntrospectResponse(active=claims is not None, claims=claims or {}, **project.envelope())


@handles(OAuth2.revoke)
def revoke(project: Project, request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """Make an app's token useless; an unknown one is not an error."""
    app = authenticate_app(project, request.client_id, request.client_secret)
    revoke_token(project, app, request.token)
    return schemas.RevokeResponse(**project.envelope())
