"""The rules for passwords."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.management import password_strength_config as schemas

__all__ = ["PasswordStrengthConfig"]


class PasswordStrengthConfig(Resource):
    """Choose how strong passwords must be."""

    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/password_strength_config",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    set: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/password_strength_config",
        schemas.SetRequest,
        schemas.SetResponse,
        IDEMPOTENT,
    )
