"""What users log in with: taken away, or exchanged, by the app."""

from typing import TYPE_CHECKING, Literal

from stytch_async.api.consumer.users import Users
from stytch_async.emulator.consumer.users import address_owner, email_owner, find_user, new_user, phone_owner, view
from stytch_async.emulator.ids import is_id
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Address, User
from stytch_async.schemas.consumer import users as schemas

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__: list[str] = []


@handles(Users.exchange_primary_factor)
def exchange_primary_factor(
    project: "Project", request: schemas.ExchangePrimaryFactorRequest
) -> schemas.ExchangePrimaryFactorResponse:
    """Put an unproven address or number in the place of the only one that a user has."""
    if (request.email_address is None) is (request.phone_number is None):
        raise refuse("invalid_exchange_primary_factor_fields")
    user = find_user(project, request.user_id)
    known = [*user.emails, *user.phone_numbers]
    if len(known) != 1:
        raise refuse("invalid_exchange_primary_factor_user")
    if request.email_address is not None and email_owner(project, request.email_address):
        raise refuse("duplicate_email")
    if request.phone_number is not None and phone_owner(project, request.phone_number):
        raise refuse("duplicate_phone_number")
    new = new_user(project, email=request.email_address, phone_number=request.phone_number)
    _replace(project, user, emails=new.emails, phone_numbers=new.phone_numbers)
    return schemas.ExchangePrimaryFactorResponse(user_id=user.id, user=view(project, user), **project.envelope())


@handles(Users.delete_email)
def delete_email(project: "Project", request: schemas.DeleteEmailRequest) -> schemas.DeleteFactorResponse:
    """Take an email address from a user."""
    return _without_address(project, "email", request.email_id, "email_not_found")


@handles(Users.delete_phone_number)
def delete_phone_number(project: "Project", request: schemas.DeletePhoneNumberRequest) -> schemas.DeleteFactorResponse:
    """Take a phone number from a user."""
    return _without_address(project, "phone-number", request.phone_id, "phone_number_not_found")


@handles(Users.delete_password)
def delete_password(project: "Project", request: schemas.DeletePasswordRequest) -> schemas.DeleteFactorResponse:
    """Take the password from a user."""
    for user in project.users.values():
        if user.password is not None and user.password.id == request.password_id:
            user.password = None
            return _shown(project, user)
    raise refuse("password_not_found")


@handles(Users.delete_external_id)
def delete_external_id(
    project: "Project", request: schemas.DeleteExternalIdRequest
) -> schemas.DeleteExternalIdResponse:
    """Take the app's own id from a user."""
    user = find_user(project, request.user_id)
    user.external_id = None
    return schemas.DeleteExternalIdResponse(user_id=user.id, user=view(project, user), **project.envelope())


def _without_address(
    project: "Project", kind: Literal["email", "phone-number"], address_id: str, error_type: str
) -> schemas.DeleteFactorResponse:
    """Take an address or number from whoever has it, unless nothing would be left."""
    found = address_owner(project, lambda address: address.id == address_id)
    if found is None or not is_id(kind, address_id):
        raise refuse(error_type)
    user, address = found
    if len(user.emails) + len(user.phone_numbers) == 1:
        raise refuse("cannot_delete_last_primary_factor")
    emails = [email for email in user.emails if email is not address]
    phone_numbers = [phone for phone in user.phone_numbers if phone is not address]
    _replace(project, user, emails=emails, phone_numbers=phone_numbers)
    return _shown(project, user)


def _replace(project: "Project", user: User, *, emails: list[Address], phone_numbers: list[Address]) -> None:
    """Change a user's addresses; codes and links to old ones are void, and a password without an address goes."""
    gone = {address.id for address in (*user.emails, *user.phone_numbers)}
    gone -= {address.id for address in (*emails, *phone_numbers)}
    project.passcodes = {key: code for key, code in project.passcodes.items() if key not in gone}
    project.tokens = {key: token for key, token in project.tokens.items() if token.address_id not in gone}
    user.emails, user.phone_numbers = emails, phone_numbers
    if not emails:
        user.password = None


def _shown(project: "Project", user: User) -> schemas.DeleteFactorResponse:
    return schemas.DeleteFactorResponse(user_id=user.id, user=view(project, user), **project.envelope())
