"""Projects of a workspace."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import projects as schemas

__all__ = ["Projects"]


class Projects(Resource):
    """Create and delete projects."""

    create: Final = endpoint("POST", "/pwa/v3/projects", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    get_all: Final = endpoint("GET", "/pwa/v3/projects", schemas.GetAllRequest, schemas.GetAllResponse, SAFE)
    get: Final = endpoint("GET", "/pwa/v3/projects/{project_slug}", schemas.GetRequest, schemas.GetResponse, SAFE)
    update: Final = endpoint(
        "PATCH", "/pwa/v3/projects/{project_slug}", schemas.UpdateRequest, schemas.UpdateResponse, IDEMPOTENT
    )
    delete: Final = endpoint(
        "DELETE", "/pwa/v3/projects/{project_slug}", schemas.DeleteRequest, schemas.DeleteResponse, IDEMPOTENT
    )
