"""How organizations are founded, and what they are called."""

import itertools
import re
from collections.abc import Mapping
from typing import Any, Final, Protocol

from stytch_async.emulator.refusals.organizations import (
    INVALID_ORGANIZATION_EXTERNAL_ID,
    INVALID_ORGANIZATION_NAME,
    INVALID_ORGANIZATION_SLUG,
    ORGANIZATION_EXTERNAL_ID_ALREADY_USED,
    ORGANIZATION_SLUG_ALREADY_USED,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.domains import is_common
from stytch_async.emulator.rules.b2b.organizations import view
from stytch_async.emulator.rules.b2b.settings import SettingArguments, read_settings
from stytch_async.emulator.rules.events import note
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.organizations import Organization

__all__ = ["INVALID", "OrganizationArguments", "derived_name", "found"]

INVALID: Final[Mapping[str, Reason]] = {
    "organization_external_id": INVALID_ORGANIZATION_EXTERNAL_ID,
    "organization_name": INVALID_ORGANIZATION_NAME,
    "organization_slug": INVALID_ORGANIZATION_SLUG,
}
"""By argument: why a value outside its limits is refused."""


class OrganizationArguments(SettingArguments, Protocol):
    """The arguments of the endpoints that found an organization."""

    organization_slug: str | None
    organization_logo_url: str | None
    organization_external_id: str | None
    trusted_metadata: dict[str, Any] | None


def found(project: Project, arguments: OrganizationArguments, name: str) -> Organization:
    """Store a new organization, or refuse."""
    organization = Organization(
        id=project.ids.new("organization"),
        name=name,
        slug=_slug(project, arguments.organization_slug, name),
        created_at=project.now.replace(microsecond=0),
        updated_at=project.now.replace(microsecond=0),
        settings=read_settings(project, arguments),
        logo_url=arguments.organization_logo_url or "",
        external_id=_external_id(project, arguments.organization_external_id),
        trusted_metadata=merge_metadata({}, arguments.trusted_metadata),
    )
    project.organizations.save(organization)
    note(project, "CREATE", "organization", organization.id, view(organization))
    return organization


def derived_name(email: str) -> str:
    """Return what an organization is called after its founder's address (behaviour-more K15).

    That is the name of the domain, or the part before the ``@`` where anybody can have an address at the domain.
    """
    domain = domain_of(email)
    public = is_common(domain) or domain.endswith(".edu")
    return email.partition("@")[0] if public else domain.split(".")[0]


def _slug(project: Project, slug: str | None, name: str) -> str:
    """Return the slug that is asked for, or refuse it; or derive one from the name."""
    by_slug = project.organizations.by_slug
    if slug is None:
        derived = _derived_slug(name)
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
