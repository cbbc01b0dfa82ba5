"""The project itself, Consumer and B2B alike."""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.both import project as schemas

__all__ = ["Project"]


class Project(Resource):
    """Count what a project holds."""

    metrics: Final = endpoint("GET", "/v1/projects/metrics", schemas.MetricsRequest, schemas.MetricsResponse, SAFE)
