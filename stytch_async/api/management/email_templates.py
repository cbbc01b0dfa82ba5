"""Email templates of a project."""

from typing import Final

from stytch_async.endpoint import IDEMPOTENT, ONCE, SAFE, Resource, endpoint
from stytch_async.schemas.management import email_templates as schemas

__all__ = ["EmailTemplates"]


class EmailTemplates(Resource):
    """Design the emails of a project."""

    create: Final = endpoint(
        "POST", "/pwa/v3/projects/{project_slug}/email_templates", schemas.CreateRequest, schemas.CreateResponse, ONCE
    )
    get_all: Final = endpoint(
        "GET", "/pwa/v3/projects/{project_slug}/email_templates", schemas.GetAllRequest, schemas.GetAllResponse, SAFE
    )
    get: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/email_templates/{template_id}",
        schemas.GetRequest,
        schemas.GetResponse,
        SAFE,
    )
    update: Final = endpoint(
        "PUT",
        "/pwa/v3/projects/{project_slug}/email_templates/{template_id}",
        schemas.UpdateRequest,
        schemas.UpdateResponse,
        IDEMPOTENT,
    )
    delete: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/email_templates/{template_id}",
        schemas.DeleteRequest,
        schemas.DeleteResponse,
        IDEMPOTENT,
    )
    # A POST, yet there is one default, and it is the same afterwards.
    set_default: Final = endpoint(
        "POST",
        "/pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type}",
        schemas.SetDefaultRequest,
        schemas.SetDefaultResponse,
        IDEMPOTENT,
    )
    get_default: Final = endpoint(
        "GET",
        "/pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type}",
        schemas.GetDefaultRequest,
        schemas.GetDefaultResponse,
        SAFE,
    )
    unset_default: Final = endpoint(
        "DELETE",
        "/pwa/v3/projects/{project_slug}/default_email_templates/{email_template_type}",
        schemas.UnsetDefaultRequest,
        schemas.UnsetDefaultResponse,
        IDEMPOTENT,
    )
