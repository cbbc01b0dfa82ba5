"""M2M clients, as answers show them."""

from typing import Any

from stytch_async.emulator.rules.secrets import LastFour, last_four
from stytch_async.emulator.state.rows.machines import Machine

__all__ = ["machine_fields"]


class ClientFields(LastFour):
    """What every form of a client holds."""

    client_id: str
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    trusted_metadata: dict[str, Any]


def machine_fields(machine: Machine) -> ClientFields:
    """Return what every answer shows of a client."""
    return {
        "client_id": machine.id,
        "client_name": machine.name,
        "client_description": machine.description,
        "status": machine.status,
        "scopes": machine.scopes,
        "trusted_metadata": machine.trusted_metadata,
        **last_four(machine.secrets),
    }
