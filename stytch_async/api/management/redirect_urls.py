"""Redirect URLs of an environment."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import redirect_urls as schemas

__all__ = ["RedirectURLs"]


class RedirectURLs(Resource):
    """Choose where links and logins may lead to."""

    create: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls",
        schemas.CreateRequest,
        schemas.CreateResponse,
        ONCE,
    )
    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    update: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls",
        schemas.UpdateRequest,
        schemas.UpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
    get_all: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls/all",
        schemas.GetAllRequest,
        schemas.GetAllResponse,
        SAFE,
    )
