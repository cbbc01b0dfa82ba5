"""Templates of JWT claims."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.management import jwt_templates as schemas

__all__ = ["JWTTemplates"]


class JWTTemplates(Resource):
    """Choose the claims of the JWTs that Stytch issues."""

    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/jwt_templates/{jwt_template_type}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    set: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/jwt_templates/{jwt_template_type}",
        schemas.SetRequest,
        schemas.SetResponse,
        IDEMPOTENT,
    )
