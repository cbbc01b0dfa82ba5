"""Consumer users."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.consumer.users import (
    CreateRequest,
    CreateResponse,
    DeleteRequest,
    DeleteResponse,
    GetRequest,
    GetResponse,
    SearchRequest,
    SearchResponse,
    UpdateRequest,
    UpdateResponse,
)

__all__ = ["Users"]


class Users(Resource):
    """Create, read, change, delete and search users."""

    create: Final = endpoint("POST", "/v1/users", CreateRequest, CreateResponse, ONCE)
    get: Final = endpoint("GET", "/v1/users/{user_id}", GetRequest, GetResponse, SAFE)
    search: Final = endpoint("POST", "/v1/users/search", SearchRequest, SearchResponse, SAFE)
    update: Final = endpoint("PUT", "/v1/users/{user_id}", UpdateRequest, UpdateResponse, IDEMPOTENT)
    delete: Final = endpoint("DELETE", "/v1/users/{user_id}", DeleteRequest, DeleteResponse, IDEMPOTENT)
