"""Organizations."""

import itertools
import re

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.refusals.organizations import (
    INVALID_ORGANIZATION_EXTERNAL_ID,
    INVALID_ORGANIZATION_NAME,
    INVALID_ORGANIZATION_SLUG,
    ORGANIZATION_EXTERNAL_ID_ALREADY_USED,
    ORGANIZATION_SLUG_ALREADY_USED,
)
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.organizations import find_organization, view
from stytch_async.emulator.rules.b2b.settings import read_settings
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b import organizations as schemas

__all__: list[str] = []

INVALID = {
    "organization_external_id": INVALID_ORGANIZATION_EXTERNAL_ID,
    "organization_name": INVALID_ORGANIZATION_NAME,
    "organization_slug": INVALID_ORGANIZATION_SLUG,
}


@handles(Organizations.create, invalid=INVALID)
def create(project: Project, request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make an organization."""
    organization = Organization(
        id=project.ids.new("organization"),
        name=request.organization_name,
        slug=_slug(project, request),
        created_at=project.now.replace(microsecond=0),
        updated_at=project.now.replace(microsecond=0),
        settings=read_settings(project, request),
        logo_url=request.organization_logo_url or "",
        external_id=_external_id(project, request.organization_external_id),
        trusted_metadata=merge_metadata({}, request.trusted_metadata),
    )
    project.organizations.save(organization)
    shown = view(organization)
    note(project, "CREATE", "organization", organization.id, shown)
    return schemas.CreateResponse(organization=shown, **project.envelope())


def _slug(project: Project, request: schemas.CreateRequest) -> str:
    """Return the slug that is asked for, or refuse it; or derive one from the name."""
    by_slug, slug = project.organizations.by_slug, request.organization_slug
    if slug is None:
        derived = _derived_slug(request.organization_name)
        numbered = (f"{derived}-{number}" for number in itertools.count(2))
        return next(slug for slug in itertools.chain([derived], numbered) if by_slug.first(slug) is None)
    if not any(character.isalnum() for character in slug):
        raise Refusal(INVALID_ORGANIZATION_SLUG)
    if by_slug.first(slug) is not None:
        raise Refusal(ORGANIZATION_SLUG_ALREADY_USED)
    return slug


def _derived_slug(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower())
    slug = "-".join(words)[:100]
    return slug if len(slug) > 1 else "-".join(["organization", *words])


def _external_id(project: Project, external_id: str | None) -> str | None:
    if external_id is not None and project.organizations.by_external_id.first(external_id) is not None:
        raise Refusal(ORGANIZATION_EXTERNAL_ID_ALREADY_USED)
    return external_id


@handles(Organizations.get)
def get(project: Project, request: schemas.GetRequest) -> schemas.GetResponse:
    """Show an organization."""
    organization = find_organization(project, request.organization_id)
    return schemas.GetResponse(organization=view(organization), **project.envelope())
