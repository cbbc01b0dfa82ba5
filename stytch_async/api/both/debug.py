"""Help with finding out why a call fails."""

from typing import Final

from stytch_async.endpoint import SAFE, Resource, endpoint
from stytch_async.schemas.both import debug as schemas

__all__ = ["Debug"]


class Debug(Resource):
    """Check which project the credentials belong to."""

    whoami: Final = endpoint("GET", "/v1/debug/whoami", schemas.WhoamiRequest, schemas.WhoamiResponse, SAFE)
