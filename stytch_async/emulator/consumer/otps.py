"""One-time passcodes for users, by SMS, WhatsApp and email."""

import datetime as dt
import re
from typing import TYPE_CHECKING, Final, Protocol

from stytch_async.api.consumer.otps import Email, OTPs, Sms, WhatsApp
from stytch_async.emulator.addresses import checked_email, checked_phone_number
from stytch_async.emulator.consumer.sessions import log_in
from stytch_async.emulator.consumer.users import Owned, email_owner, find_user, new_user, phone_owner
from stytch_async.emulator.ids import is_id
from stytch_async.emulator.links import check_attributes
from stytch_async.emulator.locks import failed, refuse_locked
from stytch_async.emulator.outbox import Channel
from stytch_async.emulator.passcodes import send_code
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Address, User
from stytch_async.emulator.sessions import check_session_arguments, passed_session
from stytch_async.schemas.consumer import otps as schemas
from stytch_async.schemas.factors import AuthenticationFactor, EmailFactor, PhoneNumberFactor
from stytch_async.schemas.shared import Attributes

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__: list[str] = []

CODE: Final = re.compile(r"\d{6}")
PROOF_WITHIN: Final = dt.timedelta(minutes=5)


class CodeArguments(Protocol):
    """The arguments of every endpoint that sends a code."""

    expiration_minutes: int | None
    attributes: Attributes | None


class SendArguments(CodeArguments, Protocol):
    """The arguments of the endpoints that may add an address to a user."""

    user_id: str | None
    session_token: str | None
    session_jwt: str | None


def _send_code(project: "Project", channel: Channel, user: User, address: Address, request: CodeArguments) -> None:
    """Send a code that lasts as long as the request asks for."""
    send_code(project, channel, user.id, address, minutes=request.expiration_minutes, attributes=request.attributes)


def _named_user(project: "Project", request: SendArguments) -> User | None:
    """Return the user whom a new address is for, if one is named, or refuse."""
    if [request.user_id, request.session_token, request.session_jwt].count(None) < 2:
        raise refuse("too_many_user_selection_arguments")
    session = passed_session(project, "user", request)
    user_id = request.user_id if session is None else session.owner_id
    return None if user_id is None else find_user(project, user_id)


def _added(project: "Project", addresses: list[Address], kind: str, value: str) -> Address:
    """Add an address to those of a user; it goes again unless it is proven soon."""
    addresses.append(Address(id=project.ids.new(kind), value=value, lapses_at=project.now + PROOF_WITHIN))
    return addresses[-1]


def _email_of(project: "Project", value: str, request: SendArguments) -> Owned:
    """Return who has an email address, or who is to have it: a user who has proven all others."""
    found, named = email_owner(project, value), _named_user(project, request)
    if found is not None:
        if named not in {None, found[0]}:
            raise refuse("duplicate_email")
        return found
    if named is None:
        raise refuse("email_not_found")
    if not all(email.verified for email in named.emails):
        raise refuse("email_verification_required")
    return named, _added(project, named.emails, "email", checked_email(value))


def _phone_of(project: "Project", value: str, request: SendArguments) -> Owned:
    """Return who has a phone number, or who is to have it."""
    found, named = phone_owner(project, value), _named_user(project, request)
    if found is not None:
        if named not in {None, found[0]}:
            raise refuse("duplicate_phone_number")
        return found
    if named is None:
        raise refuse("phone_number_not_found")
    return named, _added(project, named.phone_numbers, "phone-number", value)


def _refuse_country(project: "Project", phone_number: str) -> None:
    """Refuse a number in a country that messages are not switched on for."""
    codes = project.settings.country_codes
    if codes is not None and not checked_phone_number(phone_number).startswith(tuple(f"+{code}" for code in codes)):
        raise refuse("invalid_phone_number_country_code")


@handles(Sms.send)
def sms_send(project: "Project", request: schemas.SmsSendRequest) -> schemas.SmsSendResponse:
    """Text a code to a user, or to a number that a user is about to add."""
    _refuse_country(project, request.phone_number)
    user, phone = _phone_of(project, request.phone_number, request)
    _send_code(project, "sms", user, phone, request)
    return schemas.SmsSendResponse(user_id=user.id, phone_id=phone.id, **project.envelope())


@handles(Sms.login_or_create)
def sms_login_or_create(
    project: "Project", request: schemas.SmsLoginOrCreateRequest
) -> schemas.SmsLoginOrCreateResponse:
    """Text a code to the user who has a number, or to a new one."""
    _refuse_country(project, request.phone_number)
    new = new_user(project, phone_number=request.phone_number, pending=bool(request.create_user_as_pending))
    user, phone, created = _known_or_new(project, phone_owner(project, request.phone_number), new)
    _send_code(project, "sms", user, phone, request)
    return schemas.SmsLoginOrCreateResponse(
        user_id=user.id, phone_id=phone.id, user_created=created, **project.envelope()
    )


@handles(WhatsApp.send)
def whatsapp_send(project: "Project", request: schemas.WhatsappSendRequest) -> schemas.WhatsappSendResponse:
    """Send a code by WhatsApp to a user, or to a number that a user is about to add."""
    user, phone = _phone_of(project, request.phone_number, request)
    _send_code(project, "whatsapp", user, phone, request)
    return schemas.WhatsappSendResponse(user_id=user.id, phone_id=phone.id, **project.envelope())


@handles(WhatsApp.login_or_create)
def whatsapp_login_or_create(
    project: "Project", request: schemas.WhatsappLoginOrCreateRequest
) -> schemas.WhatsappLoginOrCreateResponse:
    """Send a code by WhatsApp to the user who has a number, or to a new one."""
    new = new_user(project, phone_number=request.phone_number, pending=bool(request.create_user_as_pending))
    user, phone, created = _known_or_new(project, phone_owner(project, request.phone_number), new)
    _send_code(project, "whatsapp", user, phone, request)
    return schemas.WhatsappLoginOrCreateResponse(
        user_id=user.id, phone_id=phone.id, user_created=created, **project.envelope()
    )


def _known_or_new(project: "Project", found: Owned | None, new: User) -> tuple[User, Address, bool]:
    """Return whom a login is for, the address, and whether the user is new."""
    if found is not None:
        return *found, False
    project.users[new.id] = new
    return new, (*new.emails, *new.phone_numbers)[0], True


@handles(Email.send)
def email_send(project: "Project", request: schemas.EmailSendRequest) -> schemas.EmailSendResponse:
    """Mail a code to a user, or to an address that a user is about to add."""
    user, email = _email_of(project, request.email, request)
    _send_code(project, "email", user, email, request)
    return schemas.EmailSendResponse(user_id=user.id, email_id=email.id, **project.envelope())


@handles(Email.login_or_create)
def email_login_or_create(
    project: "Project", request: schemas.EmailLoginOrCreateRequest
) -> schemas.EmailLoginOrCreateResponse:
    """Mail a code to the user who has an address, or to a new one."""
    new = new_user(project, email=request.email, pending=bool(request.create_user_as_pending))
    user, email, created = _known_or_new(project, email_owner(project, request.email), new)
    _send_code(project, "email", user, email, request)
    return schemas.EmailLoginOrCreateResponse(
        user_id=user.id, email_id=email.id, user_created=created, **project.envelope()
    )


@handles(OTPs.authenticate)
def authenticate(project: "Project", request: schemas.AuthenticateRequest) -> schemas.AuthenticateResponse:
    """Log in with a code."""
    if not (is_id("email", request.method_id) or is_id("phone-number", request.method_id)):
        raise refuse("invalid_method_id")
    if CODE.fullmatch(request.code) is None:
        raise refuse("invalid_code")
    passcode = project.passcodes.get(request.method_id)
    if passcode is None:
        raise refuse("otp_code_not_found")
    user = find_user(project, passcode.owner_id)
    refuse_locked(project, user)
    address = next((a for a in (*user.emails, *user.phone_numbers) if a.id == request.method_id), None)
    if address is None or passcode.code != request.code:
        raise failed(project, user, "otp_code_not_found")
    if passcode.spent or passcode.expires_at <= project.now:
        raise refuse("unable_to_auth_otp_code")
    check_attributes(request.options, passcode.attributes, request.attributes)
    check_session_arguments(project, "user", request)
    passcode.spent = True
    _verify(user, address)
    fields = log_in(project, user, _factor(project, address, passcode.channel), request)
    return schemas.AuthenticateResponse(
        method_id=request.method_id, reset_sessions=False, **fields, **project.envelope()
    )


def _verify(user: User, address: Address) -> None:
    """Note that the address is the user's; a password set before anybody had proven it must be reset.

    An address that was added later is no such case: the others had to be proven by then.
    """
    was_first = not address.verified and address.lapses_at is None
    if was_first and address in user.emails and user.password is not None:
        user.password.requires_reset = True
    address.verified, address.lapses_at = True, None


def _factor(project: "Project", address: Address, channel: Channel) -> AuthenticationFactor:
    """Return the factor of someone who has just given a code."""
    email = EmailFactor(email_id=address.id, email_address=address.value)
    phone = PhoneNumberFactor(phone_id=address.id, phone_number=address.value)
    return AuthenticationFactor(
        type="otp",
        delivery_method=channel,
        last_authenticated_at=project.now,
        created_at=project.now,
        updated_at=project.now,
        email_factor=email if channel == "email" else None,
        phone_number_factor=None if channel == "email" else phone,
    )
