"""Users: how they are found, shown and changed."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol

import attrs

from stytch_async.api.consumer.users import Users
from stytch_async.emulator import sandbox
from stytch_async.emulator.addresses import checked_email, checked_phone_number, domain_of
from stytch_async.emulator.claims import merge_metadata
from stytch_async.emulator.ids import is_misspelt
from stytch_async.emulator.locks import unlock_expired
from stytch_async.emulator.rbac import assignable
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Address, User
from stytch_async.emulator.search import (
    Filter,
    between,
    boolean,
    choice,
    fuzzy,
    ids,
    matching,
    moment,
    page,
    strings,
)
from stytch_async.emulator.sessions import revoke_sessions
from stytch_async.schemas.consumer import users as schemas
from stytch_async.schemas.shared import ResultsMetadata

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = [
    "Owned",
    "address_owner",
    "describe",
    "email_owner",
    "find_user",
    "new_user",
    "phone_owner",
    "roles_of",
    "view",
]

Owned = tuple[User, Address]
"""A user, and the one of the user's addresses or numbers that is spoken of."""


class Description(Protocol):
    """The arguments of every endpoint that says what a user is called and what is to be kept of them."""

    name: schemas.Name | None
    trusted_metadata: dict[str, Any] | None
    untrusted_metadata: dict[str, Any] | None


def email_owner(project: "Project", email: str) -> Owned | None:
    """Return the user who has an email address, and the address."""
    return _owner(project, checked_email(email))


def phone_owner(project: "Project", phone_number: str) -> Owned | None:
    """Return the user who has a phone number, and the number."""
    return _owner(project, checked_phone_number(phone_number))


def _owner(project: "Project", wanted: str) -> Owned | None:
    if sandbox.is_sandbox(wanted):
        sandbox.sandbox_user(project)
    return address_owner(project, lambda address: address.value == wanted)


def address_owner(project: "Project", fits: Callable[[Address], bool]) -> Owned | None:
    """Return the first user who has an address or number that fits, and which one."""
    for user in project.users.values():
        _drop_lapsed(project, user)
        for address in (*user.emails, *user.phone_numbers):
            if fits(address):
                return user, address
    return None


def _drop_lapsed(project: "Project", user: User) -> None:
    """Remove the addresses that were added and not proven in time."""

    def stays(address: Address) -> bool:
        return address.lapses_at is None or address.lapses_at > project.now

    user.emails = list(filter(stays, user.emails))
    user.phone_numbers = list(filter(stays, user.phone_numbers))


def find_user(project: "Project", user_id: str) -> User:
    """Return a user by id or external id, or refuse."""
    for user in project.users.values():
        if user_id in {user.id, user.external_id}:
            _drop_lapsed(project, user)
            return user
    raise refuse("invalid_user_id" if is_misspelt("user", user_id) else "user_not_found")


def new_user(
    project: "Project", *, email: str | None = None, phone_number: str | None = None, pending: bool = False
) -> User:
    """Return a new user with unproven addresses, who is not stored yet."""
    user = User(id=project.ids.new("user"), created_at=project.now, status="pending" if pending else "active")
    if email is not None:
        user.emails.append(Address(id=project.ids.new("email"), value=checked_email(email)))
    if phone_number is not None:
        user.phone_numbers.append(Address(id=project.ids.new("phone-number"), value=checked_phone_number(phone_number)))
    return user


def describe(
    project: "Project",
    user: User,
    request: Description,
    *,
    external_id: str | None = None,
    roles: list[str] | None = None,
) -> None:
    """Change whatever a request says of a user; refuse before anything changes."""
    trusted = merge_metadata(user.trusted_metadata, request.trusted_metadata)
    untrusted = merge_metadata(user.untrusted_metadata, request.untrusted_metadata)
    if external_id is not None and any(
        other is not user and other.external_id == external_id for other in project.users.values()
    ):
        raise refuse("duplicate_user_external_id")
    user.roles = user.roles if roles is None else assignable(project.settings.policy, roles)
    user.trusted_metadata, user.untrusted_metadata = trusted, untrusted
    user.external_id = external_id or user.external_id
    for part, value in attrs.asdict(request.name or schemas.Name()).items():
        if value is not None:
            setattr(user, part, value)


def roles_of(user: User) -> list[str]:
    """Return the ids of a user's roles."""
    return ["stytch_user", *user.roles]


def _fields(project: "Project", user: User) -> dict[str, Any]:
    """Return what both the user object and the answer of `get` hold."""
    unlock_expired(project, user)
    return {
        "user_id": user.id,
        "emails": [schemas.Email(email_id=e.id, email=e.value, verified=e.verified) for e in user.emails],
        "phone_numbers": [
            schemas.PhoneNumber(phone_id=p.id, phone_number=p.value, verified=p.verified) for p in user.phone_numbers
        ],
        "status": user.status,
        "webauthn_registrations": [],
        "providers": [],
        "totps": [],
        "crypto_wallets": [],
        "biometric_registrations": [],
        "is_locked": user.locked_at is not None,
        "roles": roles_of(user),
        "name": schemas.Name(first_name=user.first_name, middle_name=user.middle_name, last_name=user.last_name),
        "created_at": user.created_at,
        "password": user.password
        and schemas.Password(password_id=user.password.id, requires_reset=user.password.requires_reset),
        "trusted_metadata": user.trusted_metadata,
        "untrusted_metadata": user.untrusted_metadata,
        "external_id": user.external_id,
        "lock_created_at": user.locked_at,
        "lock_expires_at": user.lock_expires_at,
    }


def view(project: "Project", user: User) -> schemas.User:
    """Show a user."""
    return schemas.User(**_fields(project, user))


@handles(Users.create)
def create(project: "Project", request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make a user of an email address, a phone number, or both."""
    if request.email is None and request.phone_number is None:
        raise refuse("invalid_create_user_request")
    if any(map(sandbox.is_sandbox, (request.email, request.phone_number))):
        return _created(project, sandbox.sandbox_user(project))
    if request.email is not None and email_owner(project, request.email):
        raise refuse("duplicate_email")
    if request.phone_number is not None and phone_owner(project, request.phone_number):
        raise refuse("duplicate_phone_number")
    pending = request.create_user_as_pending or False
    user = new_user(project, email=request.email, phone_number=request.phone_number, pending=pending)
    describe(project, user, request, external_id=request.external_id, roles=request.roles)
    project.users[user.id] = user
    return _created(project, user)


def _created(project: "Project", user: User) -> schemas.CreateResponse:
    return schemas.CreateResponse(
        user_id=user.id,
        email_id=user.emails[0].id if user.emails else "",
        phone_id=user.phone_numbers[0].id if user.phone_numbers else "",
        status=user.status,
        user=view(project, user),
        **project.envelope(201),
    )


@handles(Users.get)
def get(project: "Project", request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a user."""
    return schemas.GetResponse(**_fields(project, find_user(project, request.user_id)), **project.envelope())


@handles(Users.update)
def update(project: "Project", request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Change a user; addresses are not changed here."""
    user = find_user(project, request.user_id)
    describe(project, user, request, external_id=request.external_id, roles=request.roles)
    shown = view(project, user)
    return schemas.UpdateResponse(
        user_id=user.id,
        emails=shown.emails,
        phone_numbers=shown.phone_numbers,
        crypto_wallets=shown.crypto_wallets,
        user=shown,
        **project.envelope(),
    )


@handles(Users.delete)
def delete(project: "Project", request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a user, with all sessions, links and codes."""
    user = find_user(project, request.user_id)
    revoke_sessions(project, user.id)
    project.tokens = {key: token for key, token in project.tokens.items() if token.owner_id != user.id}
    project.passcodes = {key: code for key, code in project.passcodes.items() if code.owner_id != user.id}
    del project.users[user.id]
    return schemas.DeleteResponse(user_id=user.id, **project.envelope())


def _names(user: User) -> list[str]:
    return [" ".join(filter(None, (user.first_name, user.middle_name, user.last_name)))]


def _nothing(_: User) -> list[str]:
    return []


FILTERS: Final[Mapping[str, Filter[User]]] = {
    "biometric_registration_id": strings(_nothing),
    "created_at_between": between(lambda user: user.created_at),
    "created_at_greater_than": moment(lambda user, moment: user.created_at > moment),
    "created_at_less_than": moment(lambda user, moment: user.created_at < moment),
    "crypto_wallet_address": strings(_nothing),
    "crypto_wallet_id": strings(_nothing),
    "crypto_wallet_verified": boolean(lambda _: False),
    "email_address": strings(lambda user: [email.value for email in user.emails]),
    "email_address_fuzzy": fuzzy(lambda user: [email.value for email in user.emails], "email_address_fuzzy"),
    "email_domain": strings(lambda user: [domain_of(email.value) for email in user.emails]),
    "email_id": strings(lambda user: [email.id for email in user.emails]),
    "email_verified": boolean(lambda user: any(email.verified for email in user.emails)),
    "full_name_fuzzy": fuzzy(_names, "full_name_fuzzy"),
    "oauth_provider": strings(_nothing),
    "password_exists": boolean(lambda user: user.password is not None),
    "phone_id": strings(lambda user: [phone.id for phone in user.phone_numbers]),
    "phone_number": strings(lambda user: [phone.value for phone in user.phone_numbers]),
    "phone_number_fuzzy": fuzzy(lambda user: [phone.value for phone in user.phone_numbers], "phone_number_fuzzy"),
    "phone_verified": boolean(lambda user: any(phone.verified for phone in user.phone_numbers)),
    "status": choice(lambda user: user.status, {"active", "pending"}, "status"),
    "totp_id": strings(_nothing),
    "totp_verified": boolean(lambda _: False),
    "user_id": ids("user", lambda user: [user.id, user.external_id]),
    "webauthn_registration_id": strings(_nothing),
    "webauthn_registration_verified": boolean(lambda _: False),
}


@handles(Users.search)
def search(project: "Project", request: schemas.SearchRequest) -> schemas.SearchResponse:
    """Find users by filters, a page at a time."""
    query = request.query or schemas.SearchUsersQuery(operator="AND", operands=[])
    for user in project.users.values():
        _drop_lapsed(project, user)
    found = matching(list(project.users.values()), query.operator, query.operands, FILTERS, "user")
    one = page(found, attrs.asdict(query), request.cursor, request.limit, "user")
    return schemas.SearchResponse(
        results=[view(project, user) for user in one.rows],
        results_metadata=ResultsMetadata(total=one.total, next_cursor=one.next_cursor),
        **project.envelope(),
    )
