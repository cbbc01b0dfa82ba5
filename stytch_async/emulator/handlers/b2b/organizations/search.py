"""Searches for organizations."""

from collections.abc import Mapping

from stytch_async.api.b2b.organizations import Organizations
from stytch_async.emulator.refusals.search import ORGANIZATION_SEARCH
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b.connections import active_connections
from stytch_async.emulator.rules.b2b.organizations import view
from stytch_async.emulator.rules.search import Filter, boolean, fuzzy, ids, page_of, strings, text
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.organizations import Organization
from stytch_async.schemas.b2b import organizations as schemas

__all__: list[str] = []


@handles(Organizations.search)
def search(project: Project, request: schemas.SearchRequest) -> schemas.SearchResponse:
    """Find organizations by filters, a page at a time."""
    page = page_of(project.organizations, request.query, request, _filters(project), ORGANIZATION_SEARCH)
    found = [view(project, organization) for organization in page.rows]
    return schemas.SearchResponse(organizations=found, results_metadata=page.metadata, **project.envelope())


def _filters(project: Project) -> Mapping[str, Filter[Organization]]:
    def emails(organization: Organization) -> list[str]:
        members = project.members.by_organization.all(organization.id)
        return [member.email.value for member in members if member.status != "deleted"]

    def connections(organization: Organization) -> list[str]:
        return [connection.id for connection in active_connections(project, organization)]

    return {
        "allowed_domain_fuzzy": fuzzy(lambda one: one.settings.email_allowed_domains, "allowed_domain_fuzzy"),
        "allowed_domains": strings(lambda one: one.settings.email_allowed_domains),
        "claimed_email_domains": strings(lambda one: one.settings.claimed_email_domains),
        "has_active_sso_connection": boolean(lambda one: bool(connections(one))),
        "member_email_fuzzy": fuzzy(emails, "member_email_fuzzy"),
        "member_emails": strings(emails),
        "organization_ids": ids("organization", lambda one: [one.id, one.external_id]),
        "organization_name_fuzzy": fuzzy(lambda one: [one.name], "organization_name_fuzzy"),
        "organization_slug_fuzzy": fuzzy(lambda one: [one.slug], "organization_slug_fuzzy"),
        "organization_slugs": strings(lambda one: [one.slug]),
        "sso_connection_id": text(connections),
    }
