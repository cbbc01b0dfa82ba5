from collections.abc import Awaitable
from typing import Any, Protocol

import attrs
import pytest

from stytch_async.clients import Client
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.emulator.world.person import Person
from stytch_async.schemas.consumer.webauthn import AuthenticateResponse, RegisterResponse
from stytch_async.transports.memory import InMemoryTransport

DOMAIN = "example.com"


class Begin(Protocol):
    """Asks for a key, and returns the options for the browser."""

    def __call__(self, **changes: Any) -> Awaitable[str]:
        """Call a start endpoint with these arguments."""


@pytest.fixture
def person(transport: InMemoryTransport) -> Person:
    """Return somebody with an authenticator."""
    return transport.person("ada@example.com", name="Ada Lovelace")


@pytest.fixture
def passkeys(person: Person) -> Passkeys:
    """Return her authenticator, which has no key yet."""
    return person.passkeys


@pytest.fixture
def user(transport: InMemoryTransport, person: Person) -> User:
    """Return her as a user."""
    return transport.add_user(person.email, external_id="ada")


@pytest.fixture
def ask_for_new(client: Client, user: User) -> Begin:
    """Return a function that begins a registration for her."""

    async def begin(**changes: Any) -> str:
        begun = await client.webauthn.register_start(**{"user_id": user.id, "domain": DOMAIN, **changes})
        return begun.public_key_credential_creation_options

    return begin


@pytest.fixture
def ask_for_known(client: Client) -> Begin:
    """Return a function that begins a login."""

    async def begin(**changes: Any) -> str:
        begun = await client.webauthn.authenticate_start(**{"domain": DOMAIN, **changes})
        return begun.public_key_credential_request_options

    return begin


@attrs.frozen
class KeyHolder:
    """Registers keys and logs in with them, from the question to the answer."""

    client: Client
    user: User
    ask_for_new: Begin
    ask_for_known: Begin

    async def register(self, passkeys: Passkeys, **session: Any) -> RegisterResponse:
        """Register a new key."""
        credential = passkeys.create(await self.ask_for_new())
        return await self.client.webauthn.register(user_id=self.user.id, public_key_credential=credential, **session)

    async def log_in(self, passkeys: Passkeys, **session: Any) -> AuthenticateResponse:
        """Log in with the newest key."""
        credential = passkeys.get(await self.ask_for_known())
        return await self.client.webauthn.authenticate(public_key_credential=credential, **session)


@pytest.fixture
def ada(client: Client, user: User, ask_for_new: Begin, ask_for_known: Begin) -> KeyHolder:
    """Return her, at a browser."""
    return KeyHolder(client, user, ask_for_new, ask_for_known)


@pytest.fixture
async def registered(ada: KeyHolder, passkeys: Passkeys) -> RegisterResponse:
    """Return the registration of her first key."""
    return await ada.register(passkeys)
