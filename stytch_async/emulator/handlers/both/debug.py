"""Help with finding out why a call fails."""

from stytch_async.api.both.debug import Debug
from stytch_async.emulator.registry import handles
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.both import debug as schemas

__all__: list[str] = []


@handles(Debug.whoami)
def whoami(project: Project, request: schemas.WhoamiRequest) -> schemas.WhoamiResponse:
    """Tell which project the credentials belong to."""
    del request
    return schemas.WhoamiResponse(
        project_id=project.project_id, name=project.settings.project_name, **project.envelope()
    )
