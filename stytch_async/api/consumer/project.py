"""TODO"""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.consumer import project as schemas


class Project(Resource):
    """TODO"""

    metrics: Final = endpoint("GET", "/v1/projects/metrics", schemas.MetricsRequest, schemas.MetricsResponse, SAFE)
