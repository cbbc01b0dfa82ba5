"""The Connected Apps of organizations: nobody can authorize one yet."""

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.refusals.connected_apps import CONNECTED_APP_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import named_organization
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import organizations as schemas

__all__: list[str] = []


@handles(Organizations.connected_apps)
def connected_apps(project: Project, request: schemas.ConnectedAppsRequest) -> schemas.ConnectedAppsResponse:
    """List the apps that members have authorized; the action is inferred."""
    named_organization(project, request, "get.connected-apps")
    return schemas.ConnectedAppsResponse(connected_apps=[], **project.envelope())


@handles(Organizations.get_connected_app)
def get_connected_app(project: Project, request: schemas.GetConnectedAppRequest) -> schemas.GetConnectedAppResponse:
    """Show an app and who has authorized it; the action is inferred."""
    named_organization(project, request, "get.connected-apps")
    raise Refusal(CONNECTED_APP_NOT_FOUND)
