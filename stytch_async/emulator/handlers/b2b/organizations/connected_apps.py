"""The Connected Apps of organizations."""

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.refusals.connected_apps import CONNECTED_APP_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import named_organization
from stytch_async.emulator.rules.idp.grants import app_fields
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import organizations as schemas

__all__: list[str] = []


@handles(Organizations.connected_apps)
def connected_apps(project: Project, request: schemas.ConnectedAppsRequest) -> schemas.ConnectedAppsResponse:
    """List the apps that members have authorized, each once; the action is inferred."""
    organization = named_organization(project, request, "get.connected-apps")
    ids = dict.fromkeys(grant.app_id for grant in project.grants.by_organization.all(organization.id))
    apps = [schemas.OrganizationConnectedApp(**app_fields(project.connected_apps[app_id])) for app_id in ids]
    return schemas.ConnectedAppsResponse(connected_apps=apps, **project.envelope())


@handles(Organizations.get_connected_app)
def get_connected_app(project: Project, request: schemas.GetConnectedAppRequest) -> schemas.GetConnectedAppResponse:
    """Show an app and who has authorized it; the action is inferred."""
    organization = named_organization(project, request, "get.connected-apps")
    grants = project.grants.by_organization.all(organization.id)
    members = [
        schemas.OrganizationConnectedAppActiveMember(member_id=grant.owner_id, granted_scopes=grant.scopes)
        for grant in grants
        if grant.app_id == request.connected_app_id
    ]
    if not members:
        raise Refusal(CONNECTED_APP_NOT_FOUND)
    app = project.connected_apps[request.connected_app_id]
    return schemas.GetConnectedAppResponse(**app_fields(app), active_members=members, status_code=200)
