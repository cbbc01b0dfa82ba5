"""Projects of a workspace."""

from typing import Final

from stytch_async.api.management.projects import Projects
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.workspaces import INVALID_PROJECT_NAME, TOO_MANY_PROJECTS
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.environments import new_environment
from stytch_async.emulator.rules.management.places import find_project, new_slug
from stytch_async.emulator.state.project import Vertical
from stytch_async.emulator.state.workspace import ManagedProject, Workspace
from stytch_async.schemas.management import projects as schemas

__all__: list[str] = []

MOST: Final = 50
VERTICALS: Final[dict[str, Vertical]] = {"B2B": "b2b", "CONSUMER": "consumer"}


def _view(project: ManagedProject) -> schemas.Project:
    return schemas.Project(
        project_slug=project.slug,
        name=project.name,
        vertical="B2B" if project.vertical == "b2b" else "CONSUMER",
        created_at=project.created_at,
    )


def _checked_name(name: str) -> str:
    if not name.strip():
        raise Refusal(INVALID_PROJECT_NAME)
    return name


@handles(Projects.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Create a project with a live and a test environment (behaviour-more W4)."""
    name, vertical = _checked_name(request.name), VERTICALS.get(str(request.vertical))
    if vertical is None:
        raise Refusal(BAD_REQUEST, "vertical is CONSUMER or B2B")
    if len(workspace.projects) >= MOST:
        raise Refusal(TOO_MANY_PROJECTS)
    taken = {project.slug for project in workspace.projects}
    slug = new_slug(workspace.ids, request.project_slug, taken, "project")
    project = ManagedProject(slug=slug, name=name, vertical=vertical, created_at=workspace.now)
    project.environments = {
        "production": new_environment(workspace, project, "production", "Production", "LIVE"),
        "test": new_environment(workspace, project, "test", "Test", "TEST"),
    }
    workspace.projects.save(project)
    return schemas.CreateResponse(project=_view(project), **workspace.envelope())


@handles(Projects.get_all)
def get_all(workspace: Workspace, _: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the projects."""
    return schemas.GetAllResponse(projects=[_view(project) for project in workspace.projects], **workspace.envelope())


@handles(Projects.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a project."""
    return schemas.GetResponse(project=_view(find_project(workspace, request)), **workspace.envelope())


@handles(Projects.update)
def update(workspace: Workspace, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Rename a project."""
    project = find_project(workspace, request)
    if request.name is not None:
        project.name = _checked_name(request.name)
        for environment in project.environments.values():
            environment.project.settings.project_name = project.name
    return schemas.UpdateResponse(project=_view(project), **workspace.envelope())


@handles(Projects.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a project with its environments."""
    workspace.projects.remove(find_project(workspace, request))
    return schemas.DeleteResponse(**workspace.envelope())
