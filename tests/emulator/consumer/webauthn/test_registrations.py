from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

import pytest
from cbor2 import loads

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.emulator.world.passkeys import Passkeys
from stytch_async.schemas.consumer.users import SearchUsersQuery
from stytch_async.schemas.consumer.webauthn import RegisterResponse

if TYPE_CHECKING:
    from tests.emulator.consumer.webauthn.conftest import KeyHolder

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

UNKNOWN = "webauthn-registration-test-00000000-0000-4000-8000-000000000001"


async def test_a_key_is_called_something_else(client: Client, registered: RegisterResponse, project: Project) -> None:
    """The user shows the new name, and an event tells of it."""
    before = len(project.events)

    updated = await client.webauthn.update(
        webauthn_registration_id=registered.webauthn_registration_id, name="My phone"
    )

    found = await client.users.get(user_id="ada")
    assert updated.webauthn_registration is not None
    assert [updated.webauthn_registration] == found.webauthn_registrations
    assert updated.webauthn_registration.name == "My phone"
    assert [event.type for event in project.events][before:] == ["direct.user.update"]


@pytest.mark.parametrize("name", ["", " "])
async def test_a_key_needs_a_name(client: Client, registered: RegisterResponse, refusal: Refusal, name: str) -> None:
    """An empty one is refused."""
    registration_id = registered.webauthn_registration_id

    found = await refusal(client.webauthn.update(webauthn_registration_id=registration_id, name=name))

    assert found == (400, "empty_webauthn_registration_name")


async def test_keys_are_listed(client: Client, registered: RegisterResponse, passkeys: Passkeys) -> None:
    """With the id that the browser knows, and the public key as the authenticator wrote it."""
    listed = await client.webauthn.list_credentials(user_id="ada", domain="example.com")

    (credential,), (key,) = listed.credentials, passkeys.keys
    public_key = loads(base64.b64decode(credential.public_key))
    numbers = key.private_key.public_key().public_numbers()
    assert credential.webauthn_registration_id == registered.webauthn_registration_id
    assert base64.urlsafe_b64decode(f"{credential.credential_id}==") == key.id
    assert credential.type == "public-key"
    assert [int.from_bytes(public_key[name], "big") for name in (-2, -3)] == [numbers.x, numbers.y]


@pytest.mark.parametrize(
    ("user_id", "domain", "expected"),
    [
        ("ada", "example.org", (404, "webauthn_registration_not_found")),
        ("nobody", "example.com", (404, "user_not_found")),
    ],
)
@pytest.mark.usefixtures("registered")
async def test_keys_that_are_not_there_are_not_listed(
    client: Client, refusal: Refusal, user_id: str, domain: str, expected: tuple[int, str]
) -> None:
    """Of an unknown user, or for another domain."""
    assert await refusal(client.webauthn.list_credentials(user_id=user_id, domain=domain)) == expected


async def test_a_deleted_key_opens_nothing(
    ada: KeyHolder, client: Client, registered: RegisterResponse, passkeys: Passkeys, refusal: Refusal
) -> None:
    """Not even where it was asked for before; the user is shown without it."""
    credential = passkeys.get(await ada.ask_for_known())

    deleted = await client.users.delete_webauthn_registration(
        webauthn_registration_id=registered.webauthn_registration_id
    )

    found = await refusal(client.webauthn.authenticate(public_key_credential=credential))
    assert (deleted.user_id, deleted.user.webauthn_registrations) == (ada.user.id, [])
    assert found == (404, "webauthn_registration_not_found")


@pytest.mark.parametrize(
    ("registration_id", "expected"),
    [(UNKNOWN, (404, "webauthn_registration_not_found")), ("1", (400, "invalid_webauthn_registration_id"))],
)
async def test_an_unknown_key_is_not_found(
    client: Client, refusal: Refusal, registration_id: str, expected: tuple[int, str]
) -> None:
    """Neither to be called something else nor to be deleted."""
    found = [
        await refusal(client.webauthn.update(webauthn_registration_id=registration_id, name="x")),
        await refusal(client.users.delete_webauthn_registration(webauthn_registration_id=registration_id)),
    ]

    assert found == [expected] * 2


@pytest.mark.parametrize("name", ["webauthn_registration_id", "webauthn_registration_verified"])
async def test_users_are_found_by_their_keys(client: Client, registered: RegisterResponse, name: str) -> None:
    """By the id, and by whether there is one."""
    await client.users.create(email="grace@example.com")
    values = {
        "webauthn_registration_id": [registered.webauthn_registration_id],
        "webauthn_registration_verified": True,
    }
    operands = [{"filter_name": name, "filter_value": values[name]}]

    found = await client.users.search(query=SearchUsersQuery(operator="AND", operands=operands))

    assert [user.user_id for user in found.results] == [registered.user_id]
