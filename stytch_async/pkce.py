"""Proof Key for Code Exchange (RFC 7636): whoever began a login in the browser is the one who ends it."""

import base64
import hashlib
import re
import secrets
from typing import Final, Self

import attrs

from stytch_async.errors import InvalidRequestError

__all__ = ["PKCE", "challenge_of", "verifier_of"]

VERIFIER: Final = re.compile(r"[A-Za-z0-9._~-]{43,128}")


@attrs.frozen
class PKCE:
    """A secret that stays with the app, and what the login is begun with in its place.

    Keep the verifier where only this browser brings it back, such as a cookie, and give it to the endpoint that
    finishes the login.

    Attributes:
        verifier: The secret: 43 to 128 letters, digits or characters of ``- . _ ~``.
        challenge: Its SHA-256 digest in unpadded base64url; start URLs and mails take this.

    """

    verifier: str = attrs.field(repr=False)
    challenge: str

    @classmethod
    def generate(cls) -> Self:
        """Return a new verifier of 256 random bits, and its challenge."""
        return cls.of(secrets.token_urlsafe(32))

    @classmethod
    def of(cls, verifier: str) -> Self:
        """Return a verifier that was kept, and its challenge.

        Raises:
            InvalidRequestError: That is not a verifier.

        """
        if VERIFIER.fullmatch(verifier) is None:
            raise InvalidRequestError("verifier", "must be 43 to 128 letters, digits or characters of - . _ ~")
        digest = hashlib.sha256(verifier.encode()).digest()
        return cls(verifier, base64.urlsafe_b64encode(digest).rstrip(b"=").decode())


def challenge_of(pkce: PKCE | None) -> str | None:
    """Return the challenge that a flow begins with, if it begins with one."""
    return None if pkce is None else pkce.challenge


def verifier_of(pkce: PKCE | None) -> str | None:
    """Return the verifier that a flow ends with, if it began with a challenge."""
    return None if pkce is None else pkce.verifier
