"""Searches for members."""

import attrs

from stytch_async.schemas.b2b.members.member import Member
from stytch_async.schemas.b2b.organizations import Organization, SearchQuery
from stytch_async.schemas.markers import PageLimit
from stytch_async.schemas.shared import Authorization, ResultsMetadata

__all__ = ["SearchRequest", "SearchResponse"]


@attrs.define(kw_only=True)
class SearchRequest:
    """Find members of some organizations, a page at a time.

    Made for administration rather than for logins: an answer can take seconds, and 100 searches a minute are allowed.

    Args:
        organization_ids: Where to look; at least one organization.
        cursor: ``next_cursor`` of the page before.
        limit: Results on a page, at most 1000; 100 by default.
        query: The filters; without any, all members but the deleted ones are found.
        authorization: Make the call as this member, who needs the permission to search members.

    Raises:
        BadRequestError: ``member_search_*``: the operator, the cursor, a filter or the list of organizations makes no
            sense; ``search_invalid_status_filter``, ``invalid_organization_id``.
        NotFoundError: ``organization_not_found``.
        PermissionDeniedError: ``session_authorization_error``, ``session_authorization_tenancy_error``.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/organizations/members/search
    <https://stytch.com/docs/api-reference/b2b/api/members/search-members>`_
    """

    __schema__ = "api_organization_v1_organizations_members_SearchRequest"

    organization_ids: list[str]
    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchQuery | None = None
    authorization: Authorization | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """One page of a search.

    Attributes:
        organizations: The organizations of the members on the page, by ``organization_id``.

    """

    __schema__ = "api_organization_v1_organizations_members_SearchResponse"

    request_id: str
    members: list[Member]
    results_metadata: ResultsMetadata
    organizations: dict[str, Organization]
    status_code: int
