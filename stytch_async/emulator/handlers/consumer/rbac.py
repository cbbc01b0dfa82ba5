"""The RBAC policy of Consumer projects."""

from stytch_async.api.consumer.rbac import RBAC
from stytch_async.converter import converter
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.rbac import policy_document
from stytch_async.emulator.state.project import Project
from stytch_async.schemas.consumer import rbac as schemas

__all__: list[str] = []


@handles(RBAC.policy)
def policy(project: Project, _: schemas.PolicyRequest) -> schemas.PolicyResponse:
    """Show the project's policy."""
    shown = converter.structure(policy_document(project.settings.policy, ["stytch_user"], {}), schemas.Policy)
    return schemas.PolicyResponse(policy=shown, **project.envelope())
