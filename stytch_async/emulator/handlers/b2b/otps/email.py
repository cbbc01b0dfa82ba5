"""One-time passcodes by email: for members, and for discovery."""

from typing import Final

from stytch_async.api.b2b.otps import Email, EmailDiscovery
from stytch_async.emulator.refusals.codes import INVALID_EXPIRATION_OTP
from stytch_async.emulator.refusals.members import MEMBER_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import checked_email
from stytch_async.emulator.rules.b2b.discovery import discover
from stytch_async.emulator.rules.b2b.emails import addressee
from stytch_async.emulator.rules.b2b.login import log_in
from stytch_async.emulator.rules.b2b.mails import address_of, anybodys, mail_code
from stytch_async.emulator.rules.b2b.members import member_fields
from stytch_async.emulator.rules.b2b.organizations import find_organization
from stytch_async.emulator.rules.b2b.plans import MemberPlan, check_method, member_plan
from stytch_async.emulator.rules.b2b.signup import sign_up
from stytch_async.emulator.rules.codes import check_code, unspent_code
from stytch_async.emulator.rules.factors import email_factor
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.members import Member
from stytch_async.schemas.b2b import otps as schemas

__all__: list[str] = []

METHOD: Final = "email_otp"
DEFAULT_MINUTES: Final = 10
"""How long a code can be used: in B2B projects longer than in others (behaviour-more J13)."""


@handles(
    Email.login_or_signup,
    invalid={
        "login_expiration_minutes": INVALID_EXPIRATION_OTP,
        "signup_expiration_minutes": INVALID_EXPIRATION_OTP,
    },
)
def login_or_signup(project: Project, request: schemas.EmailLoginOrSignupRequest) -> schemas.EmailLoginOrSignupResponse:
    """Mail a code that logs a member in, or signs one up."""
    login_template = template_for(project, "ONE_TIME_PASSCODE", request.login_template_id)
    signup_template = template_for(project, "ONE_TIME_PASSCODE_SIGNUP", request.signup_template_id)
    login = request.login_expiration_minutes, login_template
    signup = request.signup_expiration_minutes, signup_template
    organization = find_organization(project, request.organization_id)
    member, created = sign_up(project, organization, request.email_address, METHOD)
    asked, template = login if member.status == "active" else signup
    mail_code(project, member, member.email, asked or DEFAULT_MINUTES, template=template)
    return schemas.EmailLoginOrSignupResponse(
        member_created=created, **member_fields(project, member), **project.envelope()
    )


@handles(Email.authenticate)
def authenticate(project: Project, request: schemas.EmailAuthenticateRequest) -> schemas.EmailAuthenticateResponse:
    """Log a member in with a mailed code."""
    check_code(request.code)
    planned = member_plan(project, request, request.intermediate_session_token)
    member, address = _addressee(project, request)
    proof = _proof(project, member, address, request.code, planned)
    login = log_in(project, proof, planned)
    return schemas.EmailAuthenticateResponse(
        method_id=address.id, organization_id=member.organization_id, **login, **project.envelope()
    )


def _addressee(project: Project, request: schemas.EmailAuthenticateRequest) -> tuple[Member, Address]:
    """Return the member who has an address or is moving to it, and the address; or refuse."""
    organization = find_organization(project, request.organization_id)
    found = addressee(project, organization.id, checked_email(request.email_address))
    if found is None:
        raise Refusal(MEMBER_NOT_FOUND)
    return found


def _proof(project: Project, member: Member, address: Address, code: str, plan: MemberPlan) -> Proof[Member]:
    check_method(project, member, METHOD, plan)
    passcode = unspent_code(project, member, address.value, code)
    factor = email_factor(project, METHOD, address)
    return Proof(account=member, factor=factor, address=address, credential=passcode)


@handles(EmailDiscovery.send, invalid={"discovery_expiration_minutes": INVALID_EXPIRATION_OTP})
def discovery_send(project: Project, request: schemas.EmailDiscoverySendRequest) -> schemas.EmailDiscoverySendResponse:
    """Mail a code to whoever has an address, a member or not."""
    address = anybodys(project, request.email_address)
    template = template_for(project, "ONE_TIME_PASSCODE", request.login_template_id)
    minutes = request.discovery_expiration_minutes or DEFAULT_MINUTES
    mail_code(project, None, address, minutes, template=template)
    return schemas.EmailDiscoverySendResponse(**project.envelope())


@handles(EmailDiscovery.authenticate)
def discovery_authenticate(
    project: Project, request: schemas.EmailDiscoveryAuthenticateRequest
) -> schemas.EmailDiscoveryAuthenticateResponse:
    """Find somebody's organizations with a mailed code; one that was mailed for an organization is no use."""
    check_code(request.code)
    passcode = unspent_code(project, None, checked_email(request.email_address), request.code)
    passcode.spent = True
    found = discover(project, passcode.recipient, email_factor(project, METHOD, address_of(passcode)))
    return schemas.EmailDiscoveryAuthenticateResponse(**found, **project.envelope())
