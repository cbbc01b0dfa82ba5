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
    "MaskedSecret",
    "Secret",
]


@attrs.define(kw_only=True)
class MaskedSecret:
    """TODO"""

    __schema__ = "pwa_secret_v3_MaskedSecret"

    secret_id: str
    last_four: str
    created_at: dt.datetime | None = None
    used_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class Secret:
    """TODO"""

    __schema__ = "pwa_secret_v3_Secret"

    secret_id: str
    secret: str = attrs.field(repr=False)
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets <TODO>`_
    """

    __schema__ = "pwa_secret_v3_CreateRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_secret_v3_CreateResponse"

    request_id: str
    secret: Secret = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets <TODO>`_
    """

    __schema__ = "pwa_secret_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_secret_v3_GetAllResponse"

    request_id: str
    secrets: list[MaskedSecret]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets/{secret_id} <TODO>`_
    """

    __schema__ = "pwa_secret_v3_GetRequest"

    project_slug: str
    environment_slug: str
    secret_id: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_secret_v3_GetResponse"

    request_id: str
    secret: MaskedSecret = attrs.field(repr=False)
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/secrets/{secret_id} <TODO>`_
    """

    project_slug: str
    environment_slug: str
    secret_id: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_secret_v3_DeleteResponse"

    request_id: str
    status_code: int
