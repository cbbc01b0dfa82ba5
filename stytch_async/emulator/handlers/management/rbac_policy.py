"""The RBAC policy of an environment."""

from stytch_async.api.management.rbac_policy import RBACPolicy
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.places import stytch_of
from stytch_async.emulator.rules.management.policies import check_organizations, read_policy, view
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import rbac_policy as schemas

__all__: list[str] = []


@handles(RBACPolicy.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show the policy."""
    return schemas.GetResponse(policy=view(stytch_of(workspace, request)), **workspace.envelope())


@handles(RBACPolicy.set)
def set_policy(workspace: Workspace, request: schemas.SetRequest) -> schemas.SetResponse:
    """Write the policy; it decides from now on."""
    project = stytch_of(workspace, request)
    policy = read_policy(project, request)
    check_organizations(project, policy)
    project.settings.policy = policy
    return schemas.SetResponse(policy=view(project), **workspace.envelope())
