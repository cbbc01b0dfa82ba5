"""What needs more than the package itself: an extra that is missing is named at once."""

import functools
import importlib.util
from typing import Final

from stytch_async.errors import ConfigurationError

__all__ = ["require_emulator", "require_webhooks"]

EMULATOR: Final = (
    *("argon2", "bcrypt", "cryptography", "lxml", "passlib", "phonenumbers", "pyotp", "segno", "signxml"),
    *("standardwebhooks", "zxcvbn"),
)
"""The modules of the extra ``emulator``. They load late, when they are first needed."""


@functools.cache
def require_emulator() -> None:
    """Refuse to go on without the extra ``emulator``.

    Raises:
        ConfigurationError: It is not installed.

    """
    missing = [name for name in EMULATOR if importlib.util.find_spec(name) is None]
    if missing:
        raise ConfigurationError(
            f"the emulator needs {', '.join(missing)}, which its extra brings: pip install 'stytch-async[emulator]'"
        )


@functools.cache
def require_webhooks() -> None:
    """Refuse to go on without the extra ``webhooks``.

    Raises:
        ConfigurationError: It is not installed.

    """
    if importlib.util.find_spec("standardwebhooks") is None:
        raise ConfigurationError(
            "webhooks need standardwebhooks, which their extra brings: pip install 'stytch-async[webhooks]'"
        )
