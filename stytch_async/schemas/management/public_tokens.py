"""Public tokens, by which browsers and phones name an environment."""

import datetime as dt

import attrs

__all__ = [
    "CreateRequest",
    "CreateResponse",
    "DeleteRequest",
    "DeleteResponse",
    "GetAllRequest",
    "GetAllResponse",
    "GetRequest",
    "GetResponse",
    "PublicToken",
]


@attrs.define(kw_only=True)
class PublicToken:
    """A public token: it says which environment a frontend belongs to, and may be seen by anybody."""

    __schema__ = "pwa_public_token_v3_PublicToken"

    public_token: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Add a public token to an environment.

    A project holds up to 50 of them.

    Raises:
        BadRequestError: ``too_many_public_tokens``.

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens
    <https://stytch.com/docs/api-reference/pwa/api/v3/public-tokens/create-public-token>`_
    """

    __schema__ = "pwa_public_token_v3_CreateRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class CreateResponse:
    """The new token."""

    __schema__ = "pwa_public_token_v3_CreateResponse"

    request_id: str
    public_token: PublicToken = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the public tokens of an environment.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens
    <https://stytch.com/docs/api-reference/pwa/api/v3/public-tokens/get-all-public-tokens>`_
    """

    __schema__ = "pwa_public_token_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """Every token that is still good."""

    __schema__ = "pwa_public_token_v3_GetAllResponse"

    request_id: str
    public_tokens: list[PublicToken]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up a public token.

    Raises:
        NotFoundError: ``public_token_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens/{public_token}
    <https://stytch.com/docs/api-reference/pwa/api/v3/public-tokens/get-public-token>`_
    """

    __schema__ = "pwa_public_token_v3_GetRequest"

    project_slug: str
    environment_slug: str
    public_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class GetResponse:
    """The token and its age."""

    __schema__ = "pwa_public_token_v3_GetResponse"

    request_id: str
    public_token: PublicToken = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a public token: frontends that carry it stop working.

    Raises:
        BadRequestError: ``unable_to_delete_last_public_token``.
        NotFoundError: ``public_token_not_found``.

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens/{public_token}
    <https://stytch.com/docs/api-reference/pwa/api/v3/public-tokens/delete-public-token>`_
    """

    project_slug: str
    environment_slug: str
    public_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the token is gone."""

    __schema__ = "pwa_public_token_v3_DeleteResponse"

    request_id: str
    status_code: int
