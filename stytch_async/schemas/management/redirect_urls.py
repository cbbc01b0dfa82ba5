"""TODO"""

import enum

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
    "RedirectUrl",
    "RedirectUrlType",
    "UpdateRequest",
    "UpdateResponse",
    "UrlType",
]


class RedirectUrlType(enum.StrEnum):
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_RedirectUrlType"

    LOGIN = "LOGIN"
    INVITE = "INVITE"
    SIGNUP = "SIGNUP"
    RESET_PASSWORD = "RESET_PASSWORD"
    DISCOVERY = "DISCOVERY"


@attrs.define(kw_only=True)
class UrlType:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_UrlType"

    is_default: bool
    type: RedirectUrlType | str | None = None


@attrs.define(kw_only=True)
class RedirectUrl:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_RedirectUrl"

    url: str
    valid_types: list[UrlType]


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls <TODO>`_
    """

    __schema__ = "pwa_redirect_url_v3_CreateRequest"

    project_slug: str
    environment_slug: str
    url: str
    valid_types: list[UrlType] | None = None
    do_not_promote_defaults: bool | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_CreateResponse"

    request_id: str
    redirect_url: RedirectUrl
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls <TODO>`_
    """

    __schema__ = "pwa_redirect_url_v3_GetRequest"

    project_slug: str
    environment_slug: str
    url: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_GetResponse"

    request_id: str
    redirect_url: RedirectUrl
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls <TODO>`_
    """

    __schema__ = "pwa_redirect_url_v3_UpdateRequest"

    project_slug: str
    environment_slug: str
    url: str
    valid_types: list[UrlType] | None = None
    do_not_promote_defaults: bool | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_UpdateResponse"

    request_id: str
    redirect_url: RedirectUrl
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls <TODO>`_
    """

    project_slug: str
    environment_slug: str
    url: str
    do_not_promote_defaults: bool | None = None


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_DeleteResponse"

    request_id: str
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/redirect_urls/all <TODO>`_
    """

    __schema__ = "pwa_redirect_url_v3_GetAllRequest"

    project_slug: str
    environment_slug: str


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_redirect_url_v3_GetAllResponse"

    request_id: str
    redirect_urls: list[RedirectUrl]
    status_code: int
