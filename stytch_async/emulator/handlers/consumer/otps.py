"""One-time passcodes for users, by SMS, WhatsApp and email."""

import datetime as dt
from typing import Final, Protocol

from stytch_async.api.consumer.otps import Email, OTPs, Sms, WhatsApp
from stytch_async.emulator.refusals.codes import (
    INVALID_EXPIRATION_OTP,
    INVALID_METHOD_ID,
    OTP_CODE_NOT_FOUND,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import (
    DUPLICATE_EMAIL,
    DUPLICATE_PHONE_NUMBER,
    EMAIL_NOT_FOUND,
    EMAIL_VERIFICATION_REQUIRED,
    PHONE_NUMBER_NOT_FOUND,
    TOO_MANY_UNVERIFIED_FACTORS,
    TOO_MANY_USER_SELECTION_ARGUMENTS,
)
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.addresses import check_country, checked_email, checked_phone_number
from stytch_async.emulator.rules.codes import check_code, send_code, unspent_code
from stytch_async.emulator.rules.consumer.login import log_in
from stytch_async.emulator.rules.consumer.users import Owned, email_owner, find_user, new_user, owner_of, phone_owner
from stytch_async.emulator.rules.factors import email_factor, fingerprint, phone_factor
from stytch_async.emulator.rules.messages import check_browser
from stytch_async.emulator.rules.proofs import Proof
from stytch_async.emulator.rules.sessions import SessionBearer, passed_session, plan
from stytch_async.emulator.state.ids import Prefix, is_id
from stytch_async.emulator.state.outbox import Channel
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import otps as schemas
from stytch_async.schemas.shared import Attributes

__all__: list[str] = []

PROOF_WITHIN: Final = dt.timedelta(minutes=5)
MOST_UNVERIFIED: Final = 3
"""How many addresses of a user may wait for their proof; inferred, since only the error type is known."""

EXPIRATION: Final = {"expiration_minutes": INVALID_EXPIRATION_OTP}


class CodeArguments(Protocol):
    """The arguments of every endpoint that sends a code."""

    expiration_minutes: int | None
    attributes: Attributes | None


class SendArguments(CodeArguments, SessionBearer, Protocol):
    """The arguments of the endpoints that may add an address to a user."""

    user_id: str | None


def _send(project: Project, channel: Channel, owned: Owned, request: CodeArguments) -> None:
    """Send a code that lasts as long as the request asks for."""
    browser = fingerprint(request.attributes)
    send_code(project, channel, *owned, minutes=request.expiration_minutes, browser=browser)


def _named_user(project: Project, request: SendArguments) -> User | None:
    """Return the user whom a new address is for, if one is named, or refuse."""
    if [request.user_id, request.session_token, request.session_jwt].count(None) < 2:
        raise Refusal(TOO_MANY_USER_SELECTION_ARGUMENTS)
    session = passed_session(project, "user", request)
    user_id = request.user_id if session is None else session.owner_id
    return None if user_id is None else find_user(project, user_id)


def _added(project: Project, user: User, addresses: list[Address], prefix: Prefix, value: str) -> Owned:
    """Add an address to those of a user; it goes again unless it is proven soon (behaviour 8)."""
    if sum(not one.verified for one in user.addresses) >= MOST_UNVERIFIED:
        raise Refusal(TOO_MANY_UNVERIFIED_FACTORS)
    address = Address(id=project.ids.new(prefix), value=value, lapses_at=project.now + PROOF_WITHIN)
    addresses.append(address)
    project.users.save(user)
    return user, address


def _email_of(project: Project, value: str, request: SendArguments) -> Owned:
    """Return who has an email address, or who is to have it: a user who has proven all others."""
    found, named = email_owner(project, value), _named_user(project, request)
    if found is not None:
        if named not in {None, found[0]}:
            raise Refusal(DUPLICATE_EMAIL)
        return found
    if named is None:
        raise Refusal(EMAIL_NOT_FOUND)
    if not all(email.verified for email in named.emails):
        raise Refusal(EMAIL_VERIFICATION_REQUIRED)
    return _added(project, named, named.emails, "email", checked_email(value))


def _phone_of(project: Project, value: str, request: SendArguments) -> Owned:
    """Return who has a phone number, or who is to have it."""
    found, named = phone_owner(project, value), _named_user(project, request)
    if found is not None:
        if named not in {None, found[0]}:
            raise Refusal(DUPLICATE_PHONE_NUMBER)
        return found
    if named is None:
        raise Refusal(PHONE_NUMBER_NOT_FOUND)
    return _added(project, named, named.phone_numbers, "phone-number", checked_phone_number(value))


def _known_or_new(project: Project, found: Owned | None, new: User) -> tuple[Owned, bool]:
    """Return whom a login is for with the address, and whether the user is new."""
    if found is not None:
        return found, False
    project.users.save(new)
    return (new, new.addresses[0]), True


@handles(Sms.send, invalid=EXPIRATION)
def sms_send(project: Project, request: schemas.SmsSendRequest) -> schemas.SmsSendResponse:
    """Text a code to a user, or to a number that a user is about to add."""
    check_country(project, "sms", request.phone_number)
    user, phone = owned = _phone_of(project, request.phone_number, request)
    _send(project, "sms", owned, request)
    return schemas.SmsSendResponse(user_id=user.id, phone_id=phone.id, **project.envelope())


@handles(Sms.login_or_create, invalid=EXPIRATION)
def sms_login_or_create(project: Project, request: schemas.SmsLoginOrCreateRequest) -> schemas.SmsLoginOrCreateResponse:
    """Text a code to the user who has a number, or to a new one."""
    check_country(project, "sms", request.phone_number)
    new = new_user(project, phone_number=request.phone_number, pending=request.create_user_as_pending)
    owned, created = _known_or_new(project, phone_owner(project, request.phone_number), new)
    _send(project, "sms", owned, request)
    user, phone = owned
    return schemas.SmsLoginOrCreateResponse(
        user_id=user.id, phone_id=phone.id, user_created=created, **project.envelope()
    )


@handles(WhatsApp.send, invalid=EXPIRATION)
def whatsapp_send(project: Project, request: schemas.WhatsappSendRequest) -> schemas.WhatsappSendResponse:
    """Send a code by WhatsApp to a user, or to a number that a user is about to add."""
    check_country(project, "whatsapp", request.phone_number)
    user, phone = owned = _phone_of(project, request.phone_number, request)
    _send(project, "whatsapp", owned, request)
    return schemas.WhatsappSendResponse(user_id=user.id, phone_id=phone.id, **project.envelope())


@handles(WhatsApp.login_or_create, invalid=EXPIRATION)
def whatsapp_login_or_create(
    project: Project, request: schemas.WhatsappLoginOrCreateRequest
) -> schemas.WhatsappLoginOrCreateResponse:
    """Send a code by WhatsApp to the user who has a number, or to a new one."""
    check_country(project, "whatsapp", request.phone_number)
    new = new_user(project, phone_number=request.phone_number, pending=request.create_user_as_pending)
    owned, created = _known_or_new(project, phone_owner(project, request.phone_number), new)
    _send(project, "whatsapp", owned, request)
    user, phone = owned
    return schemas.WhatsappLoginOrCreateResponse(
        user_id=user.id, phone_id=phone.id, user_created=created, **project.envelope()
    )


@handles(Email.send, invalid=EXPIRATION)
def email_send(project: Project, request: schemas.EmailSendRequest) -> schemas.EmailSendResponse:
    """Mail a code to a user, or to an address that a user is about to add."""
    user, email = owned = _email_of(project, request.email, request)
    _send(project, "email", owned, request)
    return schemas.EmailSendResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.login_or_create, invalid=EXPIRATION)
def email_login_or_create(
    project: Project, request: schemas.EmailLoginOrCreateRequest
) -> schemas.EmailLoginOrCreateResponse:
    """Mail a code to the user who has an address, or to a new one."""
    new = new_user(project, email=request.email, pending=request.create_user_as_pending)
    owned, created = _known_or_new(project, email_owner(project, request.email), new)
    _send(project, "email", owned, request)
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
