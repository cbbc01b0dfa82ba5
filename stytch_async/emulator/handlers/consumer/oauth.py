"""Logins of users with identity providers."""

import datetime as dt
from typing import Final

from stytch_async.api.consumer.oauth import OAuth
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.addressees import required_user
from stytch_async.emulator.rules.consumer.oauth import log_in_with
from stytch_async.emulator.rules.oauth import USER, token_of
from stytch_async.emulator.rules.providers import CONSUMER_PROVIDERS, provider_name
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.starts import ATTACH, check_provider
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.oauth import AttachToken
from stytch_async.schemas.consumer import oauth as schemas

__all__: list[str] = []

ATTACHABLE: Final = dt.timedelta(minutes=10)
"""How long an attach token is good (inferred)."""


@handles(OAuth.attach)
def attach(project: Project, request: schemas.AttachRequest) -> schemas.AttachResponse:
    """Tie the next login with a provider to a user."""
    check_provider(request.provider, CONSUMER_PROVIDERS)
    user = required_user(project, request)
    token = AttachToken(
        value=project.ids.token(),
        type=ATTACH,
        provider=request.provider,
        owner_id=user.id,
        address_id="",
        expires_at=project.now + ATTACHABLE,
    )
    project.tokens.save(token)
    return schemas.AttachResponse(oauth_attach_token=token.value, **project.envelope())


@handles(OAuth.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with the token that a browser came back with."""
    token = token_of(project, request.token, USER, request.code_verifier)
    made = log_in_with(project, token, plan(project, "user", request))
    login, tokens = made["login"], token.tokens
    return schemas.AuthenticateResponse(
        user_id=login["user_id"],
        user=login["user"],
        user_session=login["session"],
        session_token=login["session_token"],
        session_jwt=login["session_jwt"],
        provider_subject=token.account.subject,
        provider_type=provider_name(token.provider),
        provider_values=schemas.ProviderValues(
            access_token=tokens.access_token,
            refresh_token=tokens.refresh_token,
            id_token=tokens.id_token,
            scopes=tokens.scopes,
            expires_at=tokens.expires_at,
        ),
        reset_sessions=made["taken_over"],
        oauth_user_registration_id=made["registration_id"],
        **project.envelope(),
    )
