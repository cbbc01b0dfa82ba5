"""Passwords of users, reset by emailed link."""

from typing import Final

from stytch_async.api.consumer.passwords import Email
from stytch_async.emulator.refusals.codes import INVALID_EXPIRATION
from stytch_async.emulator.refusals.passwords import UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.magic_links import LINK
from stytch_async.emulator.rules.consumer.passwords import reset_password
from stytch_async.emulator.rules.consumer.users import owner_of, required_email_owner
from stytch_async.emulator.rules.factors import fingerprint
from stytch_async.emulator.rules.links import Link, send_link, unspent_token
from stytch_async.emulator.rules.messages import check_browser
from stytch_async.emulator.rules.passwords import RESET_MINUTES, password_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.redirects import LOGIN, RESET_PASSWORD, redirect_url
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.strength import accept_password
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import passwords as schemas

__all__: list[str] = []

RESET: Final = "reset_password"


@handles(Email.reset_start, invalid={"reset_password_expiration_minutes": INVALID_EXPIRATION})
def reset_start(project: Project, request: schemas.EmailResetStartRequest) -> schemas.EmailResetStartResponse:
    """Mail a link that leads to a new password, and one that logs in without (behaviour-more A5, A10)."""
    user, email = required_email_owner(project, request.email)
    login_url = redirect_url(project, request.login_redirect_url, LOGIN)
    reset_url = redirect_url(project, request.reset_password_redirect_url, RESET_PASSWORD)
    send_link(
        project,
        user,
        email,
        Link(url=reset_url, token_type=RESET),
        minutes=request.reset_password_expiration_minutes or RESET_MINUTES,
        template=template_for(project, "RESET_PASSWORD", request.reset_password_template_id),
        code_challenge=request.code_challenge,
        browser=fingerprint(request.attributes),
        login=Link(url=login_url, token_type="login", spent_on=LINK),  # noqa: S106 - the type of a token
    )
    return schemas.EmailResetStartResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.reset)
def reset(project: Project, request: schemas.EmailResetRequest) -> schemas.EmailResetResponse:
    """Set a new password with the token of a mailed link, and end all sessions."""
    proof = _proof(project, request)
    planned = plan(project, "user", request, fingerprint(request.attributes))
    accept_password(project, request.password)
    login = reset_password(project, proof, planned, request.password)
    return schemas.EmailResetResponse(**login, **project.envelope())


def _proof(project: Project, request: schemas.EmailResetRequest) -> Proof[User]:
    """Return what the token of a link proves, or refuse it."""
    reason = UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN
    token = unspent_token(project, request.token, RESET, reason, request.code_verifier)
    found = owner_of(project, token.address_id)
    if found is None:
        raise Refusal(reason)
    check_browser(request.options, token.browser, fingerprint(request.attributes))
    user, email = found
    return Proof(account=user, factor=password_factor(project), address=email, credential=token)
