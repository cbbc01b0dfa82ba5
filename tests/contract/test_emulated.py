"""What the emulator carries out, held against what the clients can call."""

from typing import Final

from stytch_async import catalog
from stytch_async.emulator.registry import handlers

WAITING: Final = {
    "consumer crypto_wallets.authenticate",
    "consumer crypto_wallets.authenticate_start",
    "consumer users.delete_crypto_wallet",
    "consumer users.delete_webauthn_registration",
    "consumer webauthn.authenticate",
    "consumer webauthn.authenticate_start",
    "consumer webauthn.list_credentials",
    "consumer webauthn.register",
    "consumer webauthn.register_start",
    "consumer webauthn.update",
}
"""The operations that have no handler yet."""


def test_every_call_of_a_consumer_app_is_emulated() -> None:
    """No operation of `Client` and `SAMLShieldClient` is without a handler, but those that are listed."""
    without = {
        f"{entry.client} {entry.name}"
        for entry in catalog.operations()
        if entry.client in {"consumer", "saml_shield"} and entry.operation not in handlers()
    }

    assert without == WAITING
