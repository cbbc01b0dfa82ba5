"""Connected Apps."""

from typing import get_args

from stytch_async.api.both.connected_app import Clients, Secrets
from stytch_async.emulator.refusals.connected_apps import (
    CONNECTED_APP_ALREADY_ROTATING_SECRET,
    CONNECTED_APP_NOT_ROTATING_SECRET,
    INVALID_CONNECTED_APP_TYPE,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.connected_apps import (
    described,
    fields_of,
    find_app,
    new_app,
    secrets_of,
    store_app,
)
from stytch_async.emulator.rules.idp.grants import delete_app
from stytch_async.emulator.rules.search import cut
from stytch_async.emulator.rules.secrets import cancel_rotation, finish_rotation, last_four, start_rotation
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.connected_apps import AppSettings, ConnectedApp
from stytch_async.schemas.both import connected_app as schemas

__all__: list[str] = []


@handles(Clients.create)
def create(project: Project, request: schemas.ClientsCreateRequest) -> schemas.ClientsCreateResponse:
    """Make an app; only this answer shows its secret."""
    if request.client_type not in get_args(schemas.ClientType):
        raise Refusal(INVALID_CONNECTED_APP_TYPE)
    app = new_app(project, str(request.client_type), described(AppSettings(), request))
    shown = schemas.ConnectedAppWithClientSecret(
        client_secret=app.secrets.current if app.secrets else None,
        client_secret_last_four=app.secrets.current[-4:] if app.secrets else None,
        **fields_of(app),
    )
    return schemas.ClientsCreateResponse(connected_app=shown, **project.envelope())


def _view(app: ConnectedApp) -> schemas.ConnectedApp:
    if app.secrets is None:
        return schemas.ConnectedApp(creation_method=app.creation_method, **fields_of(app))
    return schemas.ConnectedApp(creation_method=app.creation_method, **fields_of(app), **last_four(app.secrets))


@handles(Clients.get)
def get(project: Project, request: schemas.ClientsGetRequest) -> schemas.ClientsGetResponse:
    """Show an app."""
    app = find_app(project, request.client_id)
    return schemas.ClientsGetResponse(connected_app=_view(app), **project.envelope())


@handles(Clients.update)
def update(project: Project, request: schemas.ClientsUpdateRequest) -> schemas.ClientsUpdateResponse:
    """Change an app; its type, id and secrets stay (behaviour-more T1)."""
    app = find_app(project, request.client_id)
    store_app(project, app, described(app.settings, request))
    return schemas.ClientsUpdateResponse(connected_app=_view(app), **project.envelope())


@handles(Clients.delete)
def delete(project: Project, request: schemas.ClientsDeleteRequest) -> schemas.ClientsDeleteResponse:
    """Delete an app; its tokens end with it."""
    delete_app(project, find_app(project, request.client_id))
    return schemas.ClientsDeleteResponse(client_id=request.client_id, **project.envelope())


@handles(Clients.search)
def search(project: Project, request: schemas.ClientsSearchRequest) -> schemas.ClientsSearchResponse:
    """List the apps, a page at a time; there are no filters."""
    page = cut(list(project.connected_apps), request, BAD_REQUEST)
    apps = [_view(app) for app in page.rows]
    return schemas.ClientsSearchResponse(connected_apps=apps, results_metadata=page.metadata, **project.envelope())


@handles(Secrets.rotate_start)
def rotate_start(
    project: Project, request: schemas.ClientsSecretsRotateStartRequest
) -> schemas.ClientsSecretsRotateStartResponse:
    """Add a second secret; both are good until the rotation ends."""
    app = find_app(project, request.client_id)
    secrets = secrets_of(app)
    secret = start_rotation(project, secrets, CONNECTED_APP_ALREADY_ROTATING_SECRET)
    shown = schemas.ConnectedAppWithNextClientSecret(next_client_secret=secret, **fields_of(app), **last_four(secrets))
    return schemas.ClientsSecretsRotateStartResponse(connected_app=shown, **project.envelope())


@handles(Secrets.rotate_cancel)
def rotate_cancel(
    project: Project, request: schemas.ClientsSecretsRotateCancelRequest
) -> schemas.ClientsSecretsRotateCancelResponse:
    """Take the second secret away again."""
    app = find_app(project, request.client_id)
    cancel_rotation(secrets_of(app), CONNECTED_APP_NOT_ROTATING_SECRET)
    return schemas.ClientsSecretsRotateCancelResponse(connected_app=_view(app), **project.envelope())


@handles(Secrets.rotate)
def rotate(project: Project, request: schemas.ClientsSecretsRotateRequest) -> schemas.ClientsSecretsRotateResponse:
    """Put the second secret in the place of the first."""
    app = find_app(project, request.client_id)
    finish_rotation(secrets_of(app), CONNECTED_APP_NOT_ROTATING_SECRET)
    return schemas.ClientsSecretsRotateResponse(connected_app=_view(app), **project.envelope())
