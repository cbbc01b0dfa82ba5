"""Environments of a project."""

from typing import Final

from stytch_async.api.management.environments import Environments
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.refusals.workspaces import INVALID_USER_LOCK_THRESHOLD, INVALID_USER_LOCK_TTL
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.environments import change_environment, new_environment, view
from stytch_async.emulator.rules.management.places import find_environment, find_project, new_slug, stytch_of
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import environments as schemas

__all__: list[str] = []

LOCKS: Final = {"user_lock_threshold": INVALID_USER_LOCK_THRESHOLD, "user_lock_ttl": INVALID_USER_LOCK_TTL}


def _check_name(name: str | None) -> None:
    if name is not None and not name.strip():
        raise Refusal(BAD_REQUEST, "an environment needs a name")


@handles(Environments.create, invalid=LOCKS)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Add an environment for tests; the live one is there from the beginning (behaviour-more W4, W5)."""
    project = find_project(workspace, request)
    _check_name(request.name)
    if request.type not in {None, "TEST"}:
        raise Refusal(BAD_REQUEST, "type is TEST: a project has one LIVE environment")
    slug = new_slug(workspace.ids, request.environment_slug, project.environments, "environment")
    environment = new_environment(workspace, project, slug, request.name, "TEST")
    change_environment(environment.project, request)
    project.environments[slug] = environment
    return schemas.CreateResponse(environment=view(project, environment), **workspace.envelope())


@handles(Environments.get_all)
def get_all(workspace: Workspace, request: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the environments of a project."""
    project = find_project(workspace, request)
    shown = [view(project, environment) for environment in project.environments.values()]
    return schemas.GetAllResponse(environments=shown, **workspace.envelope())


@handles(Environments.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show an environment."""
    project, environment = find_project(workspace, request), find_environment(workspace, request)
    return schemas.GetResponse(environment=view(project, environment), **workspace.envelope())


@handles(Environments.update, invalid=LOCKS)
def update(workspace: Workspace, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Change an environment; what is left out stays."""
    project, environment = find_project(workspace, request), find_environment(workspace, request)
    _check_name(request.name)
    change_environment(environment.project, request)
    environment.name = request.name or environment.name
    return schemas.UpdateResponse(environment=view(project, environment), **workspace.envelope())


@handles(Environments.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete an environment; the live one goes with its project only (behaviour-more W4)."""
    environment = find_environment(workspace, request)
    if environment.type == "LIVE":
        raise Refusal(BAD_REQUEST, "the live environment goes with its project only")
    del find_project(workspace, request).environments[environment.slug]
    return schemas.DeleteResponse(**workspace.envelope())


@handles(Environments.get_metrics)
def get_metrics(workspace: Workspace, request: schemas.GetMetricsRequest) -> schemas.GetMetricsResponse:
    """Count what an environment holds, without what is deleted or inactive (behaviour-more W28)."""
    project = stytch_of(workspace, request)
    metrics = schemas.Metrics(
        user_count=len(project.users),
        organization_count=len(project.organizations),
        member_count=sum(member.status != "deleted" for member in project.members),
        m2m_client_count=sum(machine.status == "active" for machine in project.machines),
    )
    return schemas.GetMetricsResponse(metrics=metrics, **workspace.envelope())
