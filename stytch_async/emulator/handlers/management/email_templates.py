"""The templates of a project's emails; all of its environments share them (behaviour-more W19)."""

from typing import Final

import attrs

from stytch_async.api.management.email_templates import EmailTemplates
from stytch_async.emulator.refusals.email_templates import (
    CANNOT_DELETE_DEFAULT_EMAIL_TEMPLATE,
    DUPLICATE_EMAIL_TEMPLATE_VANITY_ID,
    EMAIL_TEMPLATE_NOT_FOUND,
    INVALID_EMAIL_TEMPLATE_CONTENT,
    INVALID_TEMPLATE_ID,
    TOO_MANY_EMAIL_TEMPLATES,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.requests import BAD_REQUEST
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.management.email_templates import checked_type, find_template, read_template, view
from stytch_async.emulator.rules.management.places import find_project
from stytch_async.emulator.state.workspace import Workspace
from stytch_async.schemas.management import email_templates as schemas

__all__: list[str] = []

MOST: Final = 100


@handles(EmailTemplates.create)
def create(workspace: Workspace, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Create a template."""
    templates = find_project(workspace, request).email_templates
    template = read_template(request)
    if not template.template_id:
        raise Refusal(BAD_REQUEST, "a template needs a template_id")
    if template.template_id in templates:
        raise Refusal(DUPLICATE_EMAIL_TEMPLATE_VANITY_ID)
    if len(templates) >= MOST:
        raise Refusal(TOO_MANY_EMAIL_TEMPLATES)
    templates.save(template)
    return schemas.CreateResponse(email_template=view(template), **workspace.envelope())


@handles(EmailTemplates.get_all)
def get_all(workspace: Workspace, request: schemas.GetAllRequest) -> schemas.GetAllResponse:
    """List the templates."""
    templates = find_project(workspace, request).email_templates
    return schemas.GetAllResponse(email_templates=[view(one) for one in templates], **workspace.envelope())


@handles(EmailTemplates.get)
def get(workspace: Workspace, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show a template."""
    template = find_template(find_project(workspace, request).email_templates, request.template_id)
    return schemas.GetResponse(email_template=view(template), **workspace.envelope())


@handles(EmailTemplates.update)
def update(workspace: Workspace, request: schemas.UpdateRequest) -> schemas.UpdateResponse:
    """Replace what a template says; what its emails are about stays, and so does a name that is left out (inferred)."""
    templates = find_project(workspace, request).email_templates
    known = find_template(templates, request.template_id)
    template = read_template(request)
    if template.type != known.type:
        raise Refusal(INVALID_EMAIL_TEMPLATE_CONTENT)
    template = attrs.evolve(template, name=known.name if request.name is None else request.name)
    templates.save(template)
    return schemas.UpdateResponse(email_template=view(template), **workspace.envelope())


@handles(EmailTemplates.delete)
def delete(workspace: Workspace, request: schemas.DeleteRequest) -> schemas.DeleteResponse:
    """Delete a template that is not a default (behaviour-more W21)."""
    templates = find_project(workspace, request).email_templates
    template = find_template(templates, request.template_id)
    if template.template_id in templates.defaults.values():
        raise Refusal(CANNOT_DELETE_DEFAULT_EMAIL_TEMPLATE)
    templates.remove(template)
    return schemas.DeleteResponse(**workspace.envelope())


@handles(EmailTemplates.set_default)
def set_default(workspace: Workspace, request: schemas.SetDefaultRequest) -> schemas.SetDefaultResponse:
    """Choose the template for emails of a type: one of that type, or a prebuilt one (inferred)."""
    templates = find_project(workspace, request).email_templates
    template_type = checked_type(request.email_template_type)
    template = find_template(templates, request.template_id)
    if template.type not in {template_type, "PREBUILT"}:
        raise Refusal(INVALID_TEMPLATE_ID)
    templates.defaults[template_type] = template.template_id
    return schemas.SetDefaultResponse(**workspace.envelope())


@handles(EmailTemplates.get_default)
def get_default(workspace: Workspace, request: schemas.GetDefaultRequest) -> schemas.GetDefaultResponse:
    """Tell which template is the default of a type, or refuse where there is none (behaviour-more W21)."""
    templates = find_project(workspace, request).email_templates
    found = templates.defaults.get(checked_type(request.email_template_type))
    if found is None:
        raise Refusal(EMAIL_TEMPLATE_NOT_FOUND)
    return schemas.GetDefaultResponse(template_id=found, **workspace.envelope())


@handles(EmailTemplates.unset_default)
def unset_default(workspace: Workspace, request: schemas.UnsetDefaultRequest) -> schemas.UnsetDefaultResponse:
    """Do without a default; that of all types cannot be done without (behaviour-more W21)."""
    templates = find_project(workspace, request).email_templates
    template_type = checked_type(request.email_template_type)
    if template_type == "PREBUILT":
        raise Refusal(BAD_REQUEST, "PREBUILT always has a default: set another one")
    templates.defaults.pop(template_type, None)
    return schemas.UnsetDefaultResponse(**workspace.envelope())
