"""What users and members have allowed Connected Apps: how it is kept, shown and taken back."""

from collections.abc import Sequence
from typing import TypedDict

from stytch_async.emulator.refusals.connected_apps import CONNECTED_APP_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.accounts import Account
from stytch_async.emulator.state.rows.connected_apps import ConnectedApp
from stytch_async.emulator.state.rows.grants import Grant
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = [
    "AppFields",
    "app_fields",
    "delete_app",
    "granted_apps",
    "is_allowed",
    "known_grant",
    "revoke_grant",
    "store_grant",
    "uninstall",
]


class AppFields(TypedDict):
    """An app, as those see it who have authorized it."""

    connected_app_id: str
    name: str
    description: str
    client_type: str
    logo_url: str | None


class GrantedApp(AppFields):
    """An app, and what it was granted."""

    scopes_granted: str


def app_fields(app: ConnectedApp) -> AppFields:
    """Return an app as those see it who have authorized it."""
    return {
        "connected_app_id": app.id,
        "name": app.settings.client_name,
        "description": app.settings.client_description,
        "client_type": app.client_type,
        "logo_url": app.settings.logo_url,
    }


def known_grant(project: Project, account: Account, app_id: str) -> Grant | None:
    """Return what somebody allows an app, if anything."""
    return project.grants.by_owner_and_app.first((account.id, app_id))


def granted_apps(project: Project, account: Account) -> list[GrantedApp]:
    """Return the apps that somebody has authorized, with the scopes of the last time (behaviour-more T23)."""
    return [
        {**app_fields(project.connected_apps[grant.app_id]), "scopes_granted": " ".join(grant.scopes)}
        for grant in project.grants.by_owner.all(account.id)
    ]


def store_grant(
    project: Project, app: ConnectedApp, account: Account, organization: Organization | None, scopes: Sequence[str]
) -> Grant:
    """Keep what somebody has just allowed an app; tokens of an earlier time stay as they are."""
    grant = known_grant(project, account, app.id) or Grant(
        id=project.ids.uuid(),
        app_id=app.id,
        owner_id=account.id,
        organization_id=organization.id if organization else None,
        scopes=[],
    )
    grant.scopes = [*scopes]
    project.grants.save(grant)
    return grant


def revoke_grant(project: Project, account: Account, app_id: str) -> None:
    """Take back what somebody allows an app, or refuse; its codes and tokens end with it (behaviour-more T22)."""
    grant = known_grant(project, account, app_id)
    if grant is None:
        raise Refusal(CONNECTED_APP_NOT_FOUND)
    project.grants.remove(grant)


def delete_app(project: Project, app: ConnectedApp) -> None:
    """Delete an app; nobody allows it anything any more."""
    project.connected_apps.remove(app)
    for grant in project.grants.by_app.all(app.id):
        project.grants.remove(grant)


def is_allowed(organization: Organization, app: ConnectedApp) -> bool:
    """Whether an organization lets its members authorize an app (behaviour-more T24)."""
    settings = organization.settings
    policy, listed = (
        (settings.third_party_connected_apps_allowed_type, settings.allowed_third_party_connected_apps)
        if app.is_third_party
        else (settings.first_party_connected_apps_allowed_type, settings.allowed_first_party_connected_apps)
    )
    return policy == "ALL_ALLOWED" or (policy == "RESTRICTED" and app.id in listed)


def uninstall(project: Project, organization: Organization) -> None:
    """Take back what members allow the apps that their organization does not allow any more (behaviour-more T24)."""
    for grant in project.grants.by_organization.all(organization.id):
        if not is_allowed(organization, project.connected_apps[grant.app_id]):
            project.grants.remove(grant)
