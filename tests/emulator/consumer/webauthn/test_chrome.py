"""What Chrome's virtual authenticators answered once to the options that this seed leads to."""

import json
from pathlib import Path
from typing import Any, Final

import pytest

from stytch_async.clients import Client
from stytch_async.emulator import Project
from stytch_async.transports.memory import InMemoryTransport

SEED: Final = 2026
ANSWERS: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("chrome.json").read_text())["answers"]


@pytest.fixture
async def client() -> Client:
    """Return a client of a project that asks what it asked then."""
    transport = InMemoryTransport(Project(seed=SEED))
    transport.add_user("ada@example.com", external_id="ada")
    return Client(transport=transport)


async def test_chromes_keys_are_registered_and_log_in(client: Client) -> None:
    """A passkey that verifies its user and is remembered, and a security key that does neither."""
    logins = []
    for answers in ANSWERS.values():
        await client.webauthn.register_start(user_id="ada", domain="localhost", override_id="ada")
        named = {} if answers is ANSWERS["passkey"] else {"user_id": "ada"}
        made = await client.webauthn.register(user_id="ada", public_key_credential=json.dumps(answers["register"]))
        await client.webauthn.authenticate_start(domain="localhost", **named)
        credential = json.dumps(answers["authenticate"])

        login = await client.webauthn.authenticate(public_key_credential=credential, session_duration_minutes=5)

        assert login.webauthn_registration_id == made.webauthn_registration_id
        logins.append(login)

    assert [len(login.user.webauthn_registrations) for login in logins] == [1, 2]
