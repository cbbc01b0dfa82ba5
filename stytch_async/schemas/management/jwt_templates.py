"""TODO"""

import enum

import attrs

__all__ = ["GetRequest", "GetResponse", "JWTTemplate", "JWTTemplateType", "SetRequest", "SetResponse"]


class JWTTemplateType(enum.StrEnum):
    """TODO"""

    __schema__ = "account_manager_project_v1_JWTTemplateType"

    SESSION = "SESSION"
    M2M = "M2M"


@attrs.define(kw_only=True)
class JWTTemplate:
    """TODO"""

    __schema__ = "pwa_jwt_template_v3_JWTTemplate"

    template_content: str
    custom_audience: str
    jwt_template_type: JWTTemplateType | str | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """TODO

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/jwt_templates/{jwt_template_type} <TODO>`_
    """

    __schema__ = "pwa_jwt_template_v3_GetRequest"

    project_slug: str
    environment_slug: str
    jwt_template_type: JWTTemplateType | str


@attrs.define(kw_only=True)
class GetResponse:
    """TODO"""

    __schema__ = "pwa_jwt_template_v3_GetResponse"

    request_id: str
    jwt_template: JWTTemplate
    status_code: int


@attrs.define(kw_only=True)
class SetRequest:
    """TODO

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/jwt_templates/{jwt_template_type} <TODO>`_
    """

    __schema__ = "pwa_jwt_template_v3_SetRequest"

    project_slug: str
    environment_slug: str
    jwt_template_type: JWTTemplateType | str
    template_content: str
    custom_audience: str


@attrs.define(kw_only=True)
class SetResponse:
    """TODO"""

    __schema__ = "pwa_jwt_template_v3_SetResponse"

    request_id: str
    jwt_template: JWTTemplate
    status_code: int
