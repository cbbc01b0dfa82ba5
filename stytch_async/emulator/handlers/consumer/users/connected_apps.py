"""The Connected Apps of users."""

from stytch_async.api.consumer.users import Users
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.consumer.users import find_user
from stytch_async.emulator.rules.idp.grants import granted_apps, revoke_grant
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import users as schemas

__all__: list[str] = []


@handles(Users.connected_apps)
def connected_apps(project: Project, request: schemas.ConnectedAppsRequest) -> schemas.ConnectedAppsResponse:
    """List the apps that a user has authorized."""
    user = find_user(project, request.user_id)
    apps = [schemas.UserConnectedApp(**one) for one in granted_apps(project, user)]
    return schemas.ConnectedAppsResponse(connected_apps=apps, **project.envelope())


@handles(Users.revoke)
def revoke(project: Project, request: schemas.RevokeRequest) -> schemas.RevokeResponse:
    """Take a user's consent back."""
    revoke_grant(project, find_user(project, request.user_id), request.connected_app_id)
    return schemas.RevokeResponse(**project.envelope())
