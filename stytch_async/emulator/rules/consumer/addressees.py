"""Whom a message is for: the user who has an address, one who is about to add it, or a new one."""

import datetime as dt
from typing import Final, Protocol

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.users import (
    DUPLICATE_EMAIL,
    DUPLICATE_PHONE_NUMBER,
    EMAIL_NOT_FOUND,
    EMAIL_VERIFICATION_REQUIRED,
    NO_USER_SELECTION_ARGUMENTS,
    PHONE_NUMBER_NOT_FOUND,
    TOO_MANY_UNVERIFIED_FACTORS,
    TOO_MANY_USER_SELECTION_ARGUMENTS,
)
from stytch_async.emulator.rules.addresses import checked_email, checked_phone_number
from stytch_async.emulator.rules.consumer.changes import record_user
from stytch_async.emulator.rules.consumer.users import Owned, email_owner, find_user, phone_owner
from stytch_async.emulator.rules.sessions import SessionBearer, passed_session
from stytch_async.emulator.state.ids import Prefix
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Address
from stytch_async.emulator.state.rows.users import User

__all__ = ["UserSelection", "email_of", "known_or_new", "named_user", "phone_of", "required_user"]

PROOF_WITHIN: Final = dt.timedelta(minutes=5)
MOST_UNVERIFIED: Final = 3
"""How many addresses of a user may wait for their proof; inferred, since only the error type is known."""


class UserSelection(SessionBearer, Protocol):
    """The arguments that name a user by id or by session."""

    user_id: str | None


def named_user(project: Project, request: UserSelection) -> User | None:
    """Return the user whom a new address is for, if one is named, or refuse."""
    if [request.user_id, request.session_token, request.session_jwt].count(None) < 2:
        raise Refusal(TOO_MANY_USER_SELECTION_ARGUMENTS)
    session = passed_session(project, "user", request)
    user_id = request.user_id if session is None else session.owner_id
    return None if user_id is None else find_user(project, user_id)


def required_user(project: Project, selection: UserSelection) -> User:
    """Return the user whom a call is about, or refuse."""
    user = named_user(project, selection)
    if user is None:
        raise Refusal(NO_USER_SELECTION_ARGUMENTS)
    return user


def _added(project: Project, user: User, addresses: list[Address], prefix: Prefix, value: str) -> Owned:
    """Add an address to those of a user; it goes again unless it is proven soon (behaviour 8)."""
    if sum(not one.verified for one in user.addresses) >= MOST_UNVERIFIED:
        raise Refusal(TOO_MANY_UNVERIFIED_FACTORS)
    address = Address(id=project.ids.new(prefix), value=value, lapses_at=project.now + PROOF_WITHIN)
    addresses.append(address)
    record_user(project, user)
    return user, address


def email_of(project: Project, value: str, request: UserSelection) -> Owned:
    """Return who has an email address, or who is to have it: a user who has proven all others."""
    found, named = email_owner(project, value), named_user(project, request)
    if found is not None:
        if named not in {None, found[0]}:
            raise Refusal(DUPLICATE_EMAIL)
        return found
    if named is None:
        raise Refusal(EMAIL_NOT_FOUND)
    if not all(email.verified for email in named.emails):
        raise Refusal(EMAIL_VERIFICATION_REQUIRED)
    return _added(project, named, named.emails, "email", checked_email(value))


def phone_of(project: Project, value: str, request: UserSelection) -> Owned:
    """Return who has a phone number, or who is to have it."""
    found, named = phone_owner(project, value), named_user(project, request)
    if found is not None:
        if named not in {None, found[0]}:
            raise Refusal(DUPLICATE_PHONE_NUMBER)
        return found
    if named is None:
        raise Refusal(PHONE_NUMBER_NOT_FOUND)
    return _added(project, named, named.phone_numbers, "phone-number", checked_phone_number(value))


def known_or_new(project: Project, found: Owned | None, new: User) -> tuple[Owned, bool]:
    """Return whom a login is for with the address, and whether the user is new."""
    if found is not None:
        return found, False
    record_user(project, new)
    return (new, new.addresses[0]), True
