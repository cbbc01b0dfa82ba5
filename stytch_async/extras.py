"""What needs more than the package itself: an extra that is missing is named at once."""

import functools
import importlib.util
from collections.abc import Iterable
from typing import Final

from stytch_async.errors import ConfigurationError

__all__ = ["require_emulator", "require_wallets", "require_webhooks"]

EMULATOR: Final = (
    *("argon2", "bcrypt", "cbor2", "cryptography", "lxml", "passlib", "phonenumbers", "pyotp"),
    *("scim2_models", "segno", "signxml", "standardwebhooks", "webauthn", "zxcvbn"),
)
"""The modules of the extra ``emulator``. They load late, when they are first needed."""

WALLETS: Final = ("base58", "eth_hash", "eth_keys", "eth_utils")
"""The modules of the extra ``wallets``, which load late, too."""

WEBHOOKS: Final = ("standardwebhooks",)
"""The module of the extra ``webhooks``."""


@functools.cache
def require_emulator() -> None:
    """Refuse to go on without the extra ``emulator``.

    Raises:
        ConfigurationError: It is not installed.

    """
    _require("emulator", EMULATOR, "the emulator needs")


@functools.cache
def require_wallets() -> None:
    """Refuse to go on without the extra ``wallets``.

    Raises:
        ConfigurationError: It is not installed.

    """
    _require("wallets", WALLETS, "crypto wallets in the emulator need")


@functools.cache
def require_webhooks() -> None:
    """Refuse to go on without the extra ``webhooks``.

    Raises:
        ConfigurationError: It is not installed.

    """
    _require("webhooks", WEBHOOKS, "webhooks need")


def _require(extra: str, modules: Iterable[str], complaint: str) -> None:
    missing = [name for name in modules if importlib.util.find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"{complaint} {', '.join(missing)}, which the extra {extra} brings: pip install 'stytch-async[{extra}]'"
        )
