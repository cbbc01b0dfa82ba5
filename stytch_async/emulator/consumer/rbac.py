"""The RBAC policy of Consumer projects."""

from typing import TYPE_CHECKING

from stytch_async.api.consumer.rbac import RBAC
from stytch_async.converter import converter
from stytch_async.emulator.registry import handles
from stytch_async.schemas.consumer import rbac as schemas

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__: list[str] = []


@handles(RBAC.policy)
def policy(project: "Project", _: schemas.PolicyRequest) -> schemas.PolicyResponse:
    """Show the project's policy."""
    shown = converter.structure(project.settings.policy.document(["stytch_user"]), schemas.Policy)
    return schemas.PolicyResponse(policy=shown, **project.envelope())
