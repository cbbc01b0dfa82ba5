"""The key set of a project, which both APIs serve."""

from typing import TYPE_CHECKING

from stytch_async.credentials import PROJECT_ID
from stytch_async.emulator.refusals import refuse
from stytch_async.schemas.consumer.sessions import JWK

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["key_set"]


def key_set(project: "Project", project_id: str) -> list[JWK]:
    """Return the keys that the project's JWTs are signed with, or refuse an id that is not the project's."""
    if PROJECT_ID.fullmatch(project_id) is None:
        raise refuse("invalid_project_id")
    if project_id != project.project_id:
        raise refuse("project_not_found")
    return [JWK(key_ops=["verify"], x5c=[], x5tS256="", **key) for key in project.keys.public()]
