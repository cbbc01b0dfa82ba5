"""Magic links: for members, for those who are invited, and for discovery."""

from typing import Final

from stytch_async.api.b2b.magic_links import Discovery, Email, EmailDiscovery, MagicLinks
from stytch_async.emulator.refusals.codes import INVALID_EXPIRATION
from stytch_async.emulator.refusals.magic_links import MAGIC_LINK_NOT_FOUND, UNABLE_TO_AUTH_MAGIC_LINK
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import refuse_trusted_metadata
from stytch_async.emulator.rules.b2b.discovery import discover
from stytch_async.emulator.rules.b2b.emails import address_with_id
from stytch_async.emulator.rules.b2b.login import log_in
from stytch_async.emulator.rules.b2b.mails import (
    DISCOVERY_LINK,
    MEMBER_LINK,
    address_of,
    anybodys,
    discovery_link,
    mail_link,
)
from stytch_async.emulator.rules.b2b.members import find_member, member_fields
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.plans import check_method, member_plan
from stytch_async.emulator.rules.b2b.roles import acting_member, check_addition
from stytch_async.emulator.rules.b2b.signup import invite as invited
from stytch_async.emulator.rules.b2b.signup import sign_up
from stytch_async.emulator.rules.factors import email_factor
from stytch_async.emulator.rules.links import send_link, unspent_token
from stytch_async.emulator.rules.locks import check_lock
from stytch_async.emulator.rules.pkce import check_challenge
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.redirects import DISCOVERY, INVITE, LOGIN, SIGNUP, redirect_url
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.credentials import OneTimeToken
from stytch_async.schemas.b2b import magic_links as schemas

__all__: list[str] = []

METHOD: Final = "magic_link"
DEFAULT_MINUTES: Final = 60
INVITATION_MINUTES: Final = 10_080


@handles(
    Email.login_or_signup,
    invalid={"login_expiration_minutes": INVALID_EXPIRATION, "signup_expiration_minutes": INVALID_EXPIRATION},
)
def login_or_signup(project: Project, request: schemas.EmailLoginOrSignupRequest) -> schemas.EmailLoginOrSignupResponse:
    """Mail a link that logs a member in, or signs one up; both URLs are looked at, whichever is used (inferred)."""
    login_url = redirect_url(project, request.login_redirect_url, LOGIN)
    signup_url = redirect_url(project, request.signup_redirect_url, SIGNUP)
    login_template = template_for(project, "LOGIN", request.login_template_id)
    signup_template = template_for(project, "SIGNUP", request.signup_template_id)
    login = LOGIN, login_url, request.login_expiration_minutes, login_template
    signup = SIGNUP, signup_url, request.signup_expiration_minutes, signup_template
    check_challenge(request.pkce_code_challenge)
    organization = find_organization(project, request.organization_id)
    member, created = sign_up(project, organization, request.email_address, METHOD)
    purpose, url, minutes, template = login if member.status == "active" else signup
    mail_link(
        project,
        member,
        member.email,
        purpose,
        url=url,
        minutes=minutes or DEFAULT_MINUTES,
        template=template,
        code_challenge=request.pkce_code_challenge,
    )
    return schemas.EmailLoginOrSignupResponse(
        member_created=created, **member_fields(project, member), **project.envelope()
    )


@handles(Email.invite, invalid={"invite_expiration_minutes": INVALID_EXPIRATION})
def invite(project: Project, request: schemas.EmailInviteRequest) -> schemas.EmailInviteResponse:
    """Mail an invitation."""
    organization = find_organization(project, request.organization_id)
    check_addition(project, acting_member(project, request.authorization), organization, request.roles)
    refuse_trusted_metadata(request)
    if request.invited_by_member_id is not None:
        find_member(project, organization, request.invited_by_member_id)
    url = redirect_url(project, request.invite_redirect_url, INVITE)
    template = template_for(project, "INVITE", request.invite_template_id)
    member = invited(project, organization, request)
    minutes = request.invite_expiration_minutes or INVITATION_MINUTES
    mail_link(project, member, member.email, INVITE, url=url, minutes=minutes, template=template)
    return schemas.EmailInviteResponse(**member_fields(project, member), **project.envelope())


@handles(MagicLinks.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log a member in with a mailed link."""
    token = _token(project, request.magic_links_token, MEMBER_LINK, request.pkce_code_verifier)
    planned = member_plan(project, request, request.intermediate_session_token)
    member = project.members[token.owner_id]
    check_lock(project, member)
    check_method(project, member, METHOD, planned)
    address = address_with_id(member, token.address_id)
    factor = email_factor(project, METHOD, address)
    login = log_in(project, Proof(account=member, factor=factor, address=address, credential=token), planned)
    return schemas.AuthenticateResponse(
        method_id=address.id,
        organization_id=member.organization_id,
        reset_sessions=False,
        **login,
        **project.envelope(),
    )


def _token(project: Project, value: str, token_type: str, code_verifier: str | None) -> OneTimeToken:
    """Return the token of a magic link, or refuse; one of the other type is not found (behaviour-more A12)."""
    return unspent_token(
        project, value, token_type, UNABLE_TO_AUTH_MAGIC_LINK, code_verifier, missing=MAGIC_LINK_NOT_FOUND
    )


@handles(EmailDiscovery.send, invalid={"discovery_expiration_minutes": INVALID_EXPIRATION})
def discovery_send(project: Project, request: schemas.EmailDiscoverySendRequest) -> schemas.EmailDiscoverySendResponse:
    """Mail a link to whoever has an address, a member or not."""
    url = redirect_url(project, request.discovery_redirect_url, DISCOVERY)
    send_link(
        project,
        None,
        anybodys(project, request.email_address),
        discovery_link(url),
        minutes=request.discovery_expiration_minutes or DEFAULT_MINUTES,
        template=template_for(project, "LOGIN", request.login_template_id),
        code_challenge=request.pkce_code_challenge,
    )
    return schemas.EmailDiscoverySendResponse(**project.envelope())


@handles(Discovery.authenticate)
def discovery_authenticate(
    project: Project, request: schemas.DiscoveryAuthenticateRequest
) -> schemas.DiscoveryAuthenticateResponse:
    """Find somebody's organizations with a mailed link."""
    token = _token(project, request.discovery_magic_links_token, DISCOVERY_LINK, request.pkce_code_verifier)
    token.spent = True
    found = discover(project, token.recipient, email_factor(project, METHOD, address_of(token)))
    return schemas.DiscoveryAuthenticateResponse(**found, **project.envelope())
