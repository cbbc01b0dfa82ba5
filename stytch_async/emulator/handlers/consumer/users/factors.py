"""What users log in with: taken away, or exchanged, by the app."""

from stytch_async.api.consumer.users import Users
from stytch_async.emulator.refusals.biometrics import (
    BIOMETRIC_REGISTRATION_NOT_FOUND,
    INVALID_BIOMETRIC_REGISTRATION_ID,
)
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
from stytch_async.emulator.refusals.wallets import CRYPTO_WALLET_NOT_FOUND, INVALID_CRYPTO_WALLET_ID
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.users import (
    find_user,
    new_user,
    owner_of,
    refuse_last,
    refuse_taken,
    remove_addresses,
    view,
)
from stytch_async.emulator.rules.consumer.webauthn.registrations import find_registration
from stytch_async.emulator.rules.identifiers import check_id
from stytch_async.emulator.rules.totp import remove_totp
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.state.tables import Index
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
    record_user(project, user)
    return schemas.ExchangePrimaryFactorResponse(user_id=user.id, user=view(project, user), **project.envelope())


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
    user = _holder(project.users.by_password_id, request.password_id, PASSWORD_NOT_FOUND)
    user.password = None
    return _recorded(project, user)


@handles(Users.delete_totp)
def delete_totp(project: Project, request: schemas.DeleteTOTPRequest) -> schemas.DeleteFactorResponse:
    """Take the authenticator app from a user, and the recovery codes that stand in for it."""
    check_id("totp", request.totp_id, INVALID_TOTP_ID)
    user = _holder(project.users.by_totp_id, request.totp_id, TOTP_NOT_FOUND)
    remove_totp(user)
    return _recorded(project, user)


@handles(Users.delete_biometric_registration)
def delete_biometric_registration(
    project: Project, request: schemas.DeleteBiometricRegistrationRequest
) -> schemas.DeleteFactorResponse:
    """Take a fingerprint or face from a user."""
    registration_id = request.biometric_registration_id
    check_id("biometric-registration", registration_id, INVALID_BIOMETRIC_REGISTRATION_ID)
    user = _holder(project.users.by_biometric_id, registration_id, BIOMETRIC_REGISTRATION_NOT_FOUND)
    user.biometrics = [one for one in user.biometrics if one.id != registration_id]
    return _recorded(project, user)


@handles(Users.delete_oauth_registration)
def delete_oauth_registration(
    project: Project, request: schemas.DeleteOAuthRegistrationRequest
) -> schemas.DeleteFactorResponse:
    """Take an account at an identity provider from a user."""
    check_id("oauth-user", request.oauth_user_registration_id, INVALID_OAUTH_USER_REGISTRATION_ID)
    user = _holder(project.users.by_oauth_id, request.oauth_user_registration_id, OAUTH_USER_REGISTRATION_NOT_FOUND)
    refuse_last(user)
    user.oauth = [one for one in user.oauth if one.id != request.oauth_user_registration_id]
    return _recorded(project, user)


@handles(Users.delete_webauthn_registration)
def delete_webauthn_registration(
    project: Project, request: schemas.DeleteWebAuthnRegistrationRequest
) -> schemas.DeleteFactorResponse:
    """Take a passkey or security key from a user."""
    user, registration = find_registration(project, request.webauthn_registration_id)
    user.webauthn.remove(registration)
    return _recorded(project, user)


@handles(Users.delete_crypto_wallet)
def delete_crypto_wallet(project: Project, request: schemas.DeleteCryptoWalletRequest) -> schemas.DeleteFactorResponse:
    """Take a crypto wallet from a user, which then signs nobody in."""
    check_id("crypto-wallet", request.crypto_wallet_id, INVALID_CRYPTO_WALLET_ID)
    user = _holder(project.users.by_wallet_id, request.crypto_wallet_id, CRYPTO_WALLET_NOT_FOUND)
    refuse_last(user)
    user.wallets = [one for one in user.wallets if one.id != request.crypto_wallet_id]
    return _recorded(project, user)


def _holder(index: Index[User], factor_id: str, missing: Reason) -> User:
    """Return whoever has a factor, or refuse."""
    user = index.first(factor_id)
    if user is None:
        raise Refusal(missing)
    return user


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
    record_user(project, user)
    return schemas.DeleteFactorResponse(user_id=user.id, user=view(project, user), **project.envelope())
