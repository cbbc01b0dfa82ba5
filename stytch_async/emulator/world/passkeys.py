"""An authenticator: it makes passkeys, and signs with them, as a phone or a security key does."""

import base64
import copy
import hashlib
import json
import secrets
import struct
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal

import attrs
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256

__all__ = ["NotAllowedError", "Passkey", "Passkeys"]

ES256: Final = -7
PRESENT: Final = 0x01
VERIFIED: Final = 0x04
ATTESTED: Final = 0x40
ANONYMOUS: Final = bytes(16)
"""The make of an authenticator that does not tell it."""


class NotAllowedError(AssertionError):
    """The browser's answer where no key fits what a page asks for, or the wrong one does; no refusal of Stytch's."""


@attrs.define(kw_only=True, eq=False)
class Passkey:
    """One key on an authenticator.

    Attributes:
        id: What the authenticator calls it.
        domain: The domain that it is for.
        user_handle: Whose it is to that domain.
        sign_count: How many signatures were made with it.

    """

    id: bytes
    domain: str
    user_handle: bytes
    sign_count: int = 0
    private_key: ec.EllipticCurvePrivateKey = attrs.field(repr=False)


class Passkeys:
    """What is on an authenticator, and the browser before it.

    Attributes:
        attachment: Whether it is built into a device or carried from one to another.
        verifies_user: Whether it asks for a fingerprint, a face or a PIN.
        counts: Whether it counts its signatures; one that shares its keys with other devices does not.
        keys: The keys on it, oldest first.

    """

    def __init__(
        self,
        *,
        attachment: Literal["platform", "cross-platform"] = "platform",
        verifies_user: bool = True,
        counts: bool = True,
    ) -> None:
        """Start with no key."""
        self.attachment: Literal["platform", "cross-platform"] = attachment
        self.verifies_user = verifies_user
        self.counts = counts
        self.keys: list[Passkey] = []

    def create(self, options: str, *, origin: str | None = None) -> str:
        """Make a key, as ``navigator.credentials.create()`` does.

        Args:
            options: What ``webauthn.register_start`` answered.
            origin: The page that asks; by default the domain itself.

        Returns:
            What ``webauthn.register`` takes.

        Raises:
            NotAllowedError: The options do not fit, or a key of this authenticator is registered already.

        """
        asked = json.loads(options)
        domain, selection = asked["rp"]["id"], asked["authenticatorSelection"]
        if selection.get("authenticatorAttachment", self.attachment) != self.attachment:
            raise NotAllowedError(f"a {selection['authenticatorAttachment']} authenticator is asked for")
        if ES256 not in [one["alg"] for one in asked["pubKeyCredParams"]]:
            raise NotAllowedError("this authenticator signs with ES256 only")
        if self._fitting(domain, asked["excludeCredentials"]):
            raise NotAllowedError("a key of this authenticator is registered already")
        self._check_user(selection["userVerification"])
        key = Passkey(
            id=secrets.token_bytes(32),
            domain=domain,
            user_handle=_decoded(asked["user"]["id"]),
            private_key=ec.generate_private_key(ec.SECP256R1()),
        )
        self.keys.append(key)
        client_data = _client_data("webauthn.create", asked["challenge"], origin or f"https://{domain}")
        data = self._data(key, ATTESTED) + _attested(key)
        response = {"attestationObject": _encoded(_attestation(key, data, client_data)), "transports": ["internal"]}
        return self._credential(key, client_data, response)

    def get(self, options: str, *, origin: str | None = None) -> str:
        """Sign with the newest key that fits, as ``navigator.credentials.get()`` does.

        Args:
            options: What ``webauthn.authenticate_start`` answered.
            origin: The page that asks; by default the domain itself.

        Returns:
            What ``webauthn.authenticate`` takes.

        Raises:
            NotAllowedError: No key fits.

        """
        asked = json.loads(options)
        domain, allowed = asked["rpId"], asked["allowCredentials"]
        fitting = self._fitting(domain, allowed) if allowed else [key for key in self.keys if key.domain == domain]
        if not fitting:
            raise NotAllowedError(f"there is no such key for {domain}")
        self._check_user(asked["userVerification"])
        key = fitting[-1]
        key.sign_count += self.counts
        client_data = _client_data("webauthn.get", asked["challenge"], origin or f"https://{domain}")
        data = self._data(key)
        response = {
            "authenticatorData": _encoded(data),
            "signature": _encoded(_signature(key, data, client_data)),
            "userHandle": _encoded(key.user_handle),
        }
        return self._credential(key, client_data, response)

    def clone(self) -> "Passkeys":
        """Return a copy of the authenticator: its keys count their signatures apart from now on, which betrays it."""
        cloned = Passkeys(attachment=self.attachment, verifies_user=self.verifies_user, counts=self.counts)
        cloned.keys = [copy.copy(key) for key in self.keys]
        return cloned

    def _fitting(self, domain: str, descriptors: Iterable[Mapping[str, str]]) -> list[Passkey]:
        """Return the keys for a domain that are named."""
        named = {_decoded(one["id"]) for one in descriptors}
        return [key for key in self.keys if key.domain == domain and key.id in named]

    def _check_user(self, verification: str) -> None:
        if verification == "required" and not self.verifies_user:
            raise NotAllowedError("this authenticator does not verify its user")

    def _data(self, key: Passkey, flags: int = 0) -> bytes:
        """Return the authenticator data of a signature (Web Authentication, 6.1)."""
        flags |= PRESENT | (VERIFIED if self.verifies_user else 0)
        return hashlib.sha256(key.domain.encode()).digest() + struct.pack(">BI", flags, key.sign_count)

    def _credential(self, key: Passkey, client_data: bytes, response: Mapping[str, Any]) -> str:
        return json.dumps(
            {
                "id": _encoded(key.id),
                "rawId": _encoded(key.id),
                "type": "public-key",
                "authenticatorAttachment": self.attachment,
                "response": {"clientDataJSON": _encoded(client_data), **response},
                "clientExtensionResults": {},
            }
        )

    def __repr__(self) -> str:
        """Tell how many keys there are."""
        return f"Passkeys({len(self.keys)} keys)"


def _client_data(ceremony: str, challenge: str, origin: str) -> bytes:
    """Return what a browser says of the page (Web Authentication, 5.8.1)."""
    document = {"type": ceremony, "challenge": _encoded(_decoded(challenge)), "origin": origin, "crossOrigin": False}
    return json.dumps(document, separators=(",", ":")).encode()


def _attested(key: Passkey) -> bytes:
    """Return the data of a new key, with its public half in COSE form (Web Authentication, 6.5.1)."""
    from cbor2 import dumps  # noqa: PLC0415 - only passkeys need it

    numbers = key.private_key.public_key().public_numbers()
    public_key = {1: 2, 3: ES256, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
    return ANONYMOUS + struct.pack(">H", len(key.id)) + key.id + dumps(public_key)


def _attestation(key: Passkey, data: bytes, client_data: bytes) -> bytes:
    """Return an attestation that the new key itself has signed (Web Authentication, 8.2)."""
    from cbor2 import dumps  # noqa: PLC0415 - only passkeys need it

    statement = {"alg": ES256, "sig": _signature(key, data, client_data)}
    return dumps({"fmt": "packed", "attStmt": statement, "authData": data})


def _signature(key: Passkey, data: bytes, client_data: bytes) -> bytes:
    return key.private_key.sign(data + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))


def _decoded(text: str) -> bytes:
    """Read base64 of either alphabet."""
    return base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_") + "==")


def _encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
