"""The clients of OAuth2, as they prove who they are: M2M clients and Connected Apps."""

from stytch_async.emulator.refusals.oauth2 import INVALID_CLIENT, UNAUTHORIZED_CLIENT
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.rules.secrets import is_secret
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import ConnectedApp
from stytch_async.emulator.state.rows.machines import Machine

__all__ = ["authenticate_app", "authenticate_machine"]


def authenticate_machine(project: Project, client_id: str, client_secret: str | None) -> Machine:
    """Return the active M2M client that has proven itself, or refuse."""
    client = _authenticated(project, client_id, client_secret)
    if not isinstance(client, Machine):
        raise Refusal(UNAUTHORIZED_CLIENT)
    return client


def authenticate_app(project: Project, client_id: str, client_secret: str | None) -> ConnectedApp:
    """Return the Connected App that has proven itself, or refuse."""
    client = _authenticated(project, client_id, client_secret)
    if not isinstance(client, ConnectedApp):
        raise Refusal(UNAUTHORIZED_CLIENT)
    return client


def _authenticated(project: Project, client_id: str, client_secret: str | None) -> Machine | ConnectedApp:
    """Return the client of an id, or refuse; a public app proves nothing, and has no secret that it could show."""
    client = project.machines.get(client_id) or project.connected_apps.get(client_id)
    if client is None or client.status != "active":
        raise Refusal(INVALID_CLIENT)
    if client.secrets is None:
        is_proven = client_secret is None
    else:
        is_proven = client_secret is not None and is_secret(client.secrets, client_secret)
    if not is_proven:
        raise Refusal(INVALID_CLIENT)
    return client
