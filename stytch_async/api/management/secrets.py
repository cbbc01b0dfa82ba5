"""Secrets of an environment."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import secrets as schemas

__all__ = ["Secrets"]


class Secrets(Resource):
    """Issue the secrets with which backends call the API."""

    create: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets",
        schemas.CreateRequest,
        schemas.CreateResponse,
        ONCE,
    )
    get_all: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets",
        schemas.GetAllRequest,
        schemas.GetAllResponse,
        SAFE,
    )
    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets/{secret_id}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets/{secret_id}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
