"""The RBAC policy of an environment."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.management import rbac_policy as schemas

__all__ = ["RBACPolicy"]


class RBACPolicy(Resource):
    """Define resources, roles and scopes."""

    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/rbac_policy",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    set: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/rbac_policy",
        schemas.SetRequest,
        schemas.SetResponse,
        IDEMPOTENT,
    )
