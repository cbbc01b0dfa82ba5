"""Connected Apps: other applications that users log in to with their account here, for Consumer and B2B projects."""

from collections.abc import AsyncIterator
from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.pages import all_items
from stytch_async.schemas.both import connected_app as schemas

__all__ = ["Clients", "ConnectedApp", "Secrets"]


class Secrets(Resource):
    """Replace the secret of a Connected App without an outage."""

    rotate_start: Final = endpoint(
        "POST",
        "/v1/connected_apps/clients/{client_id}/secrets/rotate/start",
        schemas.ClientsSecretsRotateStartRequest,
        schemas.ClientsSecretsRotateStartResponse,
        ONCE,
    )
    rotate_cancel: Final = endpoint(
        "POST",
        "/v1/connected_apps/clients/{client_id}/secrets/rotate/cancel",
        schemas.ClientsSecretsRotateCancelRequest,
        schemas.ClientsSecretsRotateCancelResponse,
        ONCE,
    )
    rotate: Final = endpoint(
        "POST",
        "/v1/connected_apps/clients/{client_id}/secrets/rotate",
        schemas.ClientsSecretsRotateRequest,
        schemas.ClientsSecretsRotateResponse,
        ONCE,
    )


class Clients(Resource):
    """Create, read, change, delete and list Connected Apps."""

    secrets: Secrets

    get: Final = endpoint(
        "GET", "/v1/connected_apps/clients/{client_id}", schemas.ClientsGetRequest, schemas.ClientsGetResponse, SAFE
    )
    update: Final = endpoint(
        "PUT",
        "/v1/connected_apps/clients/{client_id}",
        schemas.ClientsUpdateRequest,
        schemas.ClientsUpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/v1/connected_apps/clients/{client_id}",
        schemas.ClientsDeleteRequest,
        schemas.ClientsDeleteResponse,
        IDEMPOTENT,
    )
    search: Final = endpoint(
        "POST", "/v1/connected_apps/clients/search", schemas.ClientsSearchRequest, schemas.ClientsSearchResponse, SAFE
    )
    create: Final = endpoint(
        "POST", "/v1/connected_apps/clients", schemas.ClientsCreateRequest, schemas.ClientsCreateResponse, ONCE
    )

    def search_all(
        self,
        *,
        limit: int | None = None,
        max_pages: int | None = None,
    ) -> AsyncIterator[schemas.ConnectedApp]:
        """Go through all Connected Apps of the project; each page is fetched when it is needed.

        The arguments are those of `search`; ``max_pages`` stops after so many pages.
        """
        return all_items(
            lambda cursor: self.search(cursor=cursor, limit=limit),
            lambda page: page.connected_apps,
            lambda page: page.results_metadata.next_cursor,
            max_pages,
        )


class ConnectedApp(Resource):
    """Manage the applications that users may log in to with their account here."""

    clients: Clients
