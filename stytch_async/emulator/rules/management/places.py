"""What the slugs of a path name: projects and their environments."""

import re
from collections.abc import Collection
from typing import Final, Protocol

from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST, PROJECT_NOT_FOUND
from stytch_async.emulator.refusals.workspaces import ENVIRONMENT_NOT_FOUND
from stytch_async.emulator.state.ids import Ids
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Environment, ManagedProject, Workspace

__all__ = ["EnvironmentPath", "ProjectPath", "find_environment", "find_project", "new_slug", "stytch_of"]

SLUG: Final = re.compile(r"[a-z0-9]([a-z0-9_-]{0,126}[a-z0-9])?")


class ProjectPath(Protocol):
    """The arguments of each endpoint that names a project."""

    project_slug: str


class EnvironmentPath(ProjectPath, Protocol):
    """The arguments of each endpoint that names an environment."""

    environment_slug: str


def find_project(workspace: Workspace, request: ProjectPath) -> ManagedProject:
    """Return the project that a path names, or refuse."""
    found = workspace.projects.get(request.project_slug)
    if found is None:
        raise Refusal(PROJECT_NOT_FOUND)
    return found


def find_environment(workspace: Workspace, request: EnvironmentPath) -> Environment:
    """Return the environment that a path names, or refuse (behaviour-more W2)."""
    found = find_project(workspace, request).environments.get(request.environment_slug)
    if found is None:
        raise Refusal(ENVIRONMENT_NOT_FOUND)
    return found


def stytch_of(workspace: Workspace, request: EnvironmentPath) -> Project:
    """Return the Stytch of the environment that a path names, or refuse."""
    return find_environment(workspace, request).project


def new_slug(ids: Ids, asked: str | None, taken: Collection[str], made_of: str) -> str:
    """Return a slug, made up where none is asked for (W3), or refuse one that is taken or misspelt (inferred)."""
    if asked is None:
        return f"{made_of}-{ids.uuid()[:8]}"
    if SLUG.fullmatch(asked) is None:
        raise Refusal(BAD_REQUEST, "a slug is made of small letters, digits, dashes and underscores")
    if asked in taken:
        raise Refusal(BAD_REQUEST, "the slug is taken")
    return asked
