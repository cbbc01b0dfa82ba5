from __future__ import annotations

import base64
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import pytest

from stytch_async.clients import Client
from stytch_async.emulator.world.passkeys import Passkeys

if TYPE_CHECKING:
    from tests.emulator.consumer.webauthn.conftest import KeyHolder

Refusal = Callable[[Awaitable[object]], Awaitable[tuple[int, str | None]]]

GONE: Final = object()
PREFIX: Final = "invalid_public_key_credential"


def encoded(text: str) -> str:
    """Write a text in base64."""
    return base64.b64encode(text.encode()).decode()


def changed(credential: str, changes: Mapping[str, Any]) -> str:
    """Change members of a credential, or those of its response where the name is dotted."""
    document = json.loads(credential)
    for name, value in changes.items():
        *path, last = name.split(".")
        holder = document[path[0]] if path else document
        holder[last] = value
        if value is GONE:
            del holder[last]
    return json.dumps(document)


BOTH: Final[list[tuple[dict[str, Any], str]]] = [
    ({"type": "password"}, ""),
    ({"id": GONE}, "_missing_id_field"),
    ({"id": ""}, "_missing_id_field"),
    ({"id": "=+=", "rawId": GONE}, "_invalid_id"),
    ({"id": 7}, "_invalid_id"),
    ({"rawId": "AAAA"}, "_invalid_id"),
    ({"response": GONE}, "_missing_response_field"),
    ({"response": "text"}, "_missing_response_field"),
    ({"response.clientDataJSON": GONE}, "_missing_client_data_json_field"),
    ({"response.clientDataJSON": "é"}, "_malformed_client_data_json"),
    ({"response.clientDataJSON": encoded("{")}, "_malformed_client_data_json"),
    ({"response.clientDataJSON": encoded("[]")}, "_malformed_client_data_json"),
    ({"response.clientDataJSON": encoded("{}")}, "_malformed_client_data_json"),
    (
        {"response.clientDataJSON": encoded('{"type": "webauthn.get", "challenge": "é", "origin": ""}')},
        "_malformed_client_data_json",
    ),
]
ATTESTATION: Final[list[tuple[dict[str, Any], str]]] = [
    ({"response.attestationObject": GONE}, "_missing_attestation_object_field"),
    ({"response.attestationObject": "é"}, "_malformed_attestation_object"),
    ({"response.attestationObject": encoded("not CBOR")}, "_malformed_attestation_object"),
]
ASSERTION: Final[list[tuple[dict[str, Any], str]]] = [
    ({"response.authenticatorData": GONE}, "_missing_authenticator_data_field"),
    ({"response.authenticatorData": "é"}, "_invalid_authenticator_data"),
    ({"response.authenticatorData": encoded("too short")}, "_invalid_authenticator_data"),
    ({"response.signature": GONE}, "_missing_signature_field"),
    ({"response.signature": "é"}, "_invalid_signature"),
    ({"response.userHandle": "é"}, ""),
]


@pytest.mark.parametrize(("changes", "expected"), [*BOTH, *ATTESTATION])
async def test_a_malformed_new_key_is_refused(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal, *, changes: dict[str, Any], expected: str
) -> None:
    """The type of the error says which member it is about."""
    credential = changed(passkeys.create(await ada.ask_for_new()), changes)

    found = await refusal(client.webauthn.register(user_id="ada", public_key_credential=credential))

    assert found == (400, PREFIX + expected)


@pytest.mark.parametrize(("changes", "expected"), [*BOTH, *ASSERTION])
@pytest.mark.usefixtures("registered")
async def test_a_malformed_signature_is_refused(
    ada: KeyHolder, client: Client, passkeys: Passkeys, refusal: Refusal, *, changes: dict[str, Any], expected: str
) -> None:
    """The type of the error says which member it is about."""
    credential = changed(passkeys.get(await ada.ask_for_known()), changes)

    found = await refusal(client.webauthn.authenticate(public_key_credential=credential))

    assert found == (400, PREFIX + expected)


@pytest.mark.parametrize("credential", ["", "{", "[]", "null", '"text"', "[" * 100_000])
@pytest.mark.usefixtures("user")
async def test_what_is_not_a_credential_is_refused(client: Client, refusal: Refusal, credential: str) -> None:
    """By both endpoints alike."""
    found = [
        await refusal(client.webauthn.register(user_id="ada", public_key_credential=credential)),
        await refusal(client.webauthn.authenticate(public_key_credential=credential)),
    ]

    assert found == [(400, PREFIX)] * 2


@pytest.mark.parametrize("padded", [True, False])
async def test_either_alphabet_is_read(ada: KeyHolder, client: Client, passkeys: Passkeys, *, padded: bool) -> None:
    """Libraries in browsers write base64 in several ways."""
    credential = json.loads(passkeys.create(await ada.ask_for_new()))
    for holder, name in [
        *((credential, name) for name in ("id", "rawId")),
        *((credential["response"], name) for name in ("clientDataJSON", "attestationObject")),
    ]:
        text = holder[name].replace("-", "+").replace("_", "/")
        holder[name] = text + "=" * (-len(text) % 4) if padded else text

    made = await client.webauthn.register(user_id="ada", public_key_credential=json.dumps(credential))

    assert len(made.user.webauthn_registrations) == 1
