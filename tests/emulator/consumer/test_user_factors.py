from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.schemas.consumer.users import CreateResponse, SearchUsersQuery
from stytch_async.transports.memory import InMemoryTransport

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

EMAIL, SECOND = "ada@example.com", "countess@example.com"
PHONE = "+12025550162"
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
async def ada(client: Client) -> CreateResponse:
    """Return a user with an email address and a phone number."""
    return await client.users.create(email=EMAIL, phone_number=PHONE, external_id="app-1")


async def test_email_address_is_taken_away(client: Client, ada: CreateResponse, project: Project) -> None:
    """The number is left, and the address is free for somebody else."""
    deleted = await client.users.delete_email(email_id=ada.email_id)

    other = await client.users.create(email=EMAIL)
    assert (deleted.user_id, deleted.user.emails, len(deleted.user.phone_numbers)) == (ada.user_id, [], 1)
    assert other.user_id in project.users


async def test_phone_number_is_taken_away(client: Client, ada: CreateResponse) -> None:
    """The address is left."""
    deleted = await client.users.delete_phone_number(phone_id=ada.phone_id)

    assert (len(deleted.user.emails), deleted.user.phone_numbers) == (1, [])


async def test_codes_go_with_their_address(
    client: Client, ada: CreateResponse, refusal: Refusal, project: Project
) -> None:
    """A code that was sent to an address is void without it."""
    await client.otps.email.send(email=EMAIL)
    await client.users.delete_email(email_id=ada.email_id)

    found = await refusal(client.otps.authenticate(method_id=ada.email_id, code=project.outbox.last(EMAIL).code or ""))

    assert found == (404, "otp_code_not_found")


async def test_last_address_stays(client: Client, refusal: Refusal) -> None:
    """A user keeps something to log in with."""
    by_email = await client.users.create(email=EMAIL)
    by_phone = await client.users.create(phone_number=PHONE)

    email = await refusal(client.users.delete_email(email_id=by_email.email_id))
    phone = await refusal(client.users.delete_phone_number(phone_id=by_phone.phone_id))

    assert email == phone == (400, "cannot_delete_last_primary_factor")


async def test_unknown_factor_is_not_found(client: Client, refusal: Refusal) -> None:
    """There is neither an address nor a number nor a password with that id."""
    email = await refusal(client.users.delete_email(email_id=f"email-test-{UNKNOWN}"))
    phone = await refusal(client.users.delete_phone_number(phone_id=f"phone-number-test-{UNKNOWN}"))
    password = await refusal(client.users.delete_password(password_id=f"password-test-{UNKNOWN}"))

    assert (email, phone) == ((404, "email_not_found"), (404, "phone_number_not_found"))
    assert password == (404, "password_not_found")


@pytest.mark.parametrize("value", ["nonsense", "email-test-1", "phone-number-test-1", "password-test-1"])
async def test_misspelt_id_of_a_factor_is_a_bad_request(client: Client, refusal: Refusal, value: str) -> None:
    """What is not spelt as the id that is asked for is refused as such."""
    email = await refusal(client.users.delete_email(email_id=value))
    phone = await refusal(client.users.delete_phone_number(phone_id=value))
    password = await refusal(client.users.delete_password(password_id=value))

    assert (email, phone) == ((400, "invalid_email_id"), (400, "invalid_phone_id"))
    assert password == (400, "invalid_password_id")


async def test_id_of_a_number_is_not_that_of_an_email_address(
    client: Client, ada: CreateResponse, refusal: Refusal
) -> None:
    """The id of a number does not pass for that of an address."""
    found = await refusal(client.users.delete_email(email_id=ada.phone_id))

    assert found == (400, "invalid_email_id")


async def test_password_is_taken_away(client: Client, refusal: Refusal, password: str) -> None:
    """After that the user has none; the second time it is not found."""
    created = await client.passwords.create(email=EMAIL, password=password)
    assert created.user.password is not None
    password_id = created.user.password.password_id

    deleted = await client.users.delete_password(password_id=password_id)

    login = await refusal(client.passwords.authenticate(email=EMAIL, password=password))
    again = await refusal(client.users.delete_password(password_id=password_id))
    assert deleted.user.password is None
    assert (login, again) == ((400, "no_user_password"), (404, "password_not_found"))


@pytest.mark.usefixtures("ada")
async def test_external_id_is_taken_away(client: Client, refusal: Refusal) -> None:
    """After that it names nobody."""
    deleted = await client.users.delete_external_id(user_id="app-1")

    found = await refusal(client.users.get(user_id="app-1"))
    assert (deleted.user.external_id, found) == (None, (404, "user_not_found"))


@pytest.mark.parametrize(
    ("new", "emails", "numbers"),
    [({"email_address": SECOND}, [(SECOND, False)], []), ({"phone_number": PHONE}, [], [(PHONE, False)])],
)
async def test_address_is_exchanged(
    client: Client, new: dict[str, str], emails: list[tuple[str, bool]], numbers: list[tuple[str, bool]]
) -> None:
    """The new one is unproven, and may be a number where there was an address."""
    created = await client.users.create(email=EMAIL)

    exchanged = await client.users.exchange_primary_factor(user_id=created.user_id, **new)

    assert [(email.email, email.verified) for email in exchanged.user.emails] == emails
    assert [(phone.phone_number, phone.verified) for phone in exchanged.user.phone_numbers] == numbers


async def test_password_needs_an_email_address(client: Client, password: str) -> None:
    """Where the address becomes a number the password goes; where it becomes another address it stays."""
    created = await client.passwords.create(email=EMAIL, password=password)

    second = await client.users.exchange_primary_factor(user_id=created.user_id, email_address=SECOND)
    third = await client.users.exchange_primary_factor(user_id=created.user_id, phone_number=PHONE)

    assert (second.user.password is None, third.user.password is None) == (False, True)


@pytest.mark.parametrize(
    ("new", "error_type"),
    [
        ({}, "invalid_exchange_primary_factor_fields"),
        ({"email_address": SECOND, "phone_number": "+12025550163"}, "invalid_exchange_primary_factor_fields"),
        ({"email_address": EMAIL}, "duplicate_email"),
        ({"phone_number": PHONE}, "duplicate_phone_number"),
        ({"email_address": "ada"}, "invalid_email"),
        ({"phone_number": "1"}, "invalid_phone_number"),
    ],
)
@pytest.mark.usefixtures("ada")
async def test_exchange_needs_one_new_address(
    client: Client, refusal: Refusal, new: dict[str, Any], error_type: str
) -> None:
    """One address or number, of the right form, that nobody has."""
    grace = await client.users.create(email="grace@example.com")

    found = await refusal(client.users.exchange_primary_factor(user_id=grace.user_id, **new))

    assert found == (400, error_type)


async def test_exchange_needs_a_user_with_one_address(client: Client, ada: CreateResponse, refusal: Refusal) -> None:
    """A user who has more has to say which."""
    found = await refusal(client.users.exchange_primary_factor(user_id=ada.user_id, email_address=SECOND))

    assert found == (400, "invalid_exchange_primary_factor_user")


async def test_fingerprint_is_taken_away(transport: InMemoryTransport, client: Client, refusal: Refusal) -> None:
    """The other one stays; the second time there is nothing to take."""
    ada = transport.add_user(EMAIL)
    left, right = (transport.add_biometric_registration(ada, verified=verified) for verified in (True, False))

    deleted = await client.users.delete_biometric_registration(biometric_registration_id=left.id)

    again = await refusal(client.users.delete_biometric_registration(biometric_registration_id=left.id))
    shown = [(one.biometric_registration_id, one.verified) for one in deleted.user.biometric_registrations]
    assert shown == [(right.id, False)]
    assert again == (404, "biometric_registration_not_found")


async def test_misspelt_fingerprint_is_refused(client: Client, refusal: Refusal) -> None:
    """It is not looked for."""
    found = await refusal(client.users.delete_biometric_registration(biometric_registration_id="thumb"))

    assert found == (400, "invalid_biometric_registration_id")


@pytest.mark.parametrize("name", ["biometric_registration_id", "biometric_verified"])
async def test_users_are_found_by_fingerprint(transport: InMemoryTransport, client: Client, name: str) -> None:
    """By its id, and by whether it was verified."""
    ada = transport.add_user(EMAIL)
    transport.add_user(SECOND)
    thumb = transport.add_biometric_registration(ada)
    value: Any = [thumb.id] if name == "biometric_registration_id" else True

    operands = [{"filter_name": name, "filter_value": value}]

    found = await client.users.search(query=SearchUsersQuery(operator="AND", operands=operands))

    assert [user.user_id for user in found.results] == [ada.id]
