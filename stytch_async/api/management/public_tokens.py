"""Public tokens of an environment."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import public_tokens as schemas

__all__ = ["PublicTokens"]


class PublicTokens(Resource):
    """Issue the tokens by which frontends name an environment."""

    create: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens",
        schemas.CreateRequest,
        schemas.CreateResponse,
        ONCE,
    )
    get_all: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens",
        schemas.GetAllRequest,
        schemas.GetAllResponse,
        SAFE,
    )
    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens/{public_token}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens/{public_token}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
