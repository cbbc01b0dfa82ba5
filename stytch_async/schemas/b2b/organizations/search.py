"""Searches for organizations."""

from typing import Any

import attrs

from stytch_async.schemas.b2b.organizations.organization import Organization
from stytch_async.schemas.markers import PageLimit
from stytch_async.schemas.shared import ResultsMetadata, SearchOperator

__all__ = ["SearchQuery", "SearchRequest", "SearchResponse"]


@attrs.define(kw_only=True)
class SearchQuery:
    """The filters of a search.

    Attributes:
        operands: Each a map of ``filter_name`` and ``filter_value``, such as ``{"filter_name": "organization_slugs",
            "filter_value": ["ada-and-co"]}``. `OrganizationFilter` and `MemberFilter` make them. An empty list filters
            nothing.

    """

    __schema__ = "api_organization_v1_SearchQuery"

    operator: SearchOperator | str
    operands: list[dict[str, Any]]


@attrs.define(kw_only=True)
class SearchRequest:
    """Find organizations, a page at a time.

    Made for administration rather than for logins: an answer can take seconds, and 100 searches a minute are allowed.

    Args:
        cursor: ``next_cursor`` of the page before.
        limit: Results on a page, at most 1000; 100 by default.
        query: The filters; without any, all organizations are found.

    Raises:
        BadRequestError: ``organization_search_*``: a filter, the operator or the cursor makes no sense.
        RateLimitError: ``too_many_requests``.

    Source: `POST /v1/b2b/organizations/search
    <https://stytch.com/docs/api-reference/b2b/api/organizations/search-organizations>`_
    """

    __schema__ = "api_organization_v1_SearchRequest"

    cursor: str | None = None
    limit: PageLimit | None = None
    query: SearchQuery | None = None


@attrs.define(kw_only=True)
class SearchResponse:
    """One page of a search."""

    __schema__ = "api_organization_v1_SearchResponse"

    request_id: str
    organizations: list[Organization]
    results_metadata: ResultsMetadata
    status_code: int
