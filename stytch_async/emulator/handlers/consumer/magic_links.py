"""Magic links: mailed to users, to those who are invited, or delivered by the app."""

from typing import Final, Protocol

from stytch_async.api.consumer.magic_links import Email, MagicLinks
from stytch_async.emulator.refusals.codes import INVALID_EXPIRATION
from stytch_async.emulator.refusals.magic_links import ENTERPRISE_ENDPOINT, USER_ALREADY_INVITED
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import EMAIL_NOT_FOUND
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.addressees import email_of, known_or_new
from stytch_async.emulator.rules.consumer.changes import forget_user, record_user
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.magic_links import (
    awaits_answer,
    embeddable_token,
    mail_link,
    prove_link,
    token_of,
)
from stytch_async.emulator.rules.consumer.users import (
    Owned,
    change_user,
    email_owner,
    find_user,
    new_user,
    required_email_owner,
)
from stytch_async.emulator.rules.factors import fingerprint
from stytch_async.emulator.rules.messages import check_browser
from stytch_async.emulator.rules.pkce import check_challenge
from stytch_async.emulator.rules.redirects import LINK_INVITE, LINK_LOGIN, LINK_SIGNUP, redirect_url
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import magic_links as schemas
from stytch_async.schemas.shared import Attributes

__all__: list[str] = []

LOGIN_MINUTES: Final = 60
SIGNUP_MINUTES: Final = 10_080
"""How long links work that are asked for without a time (behaviour-more B1); invitations as those for logins."""

EXPIRATIONS: Final = {
    "login_expiration_minutes": INVALID_EXPIRATION,
    "signup_expiration_minutes": INVALID_EXPIRATION,
}


class LinkArguments(Protocol):
    """The arguments of the endpoints that mail one of two links."""

    login_magic_link_url: str | None
    signup_magic_link_url: str | None
    login_expiration_minutes: int | None
    signup_expiration_minutes: int | None
    login_template_id: str | None
    signup_template_id: str | None
    code_challenge: str | None
    attributes: Attributes | None


def _check_links(project: Project, request: LinkArguments) -> None:
    """Refuse what is wrong with either link, whichever is sent then (behaviour-more B3)."""
    redirect_url(project, request.login_magic_link_url, LINK_LOGIN)
    redirect_url(project, request.signup_magic_link_url, LINK_SIGNUP)
    check_challenge(request.code_challenge)
    template_for(project, "LOGIN", request.login_template_id)
    template_for(project, "SIGNUP", request.signup_template_id)


def _mail(project: Project, owned: Owned, request: LinkArguments, *, created: bool = False) -> None:
    """Mail a link to sign up to whoever is new or pending, to anybody else one to log in."""
    if created or owned[0].status == "pending":
        url = redirect_url(project, request.signup_magic_link_url, LINK_SIGNUP)
        minutes = request.signup_expiration_minutes or SIGNUP_MINUTES
        template = template_for(project, "SIGNUP", request.signup_template_id)
    else:
        url = redirect_url(project, request.login_magic_link_url, LINK_LOGIN)
        minutes = request.login_expiration_minutes or LOGIN_MINUTES
        template = template_for(project, "LOGIN", request.login_template_id)
    mail_link(
        project,
        owned,
        url=url,
        minutes=minutes,
        code_challenge=request.code_challenge,
        browser=fingerprint(request.attributes),
        template=template,
    )


@handles(Email.send, invalid=EXPIRATIONS)
def send(project: Project, request: schemas.EmailSendRequest) -> schemas.EmailSendResponse:
    """Mail a link to a user, or to an address that a user is about to add."""
    _check_links(project, request)
    user, email = owned = email_of(project, request.email, request)
    _mail(project, owned, request)
    return schemas.EmailSendResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.login_or_create, invalid=EXPIRATIONS)
def login_or_create(project: Project, request: schemas.EmailLoginOrCreateRequest) -> schemas.EmailLoginOrCreateResponse:
    """Mail a link to the user who has an address, or to a new one."""
    _check_links(project, request)
    new = new_user(project, email=request.email, pending=request.create_user_as_pending)
    owned, created = known_or_new(project, email_owner(project, request.email), new)
    _mail(project, owned, request, created=created)
    user, email = owned
    return schemas.EmailLoginOrCreateResponse(
        user_id=user.id, email_id=email.id, user_created=created, **project.envelope()
    )


@handles(Email.invite, invalid={"invite_expiration_minutes": INVALID_EXPIRATION})
def invite(project: Project, request: schemas.EmailInviteRequest) -> schemas.EmailInviteResponse:
    """Mail an invitation to a new user, or to one whose last one is over (behaviour 10)."""
    url = redirect_url(project, request.invite_magic_link_url, LINK_INVITE)
    template = template_for(project, "INVITE", request.invite_template_id)
    new = new_user(project, email=request.email, pending=True)
    found = email_owner(project, request.email)
    user, email = owned = found or (new, new.emails[0])
    if project.sandbox.user_with(user.id) is None:
        if found is not None and (user.status == "active" or awaits_answer(project, found)):
            raise Refusal(USER_ALREADY_INVITED)
        change_user(project, user, request)
        record_user(project, user)
    mail_link(
        project,
        owned,
        url=url,
        minutes=request.invite_expiration_minutes or LOGIN_MINUTES,
        code_challenge=None,
        browser=fingerprint(request.attributes),
        template=template,
    )
    return schemas.EmailInviteResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.revoke_invite)
def revoke_invite(project: Project, request: schemas.EmailRevokeInviteRequest) -> schemas.EmailRevokeInviteResponse:
    """Take an invitation back; the user who was to accept it goes with it (inferred)."""
    user, _ = required_email_owner(project, request.email)
    if project.sandbox.user_with(user.id) is None:
        if user.status == "active":
            raise Refusal(EMAIL_NOT_FOUND)
        forget_user(project, user)
    return schemas.EmailRevokeInviteResponse(**project.envelope())


@handles(MagicLinks.create, invalid={"expiration_minutes": INVALID_EXPIRATION})
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make a token for a link that the app delivers."""
    if not project.settings.embeddable_magic_links_enabled:
        raise Refusal(ENTERPRISE_ENDPOINT)
    user = find_user(project, request.user_id)
    minutes = request.expiration_minutes or LOGIN_MINUTES
    token = embeddable_token(project, user, minutes, fingerprint(request.attributes))
    project.tokens.save(token)
    return schemas.CreateResponse(user_id=user.id, token=token.value, **project.envelope())


@handles(MagicLinks.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a link."""
    token, browser = token_of(project, request.token, request.code_verifier), fingerprint(request.attributes)
    check_browser(request.options, token.browser, browser)
    proof = prove_link(project, token)
    login = log_in(project, proof, plan(project, "user", request, browser))
    return schemas.AuthenticateResponse(method_id=token.address_id, reset_sessions=False, **login, **project.envelope())
