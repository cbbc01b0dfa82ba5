"""Secrets and public tokens: how they are issued."""

from typing import Final

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.workspaces import TOO_MANY_PUBLIC_TOKENS, TOO_MANY_SECRETS
from stytch_async.emulator.state.rows.access import ProjectSecret, PublicToken
from stytch_async.emulator.state.workspace import Environment

__all__ = ["issue_public_token", "issue_secret"]

MOST: Final = 50
"""How many secrets, and how many public tokens, an environment may have; the reference says so of a project."""


def issue_secret(environment: Environment) -> ProjectSecret:
    """Return a new secret, or refuse one more than there may be."""
    if len(environment.secrets) >= MOST:
        raise Refusal(TOO_MANY_SECRETS)
    ids = environment.project.ids
    value = f"secret-{ids.environment}-{ids.token()}"
    secret = ProjectSecret(id=ids.new("secret"), value=value, created_at=environment.project.now)
    environment.secrets.save(secret)
    return secret


def issue_public_token(environment: Environment) -> PublicToken:
    """Return a new public token, or refuse one more than there may be."""
    if len(environment.public_tokens) >= MOST:
        raise Refusal(TOO_MANY_PUBLIC_TOKENS)
    ids = environment.project.ids
    token = PublicToken(value=f"public-token-{ids.environment}-{ids.uuid()}", created_at=environment.project.now)
    environment.public_tokens.save(token)
    return token
