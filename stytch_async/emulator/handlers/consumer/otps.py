"""One-time passcodes for users, by SMS, WhatsApp and email."""

from typing import Final, Protocol

from stytch_async.api.consumer.otps import Email, OTPs, Sms, WhatsApp
from stytch_async.emulator.refusals.codes import (
    INVALID_EXPIRATION_OTP,
    INVALID_METHOD_ID,
    OTP_CODE_NOT_FOUND,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import check_country
from stytch_async.emulator.rules.codes import check_code, send_code, unspent_code
from stytch_async.emulator.rules.consumer.addressees import email_of, known_or_new, phone_of
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.users import Owned, email_owner, new_user, owner_of, phone_owner
from stytch_async.emulator.rules.factors import email_factor, fingerprint, phone_factor
from stytch_async.emulator.rules.messages import check_browser
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import plan
from stytch_async.emulator.rules.templates import template_for
from stytch_async.emulator.state.email_templates import EmailTemplate
from stytch_async.emulator.state.ids import is_id
from stytch_async.emulator.state.outbox import Channel
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import otps as schemas
from stytch_async.schemas.shared import Attributes

__all__: list[str] = []

EXPIRATION: Final = {"expiration_minutes": INVALID_EXPIRATION_OTP}


class CodeArguments(Protocol):
    """The arguments of every endpoint that sends a code."""

    expiration_minutes: int | None
    attributes: Attributes | None


class MailArguments(CodeArguments, Protocol):
    """The arguments of the endpoints that mail a code."""

    login_template_id: str | None
    signup_template_id: str | None


def _send(
    project: Project, channel: Channel, owned: Owned, request: CodeArguments, template: EmailTemplate | None = None
) -> None:
    """Send a code that lasts as long as the request asks for."""
    minutes, browser = request.expiration_minutes, fingerprint(request.attributes)
    send_code(project, channel, *owned, minutes=minutes, browser=browser, template=template)


def _check_templates(project: Project, request: MailArguments) -> None:
    """Refuse what is wrong with either template, whichever is used then."""
    template_for(project, "ONE_TIME_PASSCODE", request.login_template_id)
    template_for(project, "ONE_TIME_PASSCODE_SIGNUP", request.signup_template_id)


def _mail(project: Project, owned: Owned, request: MailArguments) -> None:
    """Mail a code; whoever has never logged in is mailed the template for signups."""
    if owned[1].verified:
        template = template_for(project, "ONE_TIME_PASSCODE", request.login_template_id)
    else:
        template = template_for(project, "ONE_TIME_PASSCODE_SIGNUP", request.signup_template_id)
    _send(project, "email", owned, request, template)


@handles(Sms.send, invalid=EXPIRATION)
def sms_send(project: Project, request: schemas.SmsSendRequest) -> schemas.SmsSendResponse:
    """Text a code to a user, or to a number that a user is about to add."""
    check_country(project, "sms", request.phone_number)
    user, phone = owned = phone_of(project, request.phone_number, request)
    _send(project, "sms", owned, request)
    return schemas.SmsSendResponse(user_id=user.id, phone_id=phone.id, **project.envelope())


@handles(Sms.login_or_create, invalid=EXPIRATION)
def sms_login_or_create(project: Project, request: schemas.SmsLoginOrCreateRequest) -> schemas.SmsLoginOrCreateResponse:
    """Text a code to the user who has a number, or to a new one."""
    check_country(project, "sms", request.phone_number)
    new = new_user(project, phone_number=request.phone_number, pending=request.create_user_as_pending)
    owned, created = known_or_new(project, phone_owner(project, request.phone_number), new)
    _send(project, "sms", owned, request)
    user, phone = owned
    return schemas.SmsLoginOrCreateResponse(
        user_id=user.id, phone_id=phone.id, user_created=created, **project.envelope()
    )


@handles(WhatsApp.send, invalid=EXPIRATION)
def whatsapp_send(project: Project, request: schemas.WhatsappSendRequest) -> schemas.WhatsappSendResponse:
    """Send a code by WhatsApp to a user, or to a number that a user is about to add."""
    check_country(project, "whatsapp", request.phone_number)
    user, phone = owned = phone_of(project, request.phone_number, request)
    _send(project, "whatsapp", owned, request)
    return schemas.WhatsappSendResponse(user_id=user.id, phone_id=phone.id, **project.envelope())


@handles(WhatsApp.login_or_create, invalid=EXPIRATION)
def whatsapp_login_or_create(
    project: Project, request: schemas.WhatsappLoginOrCreateRequest
) -> schemas.WhatsappLoginOrCreateResponse:
    """Send a code by WhatsApp to the user who has a number, or to a new one."""
    check_country(project, "whatsapp", request.phone_number)
    new = new_user(project, phone_number=request.phone_number, pending=request.create_user_as_pending)
    owned, created = known_or_new(project, phone_owner(project, request.phone_number), new)
    _send(project, "whatsapp", owned, request)
    user, phone = owned
    return schemas.WhatsappLoginOrCreateResponse(
        user_id=user.id, phone_id=phone.id, user_created=created, **project.envelope()
    )


@handles(Email.send, invalid=EXPIRATION)
def email_send(project: Project, request: schemas.EmailSendRequest) -> schemas.EmailSendResponse:
    """Mail a code to a user, or to an address that a user is about to add."""
    _check_templates(project, request)
    user, email = owned = email_of(project, request.email, request)
    _mail(project, owned, request)
    return schemas.EmailSendResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.login_or_create, invalid=EXPIRATION)
def email_login_or_create(
    project: Project, request: schemas.EmailLoginOrCreateRequest
) -> schemas.EmailLoginOrCreateResponse:
    """Mail a code to the user who has an address, or to a new one."""
    _check_templates(project, request)
    new = new_user(project, email=request.email, pending=request.create_user_as_pending)
    owned, created = known_or_new(project, email_owner(project, request.email), new)
    _mail(project, owned, request)
    user, email = owned
    return schemas.EmailLoginOrCreateResponse(
        user_id=user.id, email_id=email.id, user_created=created, **project.envelope()
    )


@handles(OTPs.authenticate)
def authenticate(project: Project, request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a code."""
    proof = _proof(project, request)
    login = log_in(project, proof, plan(project, "user", request, fingerprint(request.attributes)))
    return schemas.AuthenticateResponse(
        method_id=request.method_id, reset_sessions=False, **login, **project.envelope()
    )


def _proof(project: Project, request: schemas.AuthenticateRequest) -> Proof[User]:
    """Return what a code proves, or refuse it."""
    if not (is_id("email", request.method_id) or is_id("phone-number", request.method_id)):
        raise Refusal(INVALID_METHOD_ID)
    check_code(request.code)
    found = owner_of(project, request.method_id)
    if found is None:
        raise Refusal(OTP_CODE_NOT_FOUND)
    user, address = found
    passcode = unspent_code(project, user, address.id, request.code)
    check_browser(request.options, passcode.browser, fingerprint(request.attributes))
    by_email = passcode.channel == "email"
    factor = email_factor(project, "otp", address) if by_email else phone_factor(project, passcode.channel, address)
    return Proof(account=user, factor=factor, address=address, credential=passcode)
