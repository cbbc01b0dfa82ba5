"""Machines that call the app: M2M clients, of Consumer and B2B projects alike."""

from collections.abc import AsyncIterator, Sequence
from typing import Final

from stytch_async.api.both.oauth2 import OAuth2
from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.pages import all_items
from stytch_async.schemas.both import m2m as schemas
from stytch_async.schemas.both import oauth2
from stytch_async.tokens.claims import Kind
from stytch_async.tokens.provider import TokenProvider
from stytch_async.tokens.readers import read_machine
from stytch_async.tokens.resource import TokenResource
from stytch_async.tokens.results import MachineClaims
from stytch_async.tokens.service import require_held
from stytch_async.tokens.verifier import LEEWAY

__all__ = ["M2M", "Clients", "Secrets"]


class Secrets(Resource):
    """Replace the secret of an M2M client without an outage."""

    rotate_start: Final = endpoint(
        "POST",
        "/v1/m2m/clients/{client_id}/secrets/rotate/start",
        schemas.ClientsSecretsRotateStartRequest,
        schemas.ClientsSecretsRotateStartResponse,
        ONCE,
    )
    rotate_cancel: Final = endpoint(
        "POST",
        "/v1/m2m/clients/{client_id}/secrets/rotate/cancel",
        schemas.ClientsSecretsRotateCancelRequest,
        schemas.ClientsSecretsRotateCancelResponse,
        ONCE,
    )
    rotate: Final = endpoint(
        "POST",
        "/v1/m2m/clients/{client_id}/secrets/rotate",
        schemas.ClientsSecretsRotateRequest,
        schemas.ClientsSecretsRotateResponse,
        ONCE,
    )


class Clients(Resource):
    """Create, read, change, delete and search M2M clients."""

    secrets: Secrets

    get: Final = endpoint(
        "GET", "/v1/m2m/clients/{client_id}", schemas.ClientsGetRequest, schemas.ClientsGetResponse, SAFE
    )
    update: Final = endpoint(
        "PUT", "/v1/m2m/clients/{client_id}", schemas.ClientsUpdateRequest, schemas.ClientsUpdateResponse, IDEMPOTENT
    )
    delete: Final = endpoint(
        "DELETE", "/v1/m2m/clients/{client_id}", schemas.ClientsDeleteRequest, schemas.ClientsDeleteResponse, IDEMPOTENT
    )
    search: Final = endpoint(
        "POST", "/v1/m2m/clients/search", schemas.ClientsSearchRequest, schemas.ClientsSearchResponse, SAFE
    )
    create: Final = endpoint(
        "POST", "/v1/m2m/clients", schemas.ClientsCreateRequest, schemas.ClientsCreateResponse, ONCE
    )

    def search_all(
        self,
        *,
        query: schemas.M2MSearchQuery | None = None,
        limit: int | None = None,
        max_pages: int | None = None,
    ) -> AsyncIterator[schemas.M2MClient]:
        """Go through all M2M clients that a search finds; each page is fetched when it is needed.

        The arguments are those of `search`; ``max_pages`` stops after so many pages.
        """
        return all_items(
            lambda cursor: self.search(cursor=cursor, limit=limit, query=query),
            lambda page: page.m2m_clients,
            lambda page: page.results_metadata.next_cursor,
            max_pages,
        )


class M2M(TokenResource):
    """Let machines authenticate themselves to the app."""

    clients: Clients

    async def token(
        self, client_id: str, client_secret: str, scopes: Sequence[str] | None = None
    ) -> oauth2.TokenResponse:
        """Get an access token for a machine.

        Args:
            client_id: The M2M client.
            client_secret: Its secret.
            scopes: What the token is to permit; all that the client may do, where it is left out.

        Raises:
            AuthenticationError: ``invalid_client``: no such client, or not its secret.
            BadRequestError: ``invalid_scope``: the client may not do all of that.

        Source: `POST /v1/public/{project_id}/oauth2/token
        <https://stytch.com/docs/api-reference/consumer/api/m2m/token/get-access-token>`_
        """
        return await OAuth2(self._pipeline).token(
            project_id=self._pipeline.project_id,
            grant_type="client_credentials",
            client_id=client_id,
            client_secret=client_secret,
            scope=None if scopes is None else " ".join(scopes),
        )

    def token_provider(self, client_id: str, client_secret: str, scopes: Sequence[str] | None = None) -> TokenProvider:
        """Return an object that always has a valid access token, for an app that calls others.

        It fetches one token for all who wait, and renews it before it expires. The arguments are those of `token`.
        """
        return TokenProvider(lambda: self.token(client_id, client_secret, scopes), self._tokens.monotonic)

    async def authenticate_token(
        self,
        access_token: str,
        required_scopes: Sequence[str] | None = None,
        max_token_age_seconds: float | None = None,
        leeway: float = LEEWAY,
    ) -> MachineClaims:
        """Verify a machine's access token on this machine.

        A user's session and an app's token are refused, even though the project has signed them too.

        Args:
            access_token: The JWT.
            required_scopes: Refuse a token that lacks one of these. A scope may be written ``action:resource``; a held
                one with ``*`` for the resource covers every resource.
            max_token_age_seconds: Refuse a token that was issued longer ago.
            leeway: Seconds that the clocks may differ.

        Raises:
            TokenError: The token is refused; ``reason`` tells why.
            UnavailableError: The keys are not known, and could not be fetched: answer 503.

        """
        claims = await self._verified(
            access_token, Kind.MACHINE, read_machine, max_age=max_token_age_seconds, leeway=leeway
        )
        require_held(claims.scopes, required_scopes or ())
        return claims
