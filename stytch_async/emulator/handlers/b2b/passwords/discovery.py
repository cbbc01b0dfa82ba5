"""Passwords that organizations share, used and reset before one is chosen."""

from typing import Final

from stytch_async.api.b2b.passwords import Discovery, DiscoveryEmail
from stytch_async.emulator.refusals.codes import INVALID_EXPIRATION
from stytch_async.emulator.refusals.passwords import UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.discovery import discover
from stytch_async.emulator.rules.b2b.mails import anybodys, discovery_link
from stytch_async.emulator.rules.b2b.passwords import (
    prove_shared_password,
    refuse_unshared,
    reset_template,
    set_shared_password,
)
from stytch_async.emulator.rules.links import send_link, unspent_token
from stytch_async.emulator.rules.passwords import RESET_MINUTES, password_factor
from stytch_async.emulator.rules.redirects import DISCOVERY, RESET_PASSWORD, redirect_url
from stytch_async.emulator.rules.strength import accept_password
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import passwords as schemas

__all__: list[str] = []

RESET: Final = "discovery_password_reset"
"""What the token of a reset link may be spent on; the link calls it as those of discovery (behaviour-more A7)."""


@handles(Discovery.authenticate)
def authenticate(
    project: Project, request: schemas.DiscoveryAuthenticateRequest
) -> schemas.DiscoveryAuthenticateResponse:
    """Find somebody's organizations with a password; that proves no address."""
    refuse_unshared(project)
    email = checked_email(request.email_address)
    prove_shared_password(project, email, request.password)
    found = discover(project, email, password_factor(project))
    return schemas.DiscoveryAuthenticateResponse(**found, **project.envelope())


@handles(DiscoveryEmail.reset_start, invalid={"reset_password_expiration_minutes": INVALID_EXPIRATION})
def reset_start(
    project: Project, request: schemas.DiscoveryEmailResetStartRequest
) -> schemas.DiscoveryEmailResetStartResponse:
    """Mail a link that leads to a new or a first password, and one that does without, to whoever has an address."""
    refuse_unshared(project)
    login_url = redirect_url(project, request.discovery_redirect_url, DISCOVERY)
    reset_url = redirect_url(project, request.reset_password_redirect_url, RESET_PASSWORD)
    send_link(
        project,
        None,
        anybodys(project, request.email_address),
        discovery_link(reset_url, RESET_PASSWORD, spent_on=RESET),
        minutes=request.reset_password_expiration_minutes or RESET_MINUTES,
        template=reset_template(project, request, request.email_address),
        code_challenge=request.pkce_code_challenge,
        login=discovery_link(login_url),
    )
    return schemas.DiscoveryEmailResetStartResponse(**project.envelope())


@handles(DiscoveryEmail.reset)
def reset(project: Project, request: schemas.DiscoveryEmailResetRequest) -> schemas.DiscoveryEmailResetResponse:
    """Set a new password with the token of a mailed link, which proves the address; sessions go on."""
    refuse_unshared(project)
    reason = UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
    token = unspent_token(project, request.password_reset_token, RESET, reason, request.pkce_code_verifier)
    accept_password(project, request.password)
    token.spent = True
    set_shared_password(project, token.recipient, request.password)
    found = discover(project, token.recipient, password_factor(project), verified=True)
    return schemas.DiscoveryEmailResetResponse(**found, **project.envelope())
