"""Organizations: how they are made, found and shown."""

import itertools
import re
from typing import TYPE_CHECKING

import attrs

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.b2b.access import read_settings
from stytch_async.emulator.claims import merge_metadata
from stytch_async.emulator.ids import is_misspelt
from stytch_async.emulator.refusals import refuse
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rows import Organization
from stytch_async.schemas.b2b import organizations as schemas

if TYPE_CHECKING:
    from stytch_async.emulator.project import Project

__all__ = ["find_organization", "view"]


def find_organization(project: "Project", organization_id: str) -> Organization:
    """Return an organization by id, slug or external id, or refuse."""
    for organization in project.organizations.values():
        if organization_id in {organization.id, organization.slug, organization.external_id}:
            return organization
    misspelt = is_misspelt("organization", organization_id)
    raise refuse("invalid_organization_id" if misspelt else "organization_not_found")


def view(organization: Organization) -> schemas.Organization:
    """Show an organization."""
    return schemas.Organization(
        organization_id=organization.id,
        organization_name=organization.name,
        organization_logo_url=organization.logo_url,
        organization_slug=organization.slug,
        sso_active_connections=[],
        custom_roles=[],
        trusted_metadata=organization.trusted_metadata,
        created_at=organization.created_at,
        updated_at=organization.created_at,
        organization_external_id=organization.external_id,
        **attrs.asdict(organization.settings, recurse=False),
    )


@handles(Organizations.create)
def create(project: "Project", request: schemas.CreateRequest) -> schemas.CreateResponse:
    """Make an organization."""
    organization = Organization(
        id=project.ids.new("organization"),
        name=request.organization_name,
        slug=_slug(project, request),
        created_at=project.now.replace(microsecond=0),
        settings=read_settings(project, request),
        logo_url=request.organization_logo_url or "",
        external_id=_external_id(project, request.organization_external_id),
        trusted_metadata=merge_metadata({}, request.trusted_metadata),
    )
    project.organizations[organization.id] = organization
    return schemas.CreateResponse(organization=view(organization), **project.envelope())


def _slug(project: "Project", request: schemas.CreateRequest) -> str:
    """Return the slug that is asked for, or refuse it; or derive one from the name."""
    taken = {organization.slug for organization in project.organizations.values()}
    slug = request.organization_slug
    if slug is None:
        derived = _derived_slug(request.organization_name)
        numbered = (f"{derived}-{number}" for number in itertools.count(2))
        return next(slug for slug in itertools.chain([derived], numbered) if slug not in taken)
    if not any(character.isalnum() for character in slug):
        raise refuse("invalid_organization_slug")
    if slug in taken:
        raise refuse("organization_slug_already_used")
    return slug


def _derived_slug(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower())
    slug = "-".join(words)[:100]
    return slug if len(slug) > 1 else "-".join(["organization", *words])


def _external_id(project: "Project", external_id: str | None) -> str | None:
    taken = {organization.external_id for organization in project.organizations.values()}
    if external_id is not None and external_id in taken:
        raise refuse("organization_external_id_already_used")
    return external_id


@handles(Organizations.get)
def get(project: "Project", request: schemas.GetRequest) -> schemas.GetResponse:
    """Show an organization."""
    organization = find_organization(project, request.organization_id)
    return schemas.GetResponse(organization=view(organization), **project.envelope())
