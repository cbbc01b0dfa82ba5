import json
from typing import Any

import pytest

from stytch_async.clients import Client
from stytch_async.emulator.state.rows.users import User
from stytch_async.emulator.world.passkeys import NotAllowedError, Passkeys
from stytch_async.transports.memory import InMemoryTransport


@pytest.fixture
def stytch() -> InMemoryTransport:
    """Return a Stytch that holds nothing yet."""
    return InMemoryTransport()


@pytest.fixture
def client(stytch: InMemoryTransport) -> Client:
    """Return a client of its Consumer API."""
    return Client(transport=stytch)


@pytest.fixture
def user(stytch: InMemoryTransport) -> User:
    """Return a user."""
    return stytch.add_user("ada@example.com", external_id="ada")


@pytest.fixture
async def asked(client: Client, user: User) -> dict[str, Any]:
    """Return what an authenticator is asked for."""
    begun = await client.webauthn.register_start(user_id=user.id, domain="example.com")
    options: dict[str, Any] = json.loads(begun.public_key_credential_creation_options)
    return options


async def test_a_person_has_an_authenticator(stytch: InMemoryTransport, client: Client, user: User) -> None:
    """It is on their phone, and verifies them."""
    ada = stytch.person("ada@example.com")
    begun = await client.webauthn.register_start(user_id=user.id, domain="example.com")

    credential = ada.passkeys.create(begun.public_key_credential_creation_options)

    made = await client.webauthn.register(user_id=user.id, public_key_credential=credential)
    assert (ada.passkeys.attachment, ada.passkeys.verifies_user) == ("platform", True)
    assert [key.domain for key in ada.passkeys.keys] == ["example.com"]
    assert len(made.user.webauthn_registrations) == 1


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"authenticatorSelection": {"authenticatorAttachment": "cross-platform"}}, "a cross-platform authenticator"),
        ({"pubKeyCredParams": [{"type": "public-key", "alg": -257}]}, "signs with ES256 only"),
        ({"authenticatorSelection": {"userVerification": "required"}}, "does not verify its user"),
    ],
)
def test_options_that_do_not_fit_fail_the_test(asked: dict[str, Any], changes: dict[str, Any], complaint: str) -> None:
    """A browser would refuse them, too; nothing is kept."""
    passkeys = Passkeys(verifies_user=False)

    with pytest.raises(NotAllowedError, match=complaint):
        passkeys.create(json.dumps(asked | changes))

    assert passkeys.keys == []


async def test_a_second_key_for_a_user_is_not_made(client: Client, user: User) -> None:
    """One that is registered already would do; on another authenticator it is made."""
    passkeys = Passkeys()
    begun = await client.webauthn.register_start(user_id=user.id, domain="example.com")
    credential = passkeys.create(begun.public_key_credential_creation_options)
    await client.webauthn.register(user_id=user.id, public_key_credential=credential)
    again = await client.webauthn.register_start(user_id=user.id, domain="example.com")

    with pytest.raises(NotAllowedError, match="registered already"):
        passkeys.create(again.public_key_credential_creation_options)

    assert Passkeys().create(again.public_key_credential_creation_options)


async def test_a_key_must_be_there(client: Client, asked: dict[str, Any]) -> None:
    """And for the domain that is asked about."""
    passkeys = Passkeys()
    passkeys.create(json.dumps(asked))
    begun = await client.webauthn.authenticate_start(domain="example.org")

    with pytest.raises(NotAllowedError, match=r"no such key for example\.org"):
        passkeys.get(begun.public_key_credential_request_options)


async def test_the_newest_key_answers(client: Client, asked: dict[str, Any]) -> None:
    """Where several would do."""
    passkeys = Passkeys()
    for _ in range(2):
        passkeys.create(json.dumps(asked))
    begun = await client.webauthn.authenticate_start(domain="example.com")

    passkeys.get(begun.public_key_credential_request_options)

    assert [key.sign_count for key in passkeys.keys] == [0, 1]


def test_keys_are_not_shown(asked: dict[str, Any]) -> None:
    """The repr counts them, and that of a key leaves out its secret."""
    passkeys = Passkeys()
    passkeys.create(json.dumps(asked))

    assert repr(passkeys) == "Passkeys(1 keys)"
    assert "private_key" not in repr(passkeys.keys[0])
