"""TODO"""

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
    """TODO"""

    __schema__ = "pwa_public_token_v3_PublicToken"

    public_token: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens <TODO>`_
    """

    __schema__ = "pwa_public_token_v3_CreateRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_public_token_v3_CreateResponse"

    request_id: str
    public_token: PublicToken = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens <TODO>`_
    """

    __schema__ = "pwa_public_token_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_public_token_v3_GetAllResponse"

    request_id: str
    public_tokens: list[PublicToken]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens/{public_token} <TODO>`_
    """

    __schema__ = "pwa_public_token_v3_GetRequest"

    project_slug: str
    environment_slug: str
    public_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_public_token_v3_GetResponse"

    request_id: str
    public_token: PublicToken = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/public_tokens/{public_token} <TODO>`_
    """

    project_slug: str
    environment_slug: str
    public_token: str = attrs.field(repr=False)


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_public_token_v3_DeleteResponse"

    request_id: str
    status_code: int
