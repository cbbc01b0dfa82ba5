"""The Connected Apps of members."""

from stytch_async.api.b2b.members import ConnectedApps, Members
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.access import named_member
from stytch_async.emulator.rules.idp.grants import granted_apps, revoke_grant
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []


@handles(Members.get_connected_apps)
def get_connected_apps(project: Project, request: schemas.GetConnectedAppsRequest) -> schemas.GetConnectedAppsResponse:
    """List the apps that a member has authorized."""
    member = named_member(project, request, "get.connected-apps")
    apps = [schemas.MemberConnectedApp(**one) for one in granted_apps(project, member)]
    return schemas.GetConnectedAppsResponse(connected_apps=apps, **project.envelope())


@handles(ConnectedApps.revoke)
def revoke(project: Project, request: schemas.ConnectedAppsRevokeRequest) -> schemas.ConnectedAppsRevokeResponse:
    """Take a member's consent back."""
    member = named_member(project, request, "revoke.connected-app")
    revoke_grant(project, member, request.connected_app_id)
    return schemas.ConnectedAppsRevokeResponse(**project.envelope())
