"""How organizations are founded, called and changed."""

import itertools
import re
from collections.abc import Mapping
from typing import Any, Final, Protocol

from stytch_async.emulator.refusals.organizations import (
    INVALID_ORGANIZATION_EXTERNAL_ID,
    INVALID_ORGANIZATION_NAME,
    INVALID_ORGANIZATION_SLUG,
    INVALID_SSO_DEFAULT_CONNECTION_ID,
    ORGANIZATION_EXTERNAL_ID_ALREADY_USED,
    ORGANIZATION_SLUG_ALREADY_USED,
)
from stytch_async.emulator.refusals.refusal import Reason, Refusal
from stytch_async.emulator.rules.addresses import domain_of
from stytch_async.emulator.rules.b2b.changes import record_organization
from stytch_async.emulator.rules.b2b.connections import active_connections
from stytch_async.emulator.rules.b2b.domains import is_common
from stytch_async.emulator.rules.b2b.organizations import policy_of
from stytch_async.emulator.rules.b2b.settings import SettingArguments, changed_settings, new_settings
from stytch_async.emulator.rules.idp.grants import uninstall
from stytch_async.emulator.rules.metadata import merge_metadata
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.organizations import Organization, OrganizationSettings

__all__ = ["INVALID", "OrganizationArguments", "change", "derived_name", "found", "found_for_tenant"]

INVALID: Final[Mapping[str, Reason]] = {
    "organization_external_id": INVALID_ORGANIZATION_EXTERNAL_ID,
    "organization_name": INVALID_ORGANIZATION_NAME,
    "organization_slug": INVALID_ORGANIZATION_SLUG,
}
"""By argument: why a value outside its limits is refused."""


class OrganizationArguments(SettingArguments, Protocol):
    """The arguments of the endpoints that found or change an organization."""

    organization_slug: str | None
    organization_logo_url: str | None
    organization_external_id: str | None
    trusted_metadata: dict[str, Any] | None


def found(project: Project, arguments: OrganizationArguments, name: str, *, called: str | None = None) -> Organization:
    """Store a new organization, or refuse; ``called`` is what its slug is made of, where that is not its name."""
    slug = arguments.organization_slug
    organization = Organization(
        id=project.ids.new("organization"),
        name=name,
        slug=_free_slug(project, called or name) if slug is None else _checked_slug(project, slug),
        created_at=project.now.replace(microsecond=0),
        updated_at=project.now.replace(microsecond=0),
        settings=new_settings(project.settings.policy, arguments),
        logo_url=arguments.organization_logo_url or "",
        external_id=_checked_external_id(project, arguments.organization_external_id),
        trusted_metadata=merge_metadata({}, arguments.trusted_metadata),
    )
    record_organization(project, organization, "CREATE")
    return organization


def found_for_tenant(project: Project, external_id: str) -> Organization:
    """Store a new organization for a tenant of the app, of whom only the app's own id is known (inferred)."""
    organization = Organization(
        id=project.ids.new("organization"),
        name=external_id,
        slug=_free_slug(project, external_id),
        created_at=project.now.replace(microsecond=0),
        updated_at=project.now.replace(microsecond=0),
        settings=OrganizationSettings(),
        external_id=external_id,
    )
    record_organization(project, organization, "CREATE")
    return organization


def change(
    project: Project,
    organization: Organization,
    arguments: OrganizationArguments,
    *,
    name: str | None,
    default_connection_id: str | None,
) -> None:
    """Change what the arguments name, or refuse and change nothing."""
    slug, external_id = arguments.organization_slug, arguments.organization_external_id
    changes = {
        "name": name,
        "slug": slug and _checked_slug(project, slug, organization),
        "logo_url": arguments.organization_logo_url,
        "external_id": _checked_external_id(project, external_id, organization),
        "settings": changed_settings(policy_of(project, organization), organization.settings, arguments),
        "trusted_metadata": merge_metadata(organization.trusted_metadata, arguments.trusted_metadata),
        "default_connection_id": _checked_connection_id(project, organization, default_connection_id),
    }
    for field, value in changes.items():
        if value is not None:
            setattr(organization, field, value)
    uninstall(project, organization)
    record_organization(project, organization)


def derived_name(email: str) -> str:
    """Return what an organization is called after its founder's address (behaviour-more K15).

    That is the name of the domain, or the part before the ``@`` where anybody can have an address at the domain.
    """
    domain = domain_of(email)
    public = is_common(domain) or domain.endswith(".edu")
    return email.partition("@")[0] if public else domain.split(".")[0]


def _free_slug(project: Project, name: str) -> str:
    """Return a slug that is made of a name and that nobody has."""
    by_slug, derived = project.organizations.by_slug, _derived_slug(name)
    numbered = (f"{derived}-{number}" for number in itertools.count(2))
    return next(slug for slug in itertools.chain([derived], numbered) if by_slug.first(slug) is None)


def _derived_slug(name: str) -> str:
    words = re.findall(r"[a-z0-9]+", name.lower())
    slug = "-".join(words)[:100]
    return slug if len(slug) > 1 else "-".join(["organization", *words])


def _checked_slug(project: Project, slug: str, organization: Organization | None = None) -> str:
    """Return a slug that is asked for, or refuse one without a letter or digit, and one that another has."""
    if not any(character.isalnum() for character in slug):
        raise Refusal(INVALID_ORGANIZATION_SLUG)
    if project.organizations.by_slug.first(slug) not in {None, organization}:
        raise Refusal(ORGANIZATION_SLUG_ALREADY_USED)
    return slug


def _checked_external_id(
    project: Project, external_id: str | None, organization: Organization | None = None
) -> str | None:
    """Return an external id, or refuse one that another organization has."""
    if project.organizations.by_external_id.first(external_id) not in {None, organization}:
        raise Refusal(ORGANIZATION_EXTERNAL_ID_ALREADY_USED)
    return external_id


def _checked_connection_id(project: Project, organization: Organization, connection_id: str | None) -> str | None:
    """Return the id of an SSO connection, or refuse one that is not active in the organization."""
    if connection_id is not None and connection_id not in {one.id for one in active_connections(project, organization)}:
        raise Refusal(INVALID_SSO_DEFAULT_CONNECTION_ID)
    return connection_id
