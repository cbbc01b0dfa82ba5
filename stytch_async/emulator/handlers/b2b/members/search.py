"""Searches for members."""

from collections.abc import Mapping
from typing import Final

from stytch_async.api.b2b.members import Members
from stytch_async.emulator.refusals.refusal import Refusal
from stytch_async.emulator.refusals.search import (
    MEMBER_SEARCH,
    MEMBER_SEARCH_ORGANIZATION_IDS_EMPTY,
    SEARCH_INVALID_STATUS_FILTER,
)
from stytch_async.emulator.registry import handles
from stytch_async.emulator.rules.b2b import organizations
from stytch_async.emulator.rules.b2b.members import password_of, view
from stytch_async.emulator.rules.b2b.organizations import find_organization, organization_of
from stytch_async.emulator.rules.b2b.roles import acting_member, check_permission, role_ids
from stytch_async.emulator.rules.search import Filter, boolean, choices, fuzzy, ids, page_of, strings
from stytch_async.emulator.state.project import Project
from stytch_async.emulator.state.rows.members import Member
from stytch_async.schemas.b2b import members as schemas

__all__: list[str] = []

STATUSES: Final = frozenset({"active", "deleted", "invited", "pending"})


@handles(Members.search)
def search(project: Project, request: schemas.SearchRequest) -> schemas.SearchResponse:
    """Find members of some organizations by filters, a page at a time; a member finds those of their own only."""
    if not request.organization_ids:
        raise Refusal(MEMBER_SEARCH_ORGANIZATION_IDS_EMPTY)
    places = {one.id: one for one in (find_organization(project, name) for name in request.organization_ids)}
    caller = acting_member(project, request.authorization)
    for organization in places.values():
        check_permission(project, caller, organization, "search")
    rows = [member for place in places for member in project.members.by_organization.all(place)]
    shown = rows if _asks_for_statuses(request) else [member for member in rows if member.status != "deleted"]
    page = page_of(shown, request.query, request, _filters(project), MEMBER_SEARCH)
    return schemas.SearchResponse(
        members=[view(project, member) for member in page.rows],
        results_metadata=page.metadata,
        organizations={
            member.organization_id: organizations.view(project, places[member.organization_id]) for member in page.rows
        },
        **project.envelope(),
    )


def _asks_for_statuses(request: schemas.SearchRequest) -> bool:
    """Whether deleted members may be meant (behaviour 18)."""
    return request.query is not None and any(one.get("filter_name") == "statuses" for one in request.query.operands)


def _filters(project: Project) -> Mapping[str, Filter[Member]]:
    def phones(member: Member) -> list[str]:
        return [member.phone.value] if member.phone is not None else []

    def slugs(member: Member) -> list[str]:
        return [organization_of(project, member).slug]

    return {
        "member_email_fuzzy": fuzzy(lambda one: [one.email.value], "member_email_fuzzy"),
        "member_emails": strings(lambda one: [one.email.value]),
        "member_ids": ids("member", lambda one: [one.id, one.external_id]),
        "member_is_breakglass": boolean(lambda one: one.is_breakglass),
        "member_mfa_phone_number_fuzzy": fuzzy(phones, "member_mfa_phone_number_fuzzy"),
        "member_mfa_phone_numbers": strings(phones),
        "member_password_exists": boolean(lambda one: password_of(project, one) is not None),
        "member_phone_number_fuzzy": fuzzy(phones, "member_mfa_phone_number_fuzzy"),
        "member_phone_numbers": strings(phones),
        "member_roles": strings(lambda one: role_ids(project, one)),
        "member_totp_exists": boolean(lambda one: one.totp is not None and one.totp.verified),
        "oauth_providers": strings(lambda one: [registration.provider for registration in one.oauth]),
        "organization_slug": strings(slugs),
        "organization_slug_fuzzy": fuzzy(slugs, "organization_slug_fuzzy"),
        "statuses": choices(lambda one: one.status, STATUSES, SEARCH_INVALID_STATUS_FILTER),
    }
