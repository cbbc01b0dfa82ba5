"""Ids, tokens and codes, in the forms that Stytch gives them."""

import base64
import functools
import re
import string
import uuid
from random import Random
from typing import Final, Literal

__all__ = ["PASSCODE", "RECOVERY_CODE", "TOKEN", "Environment", "Ids", "Prefix", "environment_of", "is_id"]

Environment = Literal["live", "test"]

Prefix = Literal[
    "biometric-registration",
    "connected-app",
    "crypto-wallet",
    "email",
    "embedded-link",
    "external-connection",
    "jwk",
    "m2m-client",
    "member",
    "member-password",
    "member-totp",
    "oauth-member",
    "oauth-state",
    "oauth-user",
    "oidc-connection",
    "organization",
    "password",
    "pem-file",
    "phone-number",
    "request-id",
    "saml-connection",
    "saml-encryption-key",
    "saml-signing-key",
    "saml-verification-key",
    "scim-connection",
    "scim-group",
    "scim-registration",
    "secret",
    "session",
    "sso-registration",
    "sso-start",
    "totp",
    "totp-recovery-code",
    "trusted-auth-token-profile",
    "user",
    "webauthn-registration",
    "webhook-event",
]
"""What an id begins with, and so what it is the id of."""

TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}[A-Za-z0-9_=-]")
"""The form of session tokens and of the tokens in links."""

PASSCODE: Final = re.compile(r"[0-9]{6}")
"""The form of the codes that are sent, and of those that authenticator apps show."""

RECOVERY_CODE: Final = re.compile(r"[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}")

UUID: Final = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class Ids:
    """Makes up the ids, tokens and codes of one project; a seed makes them the same on every run."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = Random(seed)  # noqa: S311 - the secrets of an emulator protect nothing
        self._seed = seed
        self.environment: Environment = "test"

    @functools.cached_property
    def _challenges(self) -> Random:
        """Their own, so that what a browser has answered once fits however much else was made up before."""
        return Random(self._seed)  # noqa: S311

    def new(self, prefix: Prefix) -> str:
        """Return a new id, for example ``user-test-…``."""
        return f"{prefix}-{self.environment}-{self.uuid()}"

    def anywhere(self, prefix: Prefix) -> str:
        """Return a new id of something that belongs to no environment, for example ``request-id-…``."""
        return f"{prefix}-{self.uuid()}"

    def uuid(self) -> str:
        """Return a new UUID, of which other ids are made."""
        return str(uuid.UUID(int=self._random.getrandbits(128), version=4))

    def token(self) -> str:
        """Return a new opaque token of 44 characters."""
        return base64.urlsafe_b64encode(self._random.randbytes(33)).decode()

    def challenge(self) -> bytes:
        """Return a new challenge for a passkey; a seed makes the first, the second and so on the same."""
        return self._challenges.randbytes(32)

    def bearer_token(self) -> str:
        """Return a new bearer token for a directory: 48 letters and digits (behaviour-more P2)."""
        return "".join(self._random.choices(string.ascii_letters + string.digits, k=48))

    def code(self) -> str:
        """Return a new passcode of six digits."""
        return f"{self._random.randrange(1_000_000):06}"

    def secret(self) -> str:
        """Return a new secret for an authenticator app: 32 characters of base32."""
        return base64.b32encode(self._random.randbytes(20)).decode()

    def recovery_code(self) -> str:
        """Return a new recovery code, such as ``ab1c-2def-gh3i``."""
        letters = string.ascii_lowercase + string.digits
        return "-".join("".join(self._random.choices(letters, k=4)) for _ in range(3))


def is_id(prefix: Prefix, value: str) -> bool:
    """Whether a value has the form of such an id, of either environment."""
    return re.fullmatch(rf"{prefix}-(test|live)-{UUID}", value) is not None


def environment_of(value: str) -> Environment:
    """Return which environment an id, or anything that is spelt like one, belongs to."""
    return "live" if "-live-" in value else "test"
