"""What users log in with: taken away, or exchanged, by the app."""

from stytch_async.api.consumer.users import Users
from stytch_async.emulator.refusals.oauth import INVALID_OAUTH_USER_REGISTRATION_ID, OAUTH_USER_REGISTRATION_NOT_FOUND
from stytch_async.emulator.refusals.passwords import INVALID_PASSWORD_ID, PASSWORD_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.totps import INVALID_TOTP_ID, TOTP_NOT_FOUND
from stytch_async.emulator.refusals.users import (
    EMAIL_NOT_FOUND,
    INVALID_EMAIL_ID,
    INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS,
    INVALID_EXCHANGE_PRIMARY_FACTOR_USER,
    INVALID_PHONE_ID,
    PHONE_NUMBER_NOT_FOUND,
)
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.users import (
    find_user,
    new_user,
    owner_of,
    refuse_last,
    refuse_taken,
    remove_addresses,
)
from stytch_async.emulator.rules.identifiers import check_id
from stytch_async.emulator.rules.totp import remove_totp
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import users as schemas

__all__: list[str] = []


@handles(Users.exchange_primary_factor)
def exchange_primary_factor(
    project: Project, request: schemas.ExchangePrimaryFactorRequest
) -> schemas.ExchangePrimaryFactorResponse:
    """Put an unproven address or number in the place of the only one that a user has."""
    if (request.email_address is None) is (request.phone_number is None):
        raise Refusal(INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS)
    user = find_user(project, request.user_id)
    if len(user.addresses) != 1:
        raise Refusal(INVALID_EXCHANGE_PRIMARY_FACTOR_USER)
    refuse_taken(project, email=request.email_address, phone_number=request.phone_number)
    new, old = new_user(project, email=request.email_address, phone_number=request.phone_number), user.addresses
    user.emails.extend(new.emails)
    user.phone_numbers.extend(new.phone_numbers)
    remove_addresses(project, user, old)
    return schemas.ExchangePrimaryFactorResponse(user_id=user.id, user=record_user(project, user), **project.envelope())


@handles(Users.delete_email)
def delete_email(project: Project, request: schemas.DeleteEmailRequest) -> schemas.DeleteFactorResponse:
    """Take an email address from a user."""
    check_id("email", request.email_id, INVALID_EMAIL_ID)
    return _without_address(project, request.email_id, EMAIL_NOT_FOUND)


@handles(Users.delete_phone_number)
def delete_phone_number(project: Project, request: schemas.DeletePhoneNumberRequest) -> schemas.DeleteFactorResponse:
    """Take a phone number from a user."""
    check_id("phone-number", request.phone_id, INVALID_PHONE_ID)
    return _without_address(project, request.phone_id, PHONE_NUMBER_NOT_FOUND)


@handles(Users.delete_password)
def delete_password(project: Project, request: schemas.DeletePasswordRequest) -> schemas.DeleteFactorResponse:
    """Take the password from a user."""
    check_id("password", request.password_id, INVALID_PASSWORD_ID)
    user = project.users.by_password_id.first(request.password_id)
    if user is None:
        raise Refusal(PASSWORD_NOT_FOUND)
    user.password = None
    return _recorded(project, user)


@handles(Users.delete_totp)
def delete_totp(project: Project, request: schemas.DeleteTOTPRequest) -> schemas.DeleteFactorResponse:
    """Take the authenticator app from a user, and the recovery codes that stand in for it."""
    check_id("totp", request.totp_id, INVALID_TOTP_ID)
    user = project.users.by_totp_id.first(request.totp_id)
    if user is None:
        raise Refusal(TOTP_NOT_FOUND)
    remove_totp(user)
    return _recorded(project, user)


@handles(Users.delete_oauth_registration)
def delete_oauth_registration(
    project: Project, request: schemas.DeleteOAuthRegistrationRequest
) -> schemas.DeleteFactorResponse:
    """Take an account at an identity provider from a user."""
    check_id("oauth-user", request.oauth_user_registration_id, INVALID_OAUTH_USER_REGISTRATION_ID)
    user = project.users.by_oauth_id.first(request.oauth_user_registration_id)
    if user is None:
        raise Refusal(OAUTH_USER_REGISTRATION_NOT_FOUND)
    refuse_last(user)
    user.oauth = [one for one in user.oauth if one.id != request.oauth_user_registration_id]
    return _recorded(project, user)


def _without_address(project: Project, address_id: str, missing: Reason) -> schemas.DeleteFactorResponse:
    """Take an address or number from whoever has it, unless nothing would be left."""
    found = owner_of(project, address_id)
    if found is None:
        raise Refusal(missing)
    user, address = found
    refuse_last(user)
    remove_addresses(project, user, [address])
    return _recorded(project, user)


def _recorded(project: Project, user: User) -> schemas.DeleteFactorResponse:
    return schemas.DeleteFactorResponse(user_id=user.id, user=record_user(project, user), **project.envelope())
