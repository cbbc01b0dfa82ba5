"""What frontend SDKs may do in an environment."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, SAFE, Resource, endpoint
from stytch_async.schemas.management import sdk as schemas

__all__ = ["SDK"]


class SDK(Resource):
    """Choose what Stytch's frontend SDKs may do."""

    get_consumer_config: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/consumer",
        schemas.GetConsumerConfigRequest,
        schemas.GetConsumerConfigResponse,
        SAFE,
    )
    set_consumer_config: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/consumer",
        schemas.SetConsumerConfigRequest,
        schemas.SetConsumerConfigResponse,
        IDEMPOTENT,
    )
    get_b2b_config: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/b2b",
        schemas.GetB2BConfigRequest,
        schemas.GetB2BConfigResponse,
        SAFE,
    )
    set_b2b_config: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/environments/{environment_slug}/sdk/b2b",
        schemas.SetB2BConfigRequest,
        schemas.SetB2BConfigResponse,
        IDEMPOTENT,
    )
