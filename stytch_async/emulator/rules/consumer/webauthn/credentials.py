"""What a browser returns: credentials as JSON, read member by member (behaviour-more E13)."""

import base64
import json
from collections.abc import Mapping
from typing import Any, Final

import attrs

from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.refusals.webauthn import (
    INVALID_PUBLIC_KEY_CREDENTIAL,
    INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_AUTHENTICATOR_DATA,
    INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_ID,
    INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_SIGNATURE,
    INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_ATTESTATION_OBJECT,
    INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON,
    INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ATTESTATION_OBJECT_FIELD,
    INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_AUTHENTICATOR_DATA_FIELD,
    INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_CLIENT_DATA_JSON_FIELD,
    INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ID_FIELD,
    INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_RESPONSE_FIELD,
    INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_SIGNATURE_FIELD,
)

__all__ = ["Answer", "Assertion", "Attestation", "read_assertion", "read_attestation"]

URL_ALPHABET: Final = str.maketrans("+/", "-_")


@attrs.frozen(kw_only=True)
class Answer:
    """What every answer of an authenticator says.

    Attributes:
        credential_id: The key.
        client_data_json: What the browser says of the page, as it was signed.
        challenge: What was asked, according to the browser.
        origin: Where it was asked, according to the browser.

    """

    credential_id: bytes
    client_data_json: bytes
    challenge: bytes
    origin: str


@attrs.frozen(kw_only=True)
class Attestation(Answer):
    """A new key, and what vouches for it."""

    attestation_object: bytes


@attrs.frozen(kw_only=True)
class Assertion(Answer):
    """A signature by a known key.

    Attributes:
        user_handle: Whose key it is, where the authenticator remembers that.

    """

    authenticator_data: bytes
    signature: bytes
    user_handle: bytes | None


def read_attestation(text: str) -> Attestation:
    """Read what ``navigator.credentials.create()`` returned, or refuse."""
    answer, response = _read(text)
    attestation = _bytes(
        response,
        "attestationObject",
        INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ATTESTATION_OBJECT_FIELD,
        INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_ATTESTATION_OBJECT,
    )
    return Attestation(**answer, attestation_object=attestation)


def read_assertion(text: str) -> Assertion:
    """Read what ``navigator.credentials.get()`` returned, or refuse."""
    answer, response = _read(text)
    given = response.get("userHandle")
    return Assertion(
        **answer,
        authenticator_data=_bytes(
            response,
            "authenticatorData",
            INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_AUTHENTICATOR_DATA_FIELD,
            INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_AUTHENTICATOR_DATA,
        ),
        signature=_bytes(
            response,
            "signature",
            INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_SIGNATURE_FIELD,
            INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_SIGNATURE,
        ),
        user_handle=None if given in (None, "") else _decoded(given, INVALID_PUBLIC_KEY_CREDENTIAL),
    )


def _read(text: str) -> tuple[dict[str, Any], Mapping[str, Any]]:
    """Return what both sorts of credentials have, and the response, whose members differ."""
    credential = _object(text, INVALID_PUBLIC_KEY_CREDENTIAL)
    if credential.get("type", "public-key") != "public-key":
        raise Refusal(INVALID_PUBLIC_KEY_CREDENTIAL)
    credential_id = _bytes(
        credential, "id", INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_ID_FIELD, INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_ID
    )
    raw_id = credential.get("rawId", credential["id"])
    if _decoded(raw_id, INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_ID) != credential_id:
        raise Refusal(INVALID_PUBLIC_KEY_CREDENTIAL_INVALID_ID)
    if not isinstance(credential.get("response"), dict):
        raise Refusal(INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_RESPONSE_FIELD)
    response: dict[str, Any] = credential["response"]
    client_data_json = _bytes(
        response,
        "clientDataJSON",
        INVALID_PUBLIC_KEY_CREDENTIAL_MISSING_CLIENT_DATA_JSON_FIELD,
        INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON,
    )
    client_data = _object(client_data_json, INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON)
    if not all(isinstance(client_data.get(name), str) for name in ("type", "challenge", "origin")):
        raise Refusal(INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON)
    return {
        "credential_id": credential_id,
        "client_data_json": client_data_json,
        "challenge": _decoded(client_data["challenge"], INVALID_PUBLIC_KEY_CREDENTIAL_MALFORMED_CLIENT_DATA_JSON),
        "origin": client_data["origin"],
    }, response


def _object(text: str | bytes, unreadable: Reason) -> dict[str, Any]:
    """Read a JSON object, or refuse."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise Refusal(unreadable) from None
    if not isinstance(found, dict):
        raise Refusal(unreadable)
    return found  # pyright: ignore[reportUnknownVariableType] - JSON


def _bytes(document: Mapping[str, Any], name: str, missing: Reason, unreadable: Reason) -> bytes:
    """Read a member, or refuse one that is not there, is empty, or is not base64."""
    value = document.get(name)
    if value in (None, ""):
        raise Refusal(missing)
    return _decoded(value, unreadable)


def _decoded(value: object, unreadable: Reason) -> bytes:
    """Read base64 of either alphabet, padded or not: libraries in browsers write it in each of these ways."""
    try:
        text = str(value).rstrip("=").translate(URL_ALPHABET)
        decoded = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError:
        raise Refusal(unreadable) from None
    return decoded
