"""The Connected Apps of members: nobody can authorize one yet."""

from stytch_async.api.b2b.members import ConnectedApps, Members
from stytch_async.emulator.refusals.connected_apps import CONNECTED_APP_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import named_member
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.get_connected_apps)
def get_connected_apps(project: Project, request: schemas.GetConnectedAppsRequest) -> schemas.GetConnectedAppsResponse:
    """List the apps that a member has authorized."""
    named_member(project, request, "get.connected-apps")
    return schemas.GetConnectedAppsResponse(connected_apps=[], **project.envelope())


@handles(ConnectedApps.revoke)
def revoke(project: Project, request: schemas.ConnectedAppsRevokeRequest) -> schemas.ConnectedAppsRevokeResponse:
    """Take a member's consent back."""
    named_member(project, request, "revoke.connected-app")
    raise Refusal(CONNECTED_APP_NOT_FOUND)
