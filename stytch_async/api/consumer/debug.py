"""TODO"""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.consumer import debug as schemas


class Debug(Resource):
    """TODO"""

    whoami: Final = endpoint("GET", "/v1/debug/whoami", schemas.WhoamiRequest, schemas.WhoamiResponse, SAFE)
