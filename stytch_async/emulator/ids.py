"""Ids, tokens and codes, in the forms that Stytch gives them."""

import base64
import re
import uuid
from random import Random
from typing import Final

from stytch_async.emulator.refusals import refuse

__all__ = ["TOKEN", "Ids", "expect_token", "is_id", "is_misspelt"]

TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{43}[A-Za-z0-9_=-]")
"""The form of session tokens and of the tokens in links."""


UUID: Final = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"


class Ids:
    """Makes up the ids, tokens and codes of one project; a seed makes them the same on every run."""

    def __init__(self, seed: int | None = None) -> None:
        self._random = Random(seed)  # noqa: S311 - the secrets of an emulator protect nothing

    def new(self, kind: str) -> str:
        """Return a new id, for example ``user-test-…`` for ``user``."""
        return f"{kind}-test-{uuid.UUID(int=self._random.getrandbits(128), version=4)}"

    def token(self) -> str:
        """Return a new opaque token of 44 characters."""
        return base64.urlsafe_b64encode(self._random.randbytes(33)).decode()

    def code(self) -> str:
        """Return a new passcode of six digits."""
        return f"{self._random.randrange(1_000_000):06}"


def is_id(kind: str, value: str) -> bool:
    """Whether a value has the form of an id of that kind."""
    return re.fullmatch(rf"{kind}-(test|live)-{UUID}", value) is not None


def is_misspelt(kind: str, value: str) -> bool:
    """Whether a value begins as an id of that kind and is none: neither a slug nor an external id is meant."""
    return value.startswith(f"{kind}-") and not is_id(kind, value)


def expect_token(value: str, error_type: str) -> str:
    """Return a value that has the form of a token, or refuse."""
    if TOKEN.fullmatch(value) is None:
        raise refuse(error_type)
    return value
