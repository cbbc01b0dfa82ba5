"""Environments of a project."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import environments as schemas

__all__ = ["Environments"]


class Environments(Resource):
    """Create environments, change their settings and count what they hold."""

    create: Final = endpoint(
        "POST", "/pwa/v3/projects/{project_slug}/environments", schemas.CreateRequest, schemas.CreateResponse, ONCE
    )
    get_all: Final = endpoint(
        "GET", "/pwa/v3/projects/{project_slug}/environments", schemas.GetAllRequest, schemas.GetAllResponse, SAFE
    )
    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    update: Final = endpoint(
        "PATCH",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}",
        schemas.UpdateRequest,
        schemas.UpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
    get_metrics: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/metrics",
        schemas.GetMetricsRequest,
        schemas.GetMetricsResponse,
        SAFE,
    )
