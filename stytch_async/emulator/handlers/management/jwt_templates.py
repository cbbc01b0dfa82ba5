"""The templates of the JWTs that an environment issues."""

from collections.abc import Mapping
from typing import Final

import attrs

from stytch_async.api.management.jwt_templates import JWTTemplates
from stytch_async.emulator.refusals.jwt_templates import JWT_TEMPLATE_NOT_FOUND
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.claims import read_template
from stytch_async.emulator.rules.management.places import stytch_of
from stytch_async.emulator.state.jwt_templates import JWTTemplate
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.b2b.members import Member
from stytch_async.schemas.b2b.organizations import Organization
from stytch_async.schemas.both.m2m import M2MClient
from stytch_async.schemas.consumer.users import User
from stytch_async.schemas.management import jwt_templates as schemas

__all__: list[str] = []

VALUES: Final[Mapping[str, Mapping[str, type]]] = {
    "consumer": {"user": User},
    "b2b": {"member": Member, "organization": Organization},
}
"""By kind of project: what the tags of session templates may begin with; those of M2M templates say ``client``."""


def _known(project: Project, template_type: str) -> dict[str, frozenset[str]]:
    values = {"client": M2MClient} if template_type == "M2M" else VALUES[project.vertical or "consumer"]
    return {name: frozenset(attrs.fields_dict(schema)) for name, schema in values.items()}


def _checked_type(template_type: str) -> str:
    if template_type not in {"SESSION", "M2M"}:
        raise Refusal(JWT_TEMPLATE_NOT_FOUND)
    return template_type


def _view(template_type: str, template: JWTTemplate) -> schemas.JWTTemplate:
    return schemas.JWTTemplate(
        template_content=template.template_content,
        custom_audience=template.custom_audience,
        jwt_template_type=template_type,
    )


@handles(JWTTemplates.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show the template of a type; that one which nobody has set is empty is inferred."""
    template_type = _checked_type(request.jwt_template_type)
    template = stytch_of(workspace, request).settings.jwt_templates.get(template_type, JWTTemplate())
    return schemas.GetResponse(jwt_template=_view(template_type, template), **workspace.envelope())


@handles(JWTTemplates.set)
def set_template(workspace: Workspace, request: schemas.SetRequest) -> schemas.SetResponse:
    """Replace the template of a type; JWTs follow it from now on."""
    template_type = _checked_type(request.jwt_template_type)
    project = stytch_of(workspace, request)
    known = _known(project, template_type)
    template = read_template(request.template_content, request.custom_audience, known)
    project.settings.jwt_templates[template_type] = template
    return schemas.SetResponse(jwt_template=_view(template_type, template), **workspace.envelope())
