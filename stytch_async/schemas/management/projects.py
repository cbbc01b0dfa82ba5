"""Projects of a workspace."""

import datetime as dt
from typing import Literal

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


Vertical = Literal["ALL", "CONSUMER", "B2B"]
"""Which of Stytch's APIs a project is for; it is chosen once."""


@attrs.define(kw_only=True)
class Project:
    """A project: a group of environments that serve one app."""

    __schema__ = "pwa_application_v3_Project"

    project_slug: str
    name: str
    vertical: Vertical | str | None = None
    created_at: dt.datetime | None = None


@attrs.define(kw_only=True)
class CreateRequest:
    """Create a project, with a live and a test environment in it.

    A workspace holds up to 50 projects.

    Args:
        vertical: ``CONSUMER`` or ``B2B``.
        project_slug: Made up by Stytch if left out.

    Raises:
        BadRequestError: ``invalid_project_name``, ``too_many_projects``.

    Source: `POST /pwa/v3/projects <https://stytch.com/docs/api-reference/pwa/api/v3/projects/create-project>`_
    """

    __schema__ = "pwa_application_v3_CreateRequest"

    name: str
    vertical: Vertical | str | None = None
    project_slug: str | None = None


@attrs.define(kw_only=True)
class CreateResponse:
    """The new project."""

    __schema__ = "pwa_application_v3_CreateResponse"

    request_id: str
    project: Project
    status_code: int


@attrs.define(kw_only=True)
class GetAllRequest:
    """List the projects of the workspace.

    Source: `GET /pwa/v3/projects <https://stytch.com/docs/api-reference/pwa/api/v3/projects/get-all-projects>`_
    """

    __schema__ = "pwa_application_v3_GetAllRequest"


@attrs.define(kw_only=True)
class GetAllResponse:
    """Every project that has not been deleted."""

    __schema__ = "pwa_application_v3_GetAllResponse"

    request_id: str
    projects: list[Project]
    status_code: int


@attrs.define(kw_only=True)
class GetRequest:
    """Look up a project.

    Source: `GET /pwa/v3/projects/{project_slug}
    <https://stytch.com/docs/api-reference/pwa/api/v3/projects/get-project>`_
    """

    __schema__ = "pwa_application_v3_GetRequest"

    project_slug: str


@attrs.define(kw_only=True)
class GetResponse:
    """The project."""

    __schema__ = "pwa_application_v3_GetResponse"

    request_id: str
    project: Project
    status_code: int


@attrs.define(kw_only=True)
class UpdateRequest:
    """Rename a project; its slug stays.

    Raises:
        BadRequestError: ``invalid_project_name``.

    Source: `PATCH /pwa/v3/projects/{project_slug}
    <https://stytch.com/docs/api-reference/pwa/api/v3/projects/update-project>`_
    """

    __schema__ = "pwa_application_v3_UpdateRequest"

    project_slug: str
    name: str | None = None


@attrs.define(kw_only=True)
class UpdateResponse:
    """The project as it is now."""

    __schema__ = "pwa_application_v3_UpdateResponse"

    request_id: str
    project: Project
    status_code: int


@attrs.define(kw_only=True)
class DeleteRequest:
    """Delete a project, its environments and all that is in them.

    Source: `DELETE /pwa/v3/projects/{project_slug}
    <https://stytch.com/docs/api-reference/pwa/api/v3/projects/delete-project>`_
    """

    project_slug: str


@attrs.define(kw_only=True)
class DeleteResponse:
    """That the project is gone."""

    __schema__ = "pwa_application_v3_DeleteResponse"

    request_id: str
    status_code: int
