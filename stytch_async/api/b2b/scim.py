"""SCIM: an identity provider keeps an organization's members up to date."""

from collections.abc import AsyncIterator
from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.pages import all_items
from stytch_async.schemas.b2b import scim as schemas
from stytch_async.schemas.shared import Authorization

__all__ = ["SCIM", "Connection"]


class Connection(Resource):
    """Set up the SCIM connection of an organization."""

    update: Final = endpoint(
        "PUT",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        schemas.ConnectionUpdateRequest,
        schemas.ConnectionUpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        schemas.ConnectionDeleteRequest,
        schemas.ConnectionDeleteResponse,
        IDEMPOTENT,
    )
    get_groups: Final = endpoint(
        "GET",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}",
        schemas.ConnectionGetGroupsRequest,
        schemas.ConnectionGetGroupsResponse,
        SAFE,
    )
    rotate_start: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start",
        schemas.ConnectionRotateStartRequest,
        schemas.ConnectionRotateStartResponse,
        ONCE,
    )
    rotate_complete: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete",
        schemas.ConnectionRotateCompleteRequest,
        schemas.ConnectionRotateCompleteResponse,
        ONCE,
    )
    rotate_cancel: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel",
        schemas.ConnectionRotateCancelRequest,
        schemas.ConnectionRotateCancelResponse,
        ONCE,
    )
    create: Final = endpoint(
        "POST",
        "/v1/b2b/scim/{organization_id}/connection",
        schemas.ConnectionCreateRequest,
        schemas.ConnectionCreateResponse,
        ONCE,
    )
    get: Final = endpoint(
        "GET",
        "/v1/b2b/scim/{organization_id}/connection",
        schemas.ConnectionGetRequest,
        schemas.ConnectionGetResponse,
        SAFE,
    )

    def get_groups_all(
        self,
        *,
        organization_id: str,
        connection_id: str,
        authorization: Authorization | None = None,
        limit: int | None = None,
        max_pages: int | None = None,
    ) -> AsyncIterator[schemas.SCIMGroup]:
        """Go through all groups that a SCIM connection has brought; each page is fetched when it is needed.

        The arguments are those of `get_groups`; ``max_pages`` stops after so many pages.
        """
        return all_items(
            lambda cursor: self.get_groups(
                organization_id=organization_id,
                connection_id=connection_id,
                cursor=cursor,
                limit=limit,
                authorization=authorization,
            ),
            lambda page: page.scim_groups,
            lambda page: page.next_cursor,
            max_pages,
        )


class SCIM(Resource):
    """Let an identity provider add, change and remove members."""

    connection: Connection
