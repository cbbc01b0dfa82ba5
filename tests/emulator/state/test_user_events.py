"""Each change of a user is told as one event."""

from collections.abc import Awaitable, Callable

import pytest

from stytch_async.clients import Client
from stytch_async.converter import converter
from stytch_async.emulator import Project
from stytch_async.emulator.state.rows.users import User
from stytch_async.schemas.consumer.users import Name
from stytch_async.transports.memory import InMemoryTransport

Told = Callable[[Awaitable[object]], Awaitable[list[str]]]
Change = Callable[[Client, User], Awaitable[object]]

EMAIL = "ada@example.com"
PHONE = "+12025550162"
OTHER_PHONE = "+12025550163"
PASSWORD = "a long and quiet river"
NEW_PASSWORD = "another long and quiet river"

CHANGES: dict[str, Change] = {
    "update": lambda client, ada: client.users.update(user_id=ada.id, name=Name(first_name="Ada")),
    "delete_external_id": lambda client, ada: client.users.delete_external_id(user_id=ada.id),
    "delete_email": lambda client, ada: client.users.delete_email(email_id=ada.emails[0].id),
    "delete_phone_number": lambda client, ada: client.users.delete_phone_number(phone_id=ada.phone_numbers[0].id),
    "delete_password": lambda client, ada: client.users.delete_password(password_id=_password_id(ada)),
    "an added number": lambda client, ada: client.otps.sms.send(phone_number=OTHER_PHONE, user_id=ada.id),
    "a new password": lambda client, _: client.passwords.existing_password.reset(
        email=EMAIL, existing_password=PASSWORD, new_password=NEW_PASSWORD
    ),
}

BIRTHS: dict[str, Callable[[Client], Awaitable[object]]] = {
    "users.create": lambda client: client.users.create(email=EMAIL),
    "passwords.create": lambda client: client.passwords.create(email=EMAIL, password=PASSWORD),
    "passwords.migrate": lambda client: client.passwords.migrate(
        email=EMAIL, hash="5f4dcc3b5aa765d61d8327deb882cf99", hash_type="md_5"
    ),
    "otps.email.login_or_create": lambda client: client.otps.email.login_or_create(email=EMAIL),
    "otps.sms.login_or_create": lambda client: client.otps.sms.login_or_create(phone_number=PHONE),
    "magic_links.email.login_or_create": lambda client: client.magic_links.email.login_or_create(email=EMAIL),
    "magic_links.email.invite": lambda client: client.magic_links.email.invite(email=EMAIL),
}


def _password_id(user: User) -> str:
    assert user.password is not None
    return user.password.id


@pytest.fixture
def ada(transport: InMemoryTransport) -> User:
    """Return a user who has everything that can be taken away."""
    return transport.add_user(EMAIL, phone_number=PHONE, password=PASSWORD, external_id="crm-1")


@pytest.fixture
def told(project: Project) -> Told:
    """Return a function that awaits a call, and names the events that it has left."""

    async def names(call: Awaitable[object]) -> list[str]:
        before = len(project.events)
        await call
        return [event.type for event in list(project.events)[before:]]

    return names


@pytest.mark.parametrize("birth", BIRTHS)
async def test_a_new_user_is_one_event(client: Client, project: Project, told: Told, birth: str) -> None:
    """Whatever the product, the event shows the user as the call leaves them."""
    names = await told(BIRTHS[birth](client))

    (event,), (user,) = project.events.of("user"), (await client.users.search()).results
    assert names == ["direct.user.create"]
    assert (event.id, event.document) == (user.user_id, converter.unstructure(user))


@pytest.mark.parametrize("change", CHANGES)
async def test_a_change_of_a_user_is_one_event(
    client: Client, project: Project, told: Told, ada: User, change: str
) -> None:
    """It shows what the change has come to."""
    names = await told(CHANGES[change](client, ada))

    (user,) = (await client.users.search()).results
    assert names == ["direct.user.update"]
    assert project.events.of("user")[-1].document == converter.unstructure(user)


async def test_an_exchanged_address_is_one_event(client: Client, told: Told) -> None:
    """The old one is gone and the new one there."""
    created = await client.users.create(email=EMAIL)

    names = await told(client.users.exchange_primary_factor(user_id=created.user_id, phone_number=PHONE))

    assert names == ["direct.user.update"]


@pytest.mark.parametrize("invited", [False, True])
async def test_whoever_is_gone_is_told_once(client: Client, project: Project, told: Told, invited: bool) -> None:  # noqa: FBT001 - a parameter
    """There is nothing to show of them."""
    if invited:
        await client.magic_links.email.invite(email=EMAIL)
        names = await told(client.magic_links.email.revoke_invite(email=EMAIL))
    else:
        created = await client.users.create(email=EMAIL)
        names = await told(client.users.delete(user_id=created.user_id))

    assert names == ["direct.user.delete"]
    assert project.events.of("user")[-1].document is None


async def test_only_a_login_that_proves_something_new_is_told(client: Client, project: Project, told: Told) -> None:
    """The first code proves the address and lets the pending user in, the second changes nothing."""
    sent = await client.otps.email.login_or_create(email=EMAIL, create_user_as_pending=True)

    async def log_in() -> None:
        await client.otps.email.send(email=EMAIL)
        code = project.outbox.last(EMAIL).code or ""
        await client.otps.authenticate(method_id=sent.email_id, code=code)

    first = await told(log_in())
    second = await told(log_in())

    assert (first, second) == (["direct.user.update"], [])
    shown = project.events.of("user")[-1].document
    assert shown is not None
    assert (shown["status"], shown["emails"][0]["verified"]) == ("active", True)


async def test_the_sandbox_user_is_never_told_of(client: Client, project: Project) -> None:
    """No call puts that user into a table, and the password stays whatever is given."""
    created = await client.passwords.create(email="sandbox@stytch.com", password=PASSWORD, session_duration_minutes=5)
    await client.passwords.sessions.reset(password=NEW_PASSWORD, session_token=created.session_token)
    await client.users.update(user_id=created.user_id, name=Name(first_name="Sandy"))
    await client.users.delete(user_id=created.user_id)

    login = await client.passwords.authenticate(email="sandbox@stytch.com", password="anything")

    assert (login.user_id, len(project.users), len(project.events)) == (created.user_id, 0, 0)
