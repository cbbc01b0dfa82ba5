"""M2M clients, as they prove who they are."""

from stytch_async.emulator.refusals.oauth2 import INVALID_CLIENT
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.secrets import is_secret
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.machines import Machine

__all__ = ["authenticate_machine"]


def authenticate_machine(project: Project, client_id: str, client_secret: str | None) -> Machine:
    """Return the active client that has proven itself with its secret, or refuse."""
    machine = project.machines.get(client_id)
    if machine is None or machine.status != "active" or client_secret is None:
        raise Refusal(INVALID_CLIENT)
    if not is_secret(machine.secrets, client_secret):
        raise Refusal(INVALID_CLIENT)
    return machine
