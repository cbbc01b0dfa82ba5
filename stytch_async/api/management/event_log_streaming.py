"""Streaming of event logs."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import event_log_streaming as schemas

__all__ = ["EventLogStreaming"]


class EventLogStreaming(Resource):
    """Stream event logs to Datadog or Grafana Loki."""

    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    update: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}",
        schemas.UpdateRequest,
        schemas.UpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
    create: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming",
        schemas.CreateRequest,
        schemas.CreateResponse,
        ONCE,
    )
    # A POST, yet it only sets a status.
    enable: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/enable",
        schemas.EnableRequest,
        schemas.EnableResponse,
        IDEMPOTENT,
    )
    # A POST, yet it only sets a status.
    disable: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/disable",
        schemas.DisableRequest,
        schemas.DisableResponse,
        IDEMPOTENT,
    )
