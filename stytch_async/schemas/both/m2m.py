"""M2M clients."""

from typing import Annotated, Any, Literal

import attrs

from stytch_async.schemas.markers import Metadata, PageLimit, Spelt
from stytch_async.schemas.shared import ResultsMetadata, SearchOperator

__all__ = [
    "ClientStatus",
    "ClientsCreateRequest",
    "ClientsCreateResponse",
    "ClientsDeleteRequest",
    "ClientsDeleteResponse",
    "ClientsGetRequest",
    "ClientsGetResponse",
    "ClientsSearchRequest",
    "ClientsSearchResponse",
    "ClientsSecretsRotateCancelRequest",
    "ClientsSecretsRotateCancelResponse",
    "ClientsSecretsRotateRequest",
    "ClientsSecretsRotateResponse",
    "ClientsSecretsRotateStartRequest",
    "ClientsSecretsRotateStartResponse",
    "ClientsUpdateRequest",
    "ClientsUpdateResponse",
    "M2MClient",
    "M2MClientWithClientSecret",
    "M2MClientWithNextClientSecret",
    "M2MSearchQuery",
]


@attrs.define(kw_only=True)
class M2MClient:
    """A machine that calls the app.

    Attributes:
        status: ``active``, or ``inactive``: it gets no new tokens.
        scopes: What its tokens may ask for.
        client_secret_last_four: The end of its secret, to tell secrets apart.
        next_client_secret_last_four: ``None`` unless a rotation is under way.

    """

    __schema__ = "api_m2m_v1_M2MClient"

    client_id: str
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    client_secret_last_four: str
    trusted_metadata: dict[str, Any] | None = None
    next_client_secret_last_four: str | None = None


@attrs.define(kw_only=True)
class M2MClientWithClientSecret:
    """A new client with its secret, which Stytch keeps only as a hash and never shows again.

    Attributes:
        status: ``active``, or ``inactive``: it gets no new tokens.

    """

    __schema__ = "api_m2m_v1_M2MClientWithClientSecret"

    client_id: str
    client_secret: str = attrs.field(repr=False)
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    client_secret_last_four: str
    trusted_metadata: dict[str, Any] | None = None
    next_client_secret_last_four: str | None = None


@attrs.define(kw_only=True)
class M2MClientWithNextClientSecret:
    """A client with its next secret, which Stytch keeps only as a hash and never shows again.

    Attributes:
        status: ``active``, or ``inactive``: it gets no new tokens.

    """

    __schema__ = "api_m2m_v1_M2MClientWithNextClientSecret"

    client_id: str
    next_client_secret: str = attrs.field(repr=False)
    client_name: str
    client_description: str
    status: str
    scopes: list[str]
    client_secret_last_four: str
    trusted_metadata: dict[str, Any] | None = None
    next_client_secret_last_four: str | None = None


@attrs.define(kw_only=True)
class M2MSearchQuery:
    """The filters of a search.

    Attributes:
        operands: Each a map of ``filter_name`` and ``filter_value``; `M2MFilter` makes them. An empty list filters
            nothing.

    """

    __schema__ = "api_m2m_v1_M2MSearchQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


ClientStatus = Literal["active", "inactive"]
"""Whether a client gets tokens."""


@attrs.define(kw_only=True)
class ClientsGetRequest:
    """Look an M2M client up.

    Raises:
        NotFoundError: ``m2m_client_not_found``.

    Source: `GET /v1/m2m/clients/{client_id}
    <https://stytch.com/docs/api-reference/consumer/api/m2m/client/get-m2m-client>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsGetResponse:
    """The client."""

    __schema__ = "api_m2m_v1_m2m_clients_GetResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int


@attrs.define(kw_only=True)
class ClientsUpdateRequest:
    """Change an M2M client; what is left out stays as it is.

    Tokens that it holds already keep working for up to an hour, whatever its status: where that is too long, verify
    tokens with a ``max_token_age``.

    Args:
        status: ``inactive`` keeps it from getting tokens, ``active`` lets it again.
        scopes: Replaces all of them.

    Raises:
        BadRequestError: ``invalid_m2m_client_scope``, ``invalid_m2m_client_status``, ``too_many_m2m_client_scopes``,
            ``m2m_client_invalid_client_name`` and its like, ``metadata_too_large``, ``metadata_too_many_keys``.
        NotFoundError: ``m2m_client_not_found``.

    Source: `PUT /v1/m2m/clients/{client_id}
    <https://stytch.com/docs/api-reference/consumer/api/m2m/client/update-m2m-client>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_UpdateRequest"

    client_id: str
    client_name: str | None = None
    client_description: str | None = None
    status: ClientStatus | str | None = None
    scopes: list[str] | None = None
    trusted_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class ClientsUpdateResponse:
    """The client after the change."""

    __schema__ = "api_m2m_v1_m2m_clients_UpdateResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int


@attrs.define(kw_only=True)
class ClientsDeleteRequest:
    """Delete an M2M client.

    Tokens that it holds already keep working for up to an hour.

    Raises:
        NotFoundError: ``m2m_client_not_found``, also the second time.

    Source: `DELETE /v1/m2m/clients/{client_id}
    <https://stytch.com/docs/api-reference/consumer/api/m2m/client/delete-m2m-client>`_
    """

    client_id: str


@attrs.define(kw_only=True)
class ClientsDeleteResponse:
    """Which client is gone."""

    __schema__ = "api_m2m_v1_m2m_clients_DeleteResponse"

    request_id: str
    client_id: str
    status_code: int


@attrs.define(kw_only=True)
class ClientsSearchRequest:
    """Find M2M clients, a page at a time.

    Args:
        cursor: ``next_cursor`` of the page before.
        limit: Results on a page, at most 1000; 100 by default.
        query: The filters; without any, all clients are found.

    Raises:
        BadRequestError: ``m2m_search_*``: a filter, the operator or the cursor makes no sense.

    Source: `POST /v1/m2m/clients/search
    <https://stytch.com/docs/api-reference/consumer/api/m2m/client/search-m2m-clients>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: M2MSearchQuery | None = None


@attrs.define(kw_only=True)
class ClientsSearchResponse:
    """One page of a search."""

    __schema__ = "api_m2m_v1_m2m_clients_SearchResponse"

    request_id: str
    m2m_clients: list[M2MClient]
    results_metadata: ResultsMetadata
    status_code: int


@attrs.define(kw_only=True)
class ClientsCreateRequest:
    """Add an M2M client.

    To bring one over from elsewhere, pass its ``client_id`` and ``client_secret``; else Stytch makes them up. The
    answer is the only one that ever shows the secret.

    Args:
        scopes: What its tokens may ask for, such as ``read:users``.
        client_id: Unique in the project.
        client_secret: At least 8 characters, and not easy to guess.

    Raises:
        BadRequestError: ``duplicate_m2m_client_id``, ``m2m_client_invalid_client_id`` and its like,
            ``invalid_m2m_client_scope``, ``too_many_m2m_client_scopes``, ``client_secret_too_long``,
            ``too_many_m2m_clients_for_billing_tier``, ``insecure_m2m_client_secret``.

    Source: `POST /v1/m2m/clients <https://stytch.com/docs/api-reference/consumer/api/m2m/client/create-m2m-client>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_CreateRequest"

    scopes: list[str]
    client_id: str | None = None
    client_secret: Annotated[str, Spelt(r"(?s).{8,}", "at least 8 characters long")] | None = attrs.field(
        default=None, repr=False
    )
    client_name: str | None = None
    client_description: str | None = None
    trusted_metadata: Metadata | None = None


@attrs.define(kw_only=True)
class ClientsCreateResponse:
    """The new client, with its secret."""

    __schema__ = "api_m2m_v1_m2m_clients_CreateResponse"

    request_id: str
    m2m_client: M2MClientWithClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartRequest:
    """Give an M2M client a second secret.

    Both work until ``rotate`` drops the first or ``rotate_cancel`` the second.

    Raises:
        BadRequestError: ``m2m_client_already_rotating_secret``.
        NotFoundError: ``m2m_client_not_found``.

    Source: `POST /v1/m2m/clients/{client_id}/secrets/rotate/start
    <https://stytch.com/docs/api-reference/consumer/api/m2m/rotate-secret/start-secret-rotation>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateStartRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateStartResponse:
    """The client, with its next secret."""

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateStartResponse"

    request_id: str
    m2m_client: M2MClientWithNextClientSecret
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelRequest:
    """Drop the second secret of an M2M client; the first stays.

    Raises:
        BadRequestError: ``m2m_client_not_rotating_secret``, also the second time.
        NotFoundError: ``m2m_client_not_found``.

    Source: `POST /v1/m2m/clients/{client_id}/secrets/rotate/cancel
    <https://stytch.com/docs/api-reference/consumer/api/m2m/rotate-secret/cancel-secret-rotation>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateCancelRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateCancelResponse:
    """The client, with one secret again."""

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateCancelResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int


@attrs.define(kw_only=True)
class ClientsSecretsRotateRequest:
    """Make the second secret of an M2M client its only one; the first stops working.

    Raises:
        BadRequestError: ``m2m_client_not_rotating_secret``, also the second time.
        NotFoundError: ``m2m_client_not_found``.

    Source: `POST /v1/m2m/clients/{client_id}/secrets/rotate
    <https://stytch.com/docs/api-reference/consumer/api/m2m/rotate-secret/rotate-secret>`_
    """

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateRequest"

    client_id: str


@attrs.define(kw_only=True)
class ClientsSecretsRotateResponse:
    """The client, with its new secret in force."""

    __schema__ = "api_m2m_v1_m2m_clients_secrets_RotateResponse"

    request_id: str
    m2m_client: M2MClient
    status_code: int
