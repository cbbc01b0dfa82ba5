"""TODO"""

import datetime as dt
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
    "Project",
    "UpdateRequest",
    "UpdateResponse",
    "Vertical",
]


class Vertical(enum.StrEnum):
    """TODO"""

    __schema__ = "api_attribute_v1_Vertical"

    ALL = "ALL"
    CONSUMER = "CONSUMER"
    B2B = "B2B"


@attrs.define(kw_only=True)
class Project:
    """TODO"""

    __schema__ = "pwa_application_v3_Project"

    project_slug: str
    name: str
    vertical: Vertical | str | None = None
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """TODO

    Source: `POST /pwa/v3/projects <TODO>`_
    """

    __schema__ = "pwa_application_v3_CreateRequest"

    name: str
    vertical: Vertical | str | None = None
    project_slug: str | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """TODO"""

    __schema__ = "pwa_application_v3_CreateResponse"

    request_id: str
    project: Project
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """TODO

    Source: `GET /pwa/v3/projects <TODO>`_
    """

    __schema__ = "pwa_application_v3_GetAllRequest"


@attrs.define(kw_only=True)
class GetAllResponse:
    """TODO"""

    __schema__ = "pwa_application_v3_GetAllResponse"

    request_id: str
    projects: list[Project]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug} <TODO>`_
    """

    __schema__ = "pwa_application_v3_GetRequest"

    project_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_application_v3_GetResponse"

    request_id: str
    project: Project
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """TODO

    Source: `PATCH /pwa/v3/projects/{project_slug} <TODO>`_
    """

    __schema__ = "pwa_application_v3_UpdateRequest"

    project_slug: str
    name: str | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """TODO"""

    __schema__ = "pwa_application_v3_UpdateResponse"

    request_id: str
    project: Project
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """TODO

    Source: `DELETE /pwa/v3/projects/{project_slug} <TODO>`_
    """

    project_slug: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """TODO"""

    __schema__ = "pwa_application_v3_DeleteResponse"

    request_id: str
    status_code: int
