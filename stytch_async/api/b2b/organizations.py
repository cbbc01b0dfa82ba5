"""Organizations."""

from collections.abc import AsyncIterator
from typing import Final

from stytch_async.api.b2b.members import Members
from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.pages import all_items
from stytch_async.schemas.b2b import organizations as schemas

__all__ = ["Organizations"]


class Organizations(Resource):
    """Create, read, change, delete and search organizations, and manage their members."""

    members: Members

    create: Final = endpoint("POST", "/v1/b2b/organizations", schemas.CreateRequest, schemas.CreateResponse, ONCE)
    get: Final = endpoint(
        "GET", "/v1/b2b/organizations/{organization_id}", schemas.GetRequest, schemas.GetResponse, SAFE
    )
    update: Final = endpoint(
        "PUT", "/v1/b2b/organizations/{organization_id}", schemas.UpdateRequest, schemas.UpdateResponse, IDEMPOTENT
    )
    delete: Final = endpoint(
        "DELETE", "/v1/b2b/organizations/{organization_id}", schemas.DeleteRequest, schemas.DeleteResponse, IDEMPOTENT
    )
    search: Final = endpoint(
        "POST", "/v1/b2b/organizations/search", schemas.SearchRequest, schemas.SearchResponse, SAFE
    )
    metrics: Final = endpoint(
        "GET", "/v1/b2b/organizations/{organization_id}/metrics", schemas.MetricsRequest, schemas.MetricsResponse, SAFE
    )
    connected_apps: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/connected_apps",
        schemas.ConnectedAppsRequest,
        schemas.ConnectedAppsResponse,
        SAFE,
    )
    get_connected_app: Final = endpoint(
        "GET",
        "/v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id}",
        schemas.GetConnectedAppRequest,
        schemas.GetConnectedAppResponse,
        SAFE,
    )
    delete_external_id: Final = endpoint(
        "DELETE",
        "/v1/b2b/organizations/{organization_id}/external_id",
        schemas.DeleteExternalIdRequest,
        schemas.DeleteExternalIdResponse,
        IDEMPOTENT,
    )

    def search_all(
        self,
        *,
        query: schemas.SearchQuery | None = None,
        limit: int | None = None,
        max_pages: int | None = None,
    ) -> AsyncIterator[schemas.Organization]:
        """Go through all organizations that a search finds; each page is fetched when it is needed.

        The arguments are those of `search`; ``max_pages`` stops after so many pages.
        """
        return all_items(
            lambda cursor: self.search(cursor=cursor, limit=limit, query=query),
            lambda page: page.organizations,
            lambda page: page.results_metadata.next_cursor,
            max_pages,
        )
