"""Templates of the claims in the JWTs that Stytch issues."""

from typing import Literal

import attrs

__all__ = ["GetRequest", "GetResponse", "JWTTemplate", "JWTTemplateType", "SetRequest", "SetResponse"]


JWTTemplateType = Literal["SESSION", "M2M"]
"""Which JWTs a template shapes: those of sessions, or those of M2M clients."""


@attrs.define(kw_only=True)
class JWTTemplate:
    """What goes into the JWTs of one kind.

    Attributes:
        template_content: A JSON object of claims, as text, in which ``{{ user.… }}`` and the like stand for values.
        custom_audience: The ``aud`` of the JWTs; empty for the default.

    """

    __schema__ = "pwa_jwt_template_v3_JWTTemplate"

    template_content: str
    custom_audience: str
    jwt_template_type: JWTTemplateType | str | None = None


@attrs.define(kw_only=True)
class GetRequest:
    """Look up the template of one kind of JWT.

    Raises:
        NotFoundError: ``jwt_template_not_found``.

    Source: `GET /pwa/v3/projects/{project_slug}/environments/{environment_slug}/jwt_templates/{jwt_template_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/jwt-templates/get-jwt-template>`_
    """

    __schema__ = "pwa_jwt_template_v3_GetRequest"

    project_slug: str
    environment_slug: str
    jwt_template_type: JWTTemplateType | str


@attrs.define(kw_only=True)
class GetResponse:
    """The template."""

    __schema__ = "pwa_jwt_template_v3_GetResponse"

    request_id: str
    jwt_template: JWTTemplate
    status_code: int


@attrs.define(kw_only=True)
class SetRequest:
    """Replace the template of one kind of JWT; JWTs issued from now on follow it.

    Args:
        template_content: A JSON object of claims, as text, in which ``{{ user.… }}`` and the like stand for values.
        custom_audience: The ``aud`` of the JWTs; empty for the default.

    Raises:
        BadRequestError: ``jwt_template_invalid_json``, ``jwt_template_invalid_tag`` (an unknown value),
            ``jwt_template_mismatched_tag`` (braces that do not pair up).
        NotFoundError: ``jwt_template_not_found`` (an unknown type).

    Source: `PUT /pwa/v3/projects/{project_slug}/environments/{environment_slug}/jwt_templates/{jwt_template_type}
    <https://stytch.com/docs/api-reference/pwa/api/v3/jwt-templates/set-jwt-template>`_
    """

    __schema__ = "pwa_jwt_template_v3_SetRequest"

    project_slug: str
    environment_slug: str
    jwt_template_type: JWTTemplateType | str
    template_content: str
    custom_audience: str


@attrs.define(kw_only=True)
class SetResponse:
    """The template as it is now."""

    __schema__ = "pwa_jwt_template_v3_SetResponse"

    request_id: str
    jwt_template: JWTTemplate
    status_code: int
