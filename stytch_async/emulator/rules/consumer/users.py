"""Users: how they are found, changed and shown."""

import datetime as dt
from typing import Any, Protocol, TypedDict

import attrs

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import (
    CANNOT_DELETE_LAST_PRIMARY_FACTOR,
    DUPLICATE_EMAIL,
    DUPLICATE_PHONE_NUMBER,
    DUPLICATE_USER_EXTERNAL_ID,
    EMAIL_NOT_FOUND,
    INVALID_USER_ID,
    USER_NOT_FOUND,
)
from stytch_async.emulator.rules.addresses import checked_email, checked_phone_number
from stytch_async.emulator.rules.identifiers import refuse_unknown
from stytch_async.emulator.rules.locks import lift_expired_lock
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.rules.providers import provider_name
from stytch_async.emulator.rules.rbac import assignable
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.oauth import OAuthRegistration
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer import users as schemas

__all__ = [
    "Owned",
    "UserArguments",
    "change_user",
    "drop_lapsed",
    "email_owner",
    "find_user",
    "new_user",
    "owner_of",
    "phone_owner",
    "refuse_last",
    "refuse_taken",
    "remove_addresses",
    "required_email_owner",
    "roles_of",
    "user_fields",
    "view",
]

Owned = tuple[User, Address]
"""A user, and the one of the user's addresses or numbers that is spoken of."""


class UserArguments(Protocol):
    """The arguments of every endpoint that says what a user is called and what is to be kept of them."""

    name: schemas.Name | None
    trusted_metadata: dict[str, Any] | None
    untrusted_metadata: dict[str, Any] | None


def email_owner(project: Project, email: str) -> Owned | None:
    """Return the user who has an email address, and the address."""
    value = checked_email(email)
    return _owned(project, project.users.by_email.first(value), value)


def required_email_owner(project: Project, email: str) -> Owned:
    """Return the user who has an email address, and the address, or refuse."""
    found = email_owner(project, email)
    if found is None:
        raise Refusal(EMAIL_NOT_FOUND)
    return found


def phone_owner(project: Project, phone_number: str) -> Owned | None:
    """Return the user who has a phone number, and the number."""
    value = checked_phone_number(phone_number)
    return _owned(project, project.users.by_phone_number.first(value), value)


def owner_of(project: Project, address_id: str) -> Owned | None:
    """Return the user who has the address or number with an id, and which one it is."""
    return _owned(project, project.users.by_address_id.first(address_id), address_id)


def _owned(project: Project, stored: User | None, wanted: str) -> Owned | None:
    """Return a user who was found by an address, its value or id, unless the address has lapsed meanwhile."""
    user = stored or project.sandbox.user_with(wanted)
    if user is None:
        return None
    drop_lapsed(project, user)
    return next(((user, address) for address in user.addresses if wanted in {address.id, address.value}), None)


def drop_lapsed(project: Project, user: User) -> None:
    """Remove the addresses that were added and not proven in time (behaviour 8)."""
    lapsed = [one for one in user.addresses if one.lapses_at is not None and one.lapses_at <= project.now]
    if lapsed:
        _without(user, lapsed)
        project.users.save(user)


def remove_addresses(project: Project, user: User, gone: list[Address]) -> None:
    """Take addresses from a user, who is to be stored then; links and codes to them are void.

    A password without an address goes.
    """
    _without(user, gone)
    ids = {address.id for address in gone}
    for account in user.oauth:
        account.email_id = "" if account.email_id in ids else account.email_id
    if not user.emails:
        user.password = None
    for address in gone:
        project.forget_address(address.id)


def refuse_last(user: User) -> None:
    """Refuse to take away what a user logs in with where nothing would be left."""
    if len(user.addresses) + len(user.oauth) == 1:
        raise Refusal(CANNOT_DELETE_LAST_PRIMARY_FACTOR)


def _without(user: User, gone: list[Address]) -> None:
    user.emails = [email for email in user.emails if email not in gone]
    user.phone_numbers = [phone for phone in user.phone_numbers if phone not in gone]


def find_user(project: Project, user_id: str) -> User:
    """Return a user by id or external id, or refuse."""
    users = project.users
    user = users.get(user_id) or users.by_external_id.first(user_id) or project.sandbox.user_with(user_id)
    if user is None:
        refuse_unknown("user", user_id, misspelt=INVALID_USER_ID, missing=USER_NOT_FOUND)
    drop_lapsed(project, user)
    return user


def refuse_taken(project: Project, *, email: str | None = None, phone_number: str | None = None) -> None:
    """Refuse an address or number that a user has."""
    if email is not None and email_owner(project, email):
        raise Refusal(DUPLICATE_EMAIL)
    if phone_number is not None and phone_owner(project, phone_number):
        raise Refusal(DUPLICATE_PHONE_NUMBER)


def new_user(
    project: Project, *, email: str | None = None, phone_number: str | None = None, pending: bool | None = False
) -> User:
    """Return a new user with unproven addresses, who is not stored yet."""
    user = User(id=project.ids.new("user"), created_at=project.now, status="pending" if pending else "active")
    if email is not None:
        user.emails.append(Address(id=project.ids.new("email"), value=checked_email(email)))
    if phone_number is not None:
        user.phone_numbers.append(Address(id=project.ids.new("phone-number"), value=checked_phone_number(phone_number)))
    return user


def change_user(
    project: Project,
    user: User,
    request: UserArguments,
    *,
    external_id: str | None = None,
    roles: list[str] | None = None,
) -> None:
    """Change whatever a request says of a user, who is to be stored then; or refuse and change nothing."""
    trusted = merge_metadata(user.trusted_metadata, request.trusted_metadata)
    untrusted = merge_metadata(user.untrusted_metadata, request.untrusted_metadata)
    holder = project.users.by_external_id.first(external_id) if external_id is not None else None
    if holder not in {None, user}:
        raise Refusal(DUPLICATE_USER_EXTERNAL_ID)
    user.roles = user.roles if roles is None else assignable(project.settings.policy, roles)
    user.trusted_metadata, user.untrusted_metadata = trusted, untrusted
    user.external_id = external_id or user.external_id
    for part, value in attrs.asdict(request.name or schemas.Name()).items():
        if value is not None:
            setattr(user, part, value)


def roles_of(user: User) -> list[str]:
    """Return the ids of a user's roles."""
    return ["stytch_user", *user.roles]


class UserFields(TypedDict):
    """What both the user object and the answer of ``users.get`` hold."""

    user_id: str
    emails: list[schemas.Email]
    phone_numbers: list[schemas.PhoneNumber]
    status: str
    webauthn_registrations: list[schemas.WebAuthnRegistration]
    providers: list[schemas.OAuthProvider]
    totps: list[schemas.TOTP]
    crypto_wallets: list[schemas.CryptoWallet]
    biometric_registrations: list[schemas.BiometricRegistration]
    is_locked: bool
    roles: list[str]
    name: schemas.Name
    created_at: dt.datetime
    password: schemas.Password | None
    trusted_metadata: dict[str, Any]
    untrusted_metadata: dict[str, Any]
    external_id: str | None
    lock_created_at: dt.datetime | None
    lock_expires_at: dt.datetime | None


def user_fields(project: Project, user: User) -> UserFields:
    """Return what both the user object and the answer of ``users.get`` hold."""
    lift_expired_lock(project, user)
    return {
        "user_id": user.id,
        "emails": [schemas.Email(email_id=e.id, email=e.value, verified=e.verified) for e in user.emails],
        "phone_numbers": [
            schemas.PhoneNumber(phone_id=p.id, phone_number=p.value, verified=p.verified) for p in user.phone_numbers
        ],
        "status": user.status,
        "webauthn_registrations": [],
        "providers": [_provider(one) for one in user.oauth],
        "totps": [schemas.TOTP(totp_id=user.totp.id, verified=user.totp.verified)] if user.totp else [],
        "crypto_wallets": [],
        "biometric_registrations": [],
        "is_locked": user.locked_at is not None,
        "roles": roles_of(user),
        "name": schemas.Name(first_name=user.first_name, middle_name=user.middle_name, last_name=user.last_name),
        "created_at": user.created_at,
        "password": _password(user),
        "trusted_metadata": user.trusted_metadata,
        "untrusted_metadata": user.untrusted_metadata,
        "external_id": user.external_id,
        "lock_created_at": user.locked_at,
        "lock_expires_at": user.lock_expires_at,
    }


def _provider(one: OAuthRegistration) -> schemas.OAuthProvider:
    return schemas.OAuthProvider(
        provider_type=provider_name(one.provider),
        provider_subject=one.subject,
        profile_picture_url=one.profile_picture_url,
        locale=one.locale,
        oauth_user_registration_id=one.id,
    )


def _password(user: User) -> schemas.Password | None:
    password = user.password
    if password is None:
        return None
    return schemas.Password(password_id=password.id, requires_reset=password.requires_reset)


def view(project: Project, user: User) -> schemas.User:
    """Show a user."""
    return schemas.User(**user_fields(project, user))
