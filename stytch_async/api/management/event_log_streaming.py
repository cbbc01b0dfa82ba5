"""TODO"""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import event_log_streaming as schemas


class EventLogStreaming(Resource):
    """TODO"""

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
    enable: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/enable",
        schemas.EnableRequest,
        schemas.EnableResponse,
        ONCE,
    )
    disable: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/event_log_streaming/{destination_type}/disable",
        schemas.DisableRequest,
        schemas.DisableResponse,
        ONCE,
    )
